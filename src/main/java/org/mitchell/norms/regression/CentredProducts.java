package org.mitchell.norms.regression;

/**
 * The sums of squares and products of words' features about their means, X'X, and with their
 * values, X'y: all that a linear regression needs. Those of two groups of words add up, so that the
 * words of a fold are gone over once, and not for each model that is trained on them.
 */
final class CentredProducts {
  /** Rows that are taken together, so that a sum is loaded once for all of them. */
  private static final int TOGETHER = 8;

  /** Rows of sums begin at a multiple of this, so that loops over them stay whole. */
  private static final int LANES = 8;

  private final int words;
  private final double[] means;
  private final double meanValue;
  private final double[][] squares;
  private final double[] products;

  private CentredProducts(
      int words, double[] means, double meanValue, double[][] squares, double[] products) {
    this.words = words;
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
        new CentredProducts(
            words.length, means, meanValue, new double[features][features], new double[features]);
    sums.add(rows, values, words);
    return sums;
  }

  private static boolean areSame(double[][] rows, int[] words, int f) {
    for (int word : words) {
      if (rows[word][f] != rows[words[0]][f]) {
        return false;
      }
    }
    return true;
  }

  private void add(double[][] rows, double[] values, int[] words) {
    var centred = new double[TOGETHER][means.length];
    for (int first = 0; first < words.length; first += TOGETHER) {
      for (int r = 0; r < TOGETHER; r++) {
        boolean there = first + r < words.length;
        centre(there ? rows[words[first + r]] : means, centred[r]);
        double value = there ? values[words[first + r]] - meanValue : 0;
        DoubleLoops.add(products, products.length, centred[r], value);
      }
      addSquares(centred);
    }
    for (int f = 0; f < means.length; f++) {
      for (int g = 0; g < f; g++) {
        squares[f][g] = squares[g][f];
      }
    }
  }

  private void centre(double[] row, double[] centred) {
    for (int f = 0; f < centred.length; f++) {
      centred[f] = row[f] - means[f];
    }
  }

  private void addSquares(double[][] centred) {
    for (int f = 0; f < means.length; f++) {
      DoubleLoops.addRows(squares[f], f & -LANES, means.length, centred, f);
    }
  }

  /**
   * Those of two groups of other words together. Nothing is taken away from anything, so that
   * nothing is lost: with d the difference of the means, the sum of squares is that of either group
   * and n1 n2 / (n1 + n2) d d' (Chan, Golub and LeVeque 1983, The American Statistician 37:242). A
   * feature that is the same in both keeps squares of exactly 0.
   */
  CentredProducts with(CentredProducts other) {
    int features = means.length;
    int all = words + other.words;
    double share = (double) other.words / all;
    double weight = words * share;
    var offset = new double[features];
    var sumMeans = new double[features];
    for (int f = 0; f < features; f++) {
      offset[f] = other.means[f] - means[f];
      sumMeans[f] = means[f] + share * offset[f];
    }
    double valueOffset = other.meanValue - meanValue;
    var sumSquares = new double[features][features];
    var sumProducts = new double[features];
    for (int f = 0; f < features; f++) {
      for (int g = 0; g < features; g++) {
        sumSquares[f][g] = squares[f][g] + other.squares[f][g] + weight * offset[f] * offset[g];
      }
      sumProducts[f] = products[f] + other.products[f] + weight * offset[f] * valueOffset;
    }
    return new CentredProducts(
        all, sumMeans, meanValue + share * valueOffset, sumSquares, sumProducts);
  }

  /** How many words they are of. */
  int words() {
    return words;
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
