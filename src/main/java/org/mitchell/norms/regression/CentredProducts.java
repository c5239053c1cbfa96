package org.mitchell.norms.regression;

import java.util.Arrays;

/**
 * The sums of squares and products of words' features about their means, X'X, and with their
 * values, X'y: all that a linear regression needs.
 */
final class CentredProducts {
  /** Rows that are taken together, so that a sum is loaded once for all of them. */
  private static final int TOGETHER = 8;

  /** Rows of sums begin at a multiple of this, so that loops over them stay whole. */
  private static final int LANES = 8;

  private final double[] means;
  private final double meanValue;
  private final double[][] squares;
  private final double[] products;

  private CentredProducts(double[] means, double meanValue, double[][] squares, double[] products) {
    this.means = means;
    this.meanValue = meanValue;
    this.squares = squares;
    this.products = products;
  }

  static CentredProducts of(double[][] rows, double[] values, int[] words) {
    int features = rows[words[0]].length;
    var means = new double[features];
    double meanValue = 0;
    for (int word : words) {
      double[] row = rows[word];
      for (int f = 0; f < features; f++) {
        means[f] += row[f];
      }
      meanValue += values[word];
    }
    for (int f = 0; f < features; f++) {
      // Rounding would leave a little of equal numbers, and least squares blow it up.
      means[f] = areSame(rows, words, f) ? rows[words[0]][f] : means[f] / words.length;
    }
    meanValue /= words.length;
    var sums =
        new CentredProducts(means, meanValue, new double[features][features], new double[features]);
    sums.add(rows, values, words);
    return sums;
  }

  private static boolean areSame(double[][] rows, int[] words, int f) {
    return Arrays.stream(words).allMatch(word -> rows[word][f] == rows[words[0]][f]);
  }

  private void add(double[][] rows, double[] values, int[] words) {
    int features = means.length;
    var centred = new double[TOGETHER][features];
    for (int first = 0; first < words.length; first += TOGETHER) {
      for (int r = 0; r < TOGETHER; r++) {
        boolean there = first + r < words.length;
        double[] row = there ? rows[words[first + r]] : means;
        double value = there ? values[words[first + r]] - meanValue : 0;
        for (int f = 0; f < features; f++) {
          centred[r][f] = row[f] - means[f];
        }
        for (int f = 0; f < features; f++) {
          products[f] += value * centred[r][f];
        }
      }
      for (int f = 0; f < features; f++) {
        DoubleLoops.addEight(squares[f], f & -LANES, features, centred, f);
      }
    }
    for (int f = 0; f < features; f++) {
      for (int g = 0; g < f; g++) {
        squares[f][g] = squares[g][f];
      }
    }
  }

  /** The means of the features. */
  double[] means() {
    return means;
  }

  /** The mean of the values. */
  double meanValue() {
    return meanValue;
  }

  /** X'X, features x features. */
  double[][] squares() {
    return squares;
  }

  /** X'y, one a feature. */
  double[] products() {
    return products;
  }
}
