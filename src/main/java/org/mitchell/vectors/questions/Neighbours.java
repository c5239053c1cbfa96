package org.mitchell.vectors.questions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.mitchell.files.InputException;
import org.mitchell.vectors.WordVectors;

/** The words of a vocabulary that are nearest to a vector. */
public final class Neighbours {
  /** So that a cosine of -1 divides by no zero (Levy and Goldberg 2014 have .001, gensim this). */
  private static final double EPSILON = 1e-6;

  private final WordVectors vectors;
  private final int count;

  /**
   * @param restrict how many words are looked at, from the first; others are never neighbours
   */
  public Neighbours(WordVectors vectors, int restrict) {
    this.vectors = vectors;
    this.count = Math.min(restrict, vectors.count());
  }

  /**
   * A word near to what was asked for.
   *
   * @param position in the vocabulary, from 0
   * @param score cosine, correlation or distance; of 3CosMul its product
   */
  public record Neighbour(String word, int position, double score) {}

  /** How the fourth word of an analogy is found. */
  public enum Method {
    /** The largest sum of cosines, those of words taken away subtracted (Mikolov et al. 2013). */
    COSADD("3cosadd"),
    /** The largest product of (1 + cosine) / 2, divided by those of words taken away. */
    COSMUL("3cosmul");

    private final String typed;

    Method(String typed) {
      this.typed = typed;
    }

    /** As users type it. */
    public String typed() {
      return typed;
    }
  }

  /**
   * The nearest words of a vector, nearest first.
   *
   * @param vector of {@link WordVectors#size} numbers
   * @param most words, one or more
   * @param without positions of words that are no answer
   */
  public List<Neighbour> of(float[] vector, Metric metric, int most, Set<Integer> without) {
    if (metric == Metric.EUCLID) {
      return best(w -> Metric.EUCLID.of(vectors.vector(w), vector), false, most, without);
    }
    boolean centred = metric == Metric.CORRELATION;
    var rows = new DirectedVectors(vectors, count, centred);
    float[] directed = directed(vector, centred);
    return best(w -> rows.product(w, directed), true, most, without);
  }

  /**
   * The words that answer an analogy, best first: {@code king - man + woman}. The words of the
   * question are no answer.
   *
   * @param plus positions of the words that are added
   * @param minus positions of those that are taken away
   * @param metric cosine or correlation
   * @throws InputException if nothing is left of the sum
   */
  public List<Neighbour> analogy(
      List<Integer> plus, List<Integer> minus, Method method, Metric metric, int most) {
    boolean centred = metric == Metric.CORRELATION;
    var rows = new DirectedVectors(vectors, count, centred);
    var without = new HashSet<Integer>(plus);
    without.addAll(minus);
    List<float[]> added = plus.stream().map(w -> directed(vectors.vector(w), centred)).toList();
    List<float[]> taken = minus.stream().map(w -> directed(vectors.vector(w), centred)).toList();
    if (method == Method.COSMUL) {
      return best(w -> product(rows, w, added, taken), true, most, without);
    }
    float[] sum = directed(sum(added, taken), false);
    if (Float.isNaN(sum[0])) {
      throw new InputException(
          "the vectors of this sum cancel each other, and nothing is near to what is left");
    }
    return best(w -> rows.product(w, sum), true, most, without);
  }

  private static float[] sum(List<float[]> added, List<float[]> taken) {
    var sum = new float[(added.isEmpty() ? taken : added).get(0).length];
    for (int d = 0; d < sum.length; d++) {
      for (float[] vector : added) {
        sum[d] += vector[d];
      }
      for (float[] vector : taken) {
        sum[d] -= vector[d];
      }
    }
    return sum;
  }

  private static double product(
      DirectedVectors rows, int word, List<float[]> added, List<float[]> taken) {
    double product = 1;
    for (float[] vector : added) {
      product *= (1 + rows.product(word, vector)) / 2;
    }
    for (float[] vector : taken) {
      product /= (1 + rows.product(word, vector)) / 2 + EPSILON;
    }
    return product;
  }

  private static float[] directed(float[] vector, boolean centred) {
    var exact = new double[vector.length];
    for (int d = 0; d < exact.length; d++) {
      exact[d] = vector[d];
    }
    DirectedVectors.direct(exact, centred);
    var directed = new float[exact.length];
    for (int d = 0; d < exact.length; d++) {
      directed[d] = (float) exact[d];
    }
    return directed;
  }

  /** Of equal scores the word that comes first in the vocabulary. */
  private List<Neighbour> best(
      IntToDoubleFunction score, boolean largest, int most, Set<Integer> without) {
    Comparator<Neighbour> nearness = Comparator.comparingDouble(n -> largest ? n.score : -n.score);
    Comparator<Neighbour> worstFirst =
        nearness.thenComparing(Comparator.comparingInt(Neighbour::position).reversed());
    var kept = new PriorityQueue<Neighbour>(worstFirst);
    for (int w = 0; w < count; w++) {
      if (without.contains(w)) {
        continue;
      }
      double value = score.applyAsDouble(w);
      boolean worse =
          kept.size() == most
              && (largest ? value <= kept.peek().score : value >= kept.peek().score);
      if (Double.isNaN(value) || worse) {
        continue;
      }
      if (kept.size() == most) {
        kept.poll();
      }
      kept.add(new Neighbour(vectors.words().get(w), w, value));
    }
    var sorted = new ArrayList<Neighbour>(kept);
    sorted.sort(worstFirst.reversed());
    return List.copyOf(sorted);
  }
}
