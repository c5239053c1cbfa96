package org.mitchell.vectors;

import java.util.Arrays;

/** How far two lists of numbers go together, by themselves and by their ranks. */
public final class Correlation {
  private Correlation() {}

  /**
   * Pearson's correlation.
   *
   * @return NaN where either is the same everywhere
   */
  public static double pearson(double[] x, double[] y) {
    if (areSame(x) || areSame(y)) {
      return Double.NaN;
    }
    double meanOfX = Arrays.stream(x).average().orElse(0);
    double meanOfY = Arrays.stream(y).average().orElse(0);
    double product = 0;
    double squaresOfX = 0;
    double squaresOfY = 0;
    for (int i = 0; i < x.length; i++) {
      product += (x[i] - meanOfX) * (y[i] - meanOfY);
      squaresOfX += (x[i] - meanOfX) * (x[i] - meanOfX);
      squaresOfY += (y[i] - meanOfY) * (y[i] - meanOfY);
    }
    return product / Math.sqrt(squaresOfX * squaresOfY);
  }

  /** Spearman's correlation: Pearson's of the ranks, equal numbers having the mean of theirs. */
  public static double spearman(double[] x, double[] y) {
    return pearson(ranks(x), ranks(y));
  }

  /** Exactly: the mean of equal numbers may be off by rounding, and so no square about it is 0. */
  public static boolean areSame(double[] values) {
    for (double value : values) {
      if (value != values[0]) {
        return false;
      }
    }
    return true;
  }

  /** Ranks from 1; equal numbers have the mean of their ranks. */
  static double[] ranks(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    var rankOf = new double[sorted.length];
    for (int first = 0; first < sorted.length; ) {
      int behind = first;
      while (behind < sorted.length && sorted[behind] == sorted[first]) {
        behind++;
      }
      Arrays.fill(rankOf, first, behind, (first + behind + 1) / 2.0);
      first = behind;
    }
    var ranks = new double[values.length];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = rankOf[Arrays.binarySearch(sorted, values[i])];
    }
    return ranks;
  }
}
