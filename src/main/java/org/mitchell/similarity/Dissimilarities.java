package org.mitchell.similarity;

import java.util.stream.IntStream;

/**
 * How unlike every two of n words are: the part of the n x n matrix above its diagonal, row by row,
 * as (0, 1), (0, 2), ..., (1, 2), ... Immutable.
 *
 * <p>"Representational dissimilarity matrix" in Kriegeskorte, Mur and Bandettini 2008, Frontiers in
 * Systems Neuroscience 2:4.
 */
public final class Dissimilarities {
  private final Pairs pairs;
  private final double[] values;

  private Dissimilarities(Pairs pairs, double[] values) {
    this.pairs = pairs;
    this.values = values;
  }

  /**
   * @param values one a pair of words, not copied
   * @throws IllegalArgumentException if there are not n (n - 1) / 2 values
   */
  public static Dissimilarities of(int words, double[] values) {
    if (values.length != Pairs.count(words)) {
      throw new IllegalArgumentException(
          "%d dissimilarities of %d words: %d expected"
              .formatted(values.length, words, Pairs.count(words)));
    }
    return new Dissimilarities(Pairs.all(words), values);
  }

  /**
   * @param values one a pair, not copied
   */
  static Dissimilarities of(Pairs pairs, double[] values) {
    return new Dissimilarities(pairs, values);
  }

  /** Gives the dissimilarity of two words, the lower number first. */
  @FunctionalInterface
  interface OfPair {
    double of(int one, int other);
  }

  static Dissimilarities each(Pairs pairs, OfPair pair) {
    var values = new double[pairs.size()];
    for (int p = 0; p < values.length; p++) {
      values[p] = pair.of(pairs.first(p), pairs.second(p));
    }
    return new Dissimilarities(pairs, values);
  }

  public int words() {
    return pairs.words();
  }

  Pairs pairs() {
    return pairs;
  }

  /** One value a pair: the array itself, which must not be changed. */
  public double[] values() {
    return values;
  }

  /** Of two words; 0 of a word and itself. */
  public double between(int one, int other) {
    return one == other
        ? 0
        : values[Pairs.index(words(), Math.min(one, other), Math.max(one, other))];
  }

  /**
   * The words in another order.
   *
   * @param order for each place the number of the word that stands there now
   */
  public Dissimilarities ordered(int[] order) {
    return each(pairs, (i, j) -> between(order[i], order[j]));
  }

  /**
   * Of words drawn with replacement.
   *
   * @param of the places that hold different words
   * @param drawn for each place the number of the word in it
   */
  Dissimilarities resampled(Pairs of, int[] drawn) {
    return each(of, (i, j) -> between(drawn[i], drawn[j]));
  }

  /** Whether a word has no distance from any other. */
  public boolean isUndefinedOf(int word) {
    return IntStream.range(0, words())
        .allMatch(other -> other == word || Double.isNaN(between(word, other)));
  }

  /** Whether all values are numbers, and not all the same but for rounding. */
  public boolean informative() {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return !Ranking.allTied(values);
  }
}
