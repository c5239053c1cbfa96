package org.mitchell.encoding;

import java.util.Arrays;

/**
 * The ridge penalties among which one is chosen, ascending.
 *
 * <p>The chosen penalty is that of the smallest leave-one-out error; of equal errors the smaller
 * penalty's.
 */
public final class PenaltyGrid {
  /** The usual twenty penalties for features of length 1: 0.001 to 10,000. */
  public static final PenaltyGrid USUAL = logSpaced(1e-3, 1e4, 20);

  private final double[] penalties;

  private PenaltyGrid(double[] penalties) {
    this.penalties = penalties;
  }

  /**
   * A grid of any penalties from 0 up, each larger than the one before.
   *
   * @throws IllegalArgumentException if there are none, or one is not finite, negative or out of
   *     order
   */
  public static PenaltyGrid of(double... penalties) {
    if (penalties.length == 0) {
      throw new IllegalArgumentException("a grid of penalties has at least one");
    }
    for (int k = 0; k < penalties.length; k++) {
      requirePenalty(penalties[k]);
      if (k > 0 && penalties[k] <= penalties[k - 1]) {
        throw new IllegalArgumentException(
            "penalties ascend, got " + penalties[k] + " after " + penalties[k - 1]);
      }
    }
    return new PenaltyGrid(penalties.clone());
  }

  /**
   * {@code count} penalties from one to another, each the same number of times the one before.
   *
   * @throws IllegalArgumentException unless 0 &lt; from &lt; to and count is 2 or more
   */
  public static PenaltyGrid logSpaced(double from, double to, int count) {
    if (!(from > 0 && to > from && Double.isFinite(to)) || count < 2) {
      throw new IllegalArgumentException(
          "%s:%s:%d: two different penalties above 0, the smaller first, and how many from one to"
                  .formatted(from, to, count)
              + " the other, at least 2, are expected");
    }
    var penalties = new double[count];
    for (int k = 0; k < count; k++) {
      double share = (double) k / (count - 1);
      penalties[k] = Math.pow(10, (1 - share) * Math.log10(from) + share * Math.log10(to));
    }
    penalties[0] = from;
    penalties[count - 1] = to;
    return of(penalties);
  }

  /** {@link #USUAL} in the {@link #unit} of some features. */
  public static PenaltyGrid usual(double[][] rawFeatures, Scale scale) {
    return USUAL.times(unit(rawFeatures, scale));
  }

  /** As above, for features of several spaces: their squared lengths add up. */
  public static PenaltyGrid usual(double[][] rawFeatures, EncodingOptions options) {
    double unit = unit(rawFeatures, options.scale());
    return USUAL.times(options.scale() == Scale.UNIT ? unit * options.spaces().count() : unit);
  }

  /**
   * The squared length of a word's scaled features, to which penalties are proportional: 1 for
   * features of unit length, their number for z-scored features; of unscaled features the mean over
   * the words, to the nearest power of ten, so that no word decides it.
   *
   * @param rawFeatures unscaled features of all words, words x features
   */
  public static double unit(double[][] rawFeatures, Scale scale) {
    return switch (scale) {
      case UNIT -> 1;
      case ZSCORE -> rawFeatures[0].length;
      case NONE -> powerOfTen(meanSquaredLength(rawFeatures));
    };
  }

  /** Every penalty multiplied by a factor above 0. */
  public PenaltyGrid times(double factor) {
    return of(Arrays.stream(penalties).map(penalty -> penalty * factor).toArray());
  }

  private static double meanSquaredLength(double[][] rows) {
    double squares = 0;
    for (double[] row : rows) {
      for (double value : row) {
        squares += value * value;
      }
    }
    return squares / rows.length;
  }

  private static double powerOfTen(double value) {
    return value > 0 ? Math.pow(10, Math.rint(Math.log10(value))) : 1;
  }

  public int size() {
    return penalties.length;
  }

  /** The penalty lambda of a number from 0 up. */
  public double at(int number) {
    return penalties[number];
  }

  /** All penalties, ascending: a copy. */
  public double[] penalties() {
    return penalties.clone();
  }

  /** The number of the first of the smallest errors, one a penalty; NaN is larger than any. */
  public static int smallest(double[] errors) {
    int best = 0;
    for (int k = 1; k < errors.length; k++) {
      if (errors[k] < errors[best] || Double.isNaN(errors[best])) {
        best = k;
      }
    }
    return best;
  }

  /**
   * Whether a chosen penalty is the smallest or the largest of several: a better one may lie
   * outside.
   */
  public boolean atEdge(int number) {
    return penalties.length > 1 && (number == 0 || number == penalties.length - 1);
  }

  static void requirePenalty(double ridge) {
    if (!(ridge >= 0) || Double.isInfinite(ridge)) {
      throw new IllegalArgumentException("a ridge penalty is a number from 0 up, got " + ridge);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PenaltyGrid grid && Arrays.equals(penalties, grid.penalties);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(penalties);
  }

  @Override
  public String toString() {
    return Arrays.toString(penalties);
  }
}
