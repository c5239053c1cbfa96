package org.mitchell.norms.regression;

import java.util.Arrays;

/**
 * The sum of squared leave-one-out errors of each penalty. Words are gone over in blocks, features
 * by words, so that the inner loops run over words; the order of the sums is that of the words.
 */
final class LeaveOneOutSums {
  /** So many words that a few rows of a block stay in the processor's nearest cache. */
  private static final int BLOCK = 128;

  private final CentredProducts products;
  private final double[][] directions;
  private final double[][] coefficients;
  private final double[][] inverses;

  private final double[] centredValues = new double[BLOCK];
  private final double[][] centred;
  private final double[][] along;
  private final double[][] squared;
  private final double[][] fitted;
  private final double[][] leverage;

  /**
   * @param coefficients penalties x directions
   * @param inverses penalties x directions: 1 / (d + lambda)
   */
  LeaveOneOutSums(
      CentredProducts products,
      Directions directions,
      double[][] coefficients,
      double[][] inverses) {
    this.products = products;
    this.coefficients = coefficients;
    this.inverses = inverses;
    int size = directions.count();
    this.directions = transposed(directions.weights());
    this.centred = new double[size][BLOCK];
    this.along = new double[size][BLOCK];
    this.squared = new double[size][BLOCK];
    this.fitted = new double[coefficients.length][BLOCK];
    this.leverage = new double[coefficients.length][BLOCK];
  }

  /** One sum a penalty. */
  double[] of(double[][] rows, double[] values, int[] words) {
    var sums = new double[coefficients.length];
    for (int first = 0; first < words.length; first += BLOCK) {
      int count = Math.min(BLOCK, words.length - first);
      load(rows, words, first, count);
      predict(words.length, count);
      for (int i = 0; i < count; i++) {
        centredValues[i] = values[words[first + i]] - products.meanValue();
      }
      for (int k = 0; k < sums.length; k++) {
        sums[k] += squaredErrors(fitted[k], leverage[k], count);
      }
    }
    return sums;
  }

  private double squaredErrors(double[] fitted, double[] leverage, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double without = (centredValues[i] - fitted[i]) / (1 - leverage[i]);
      sum += without * without;
    }
    return sum;
  }

  /** Turns a block of words into the directions. */
  private void load(double[][] rows, int[] words, int first, int count) {
    for (int i = 0; i < count; i++) {
      centre(rows[words[first + i]], i);
    }
    clear(along, count, 0);
    DoubleLoops.addProducts(along, count, directions, centred);
    for (int d = 0; d < along.length; d++) {
      DoubleLoops.square(squared[d], count, along[d]);
    }
  }

  private void centre(double[] row, int word) {
    double[] means = products.means();
    for (int f = 0; f < row.length; f++) {
      centred[f][word] = row[f] - means[f];
    }
  }

  private void predict(int words, int count) {
    clear(fitted, count, 0);
    DoubleLoops.addProducts(fitted, count, coefficients, along);
    clear(leverage, count, 1.0 / words);
    DoubleLoops.addProducts(leverage, count, inverses, squared);
  }

  private static void clear(double[][] rows, int count, double value) {
    for (double[] row : rows) {
      Arrays.fill(row, 0, count, value);
    }
  }

  private static double[][] transposed(double[][] matrix) {
    var turned = new double[matrix[0].length][matrix.length];
    for (int r = 0; r < matrix.length; r++) {
      for (int c = 0; c < turned.length; c++) {
        turned[c][r] = matrix[r][c];
      }
    }
    return turned;
  }
}
