package org.mitchell.features;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mitchell.vectors.WordVectors;
import org.mitchell.vectors.questions.Metric;
import org.mitchell.vectors.questions.Neighbours;
import org.mitchell.words.WordMatch;

/** Finds the words of a feature space whose vectors are nearest to one by direction. */
public final class NearWords {
  private final WordVectors vectors;
  private final Neighbours neighbours;

  public NearWords(FeatureSpace space) {
    int size = space.features().size();
    int count = space.words().size();
    var rows = new float[Math.multiplyExact(count, size)];
    for (int word = 0; word < count; word++) {
      for (int feature = 0; feature < size; feature++) {
        rows[word * size + feature] = (float) space.value(word, feature);
      }
    }
    this.vectors = WordVectors.of(space.name(), space.words(), size, rows);
    this.neighbours = new Neighbours(vectors, count);
  }

  /** A word and the cosine of its vector with the one asked about. */
  public record Near(String word, double cosine) {}

  /** What the words are from: a file name, or the name of a built-in space. */
  public String name() {
    return vectors.name();
  }

  /** Among how many words they are looked for. */
  public int count() {
    return vectors.count();
  }

  /**
   * The nearest words, nearest first; words of zeros are not among them.
   *
   * @param vector unscaled
   * @param without words that are no answer
   */
  public List<Near> of(double[] vector, Collection<String> without, int most) {
    Set<Integer> left = new HashSet<>();
    without.forEach(word -> vectors.exact(word).map(WordMatch::position).ifPresent(left::add));
    var single = new float[vector.length];
    for (int feature = 0; feature < single.length; feature++) {
      single[feature] = (float) vector[feature];
    }
    return neighbours.of(single, Metric.COSINE, most, left).stream()
        .map(near -> new Near(near.word(), near.score()))
        .toList();
  }
}
