package org.mitchell.norms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mitchell.files.InputException;
import org.mitchell.text.Counted;
import org.mitchell.vectors.WordVectors;
import org.mitchell.words.WordMatch;

/**
 * The rated words that have a vector.
 *
 * @param norm what they were rated for
 * @param vectors name of the vectors
 * @param words as the norm's table spells them, in its order
 * @param places of the words' vectors; words that differ in case may share one
 * @param rows words x features. Not copied
 * @param values one a word. Not copied
 */
public record RatedVectors(
    Norm norm, String vectors, List<String> words, int[] places, double[][] rows, double[] values) {
  public RatedVectors {
    words = List.copyOf(words);
  }

  /**
   * Finds the vectors of rated words, as {@link WordVectors#find} does; a word that may be several
   * of the vocabulary is none of it.
   *
   * @throws InputException if all values of those that are found are the same
   */
  public static RatedVectors of(Norm norm, WordVectors vectors, VectorRows rows) {
    var words = new ArrayList<String>();
    var places = new ArrayList<Integer>();
    var rated = new ArrayList<Integer>();
    for (int w = 0; w < norm.words().size(); w++) {
      Optional<WordMatch> match = rows.find(norm.words().get(w));
      if (match.isPresent()) {
        words.add(norm.words().get(w));
        places.add(match.get().position());
        rated.add(w);
      }
    }
    var found =
        new RatedVectors(
            norm,
            vectors.name(),
            words,
            places.stream().mapToInt(place -> place).toArray(),
            places.stream().map(rows::row).toArray(double[][]::new),
            rated.stream().mapToDouble(w -> norm.values()[w]).toArray());
    found.requireVariance();
    return found;
  }

  private void requireVariance() {
    if (words.isEmpty()) {
      throw new InputException(
          "%s: none of the %s with a value for '%s' is in %s. Check that its first column holds words of the same language"
              .formatted(
                  norm.table(), Counted.of(norm.words().size(), "word"), norm.name(), vectors));
    }
    if (IntStream.range(1, values.length).allMatch(w -> values[w] == values[0])) {
      throw new InputException(
          "%s: '%s' is %s for %s: there is nothing to predict. Take other columns"
              .formatted(
                  norm.table(),
                  norm.name(),
                  values[0],
                  values.length == 1 ? "the only word" : "all %,d words".formatted(values.length)));
    }
  }

  /** How many numbers a vector has. */
  public int features() {
    return rows[0].length;
  }

  /** Which share of the rated words has a vector. */
  public double coverage() {
    return words.size() / (double) norm.words().size();
  }

  /** The same words with other values. */
  RatedVectors withValues(double[] others) {
    return new RatedVectors(norm, vectors, words, places, rows, others);
  }

  /** The same words and values with one feature. */
  RatedVectors withFeature(double[] feature) {
    double[][] one =
        IntStream.range(0, feature.length)
            .mapToObj(w -> new double[] {feature[w]})
            .toArray(double[][]::new);
    return new RatedVectors(norm, vectors, words, places, one, values);
  }
}
