package org.mitchell.norms.regression;

import java.util.Arrays;

/**
 * The sum of squared leave-one-out errors of each penalty. Words are gone over in blocks, features
 * by words, so that the inner loops run over words; the order of the sums is that of the words.
 */
final class LeaveOneOutSums {
  private static final int BLOCK = 256;

  private final CentredProducts products;
  private final double[][] directions;
  private final double[][] coefficients;
  private final double[][] inverses;

  private final double[][] centred;
  private final double[][] along;
  private final double[][] squared;
  private final double[] fitted = new double[BLOCK];
  private final double[] leverage = new double[BLOCK];

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
  }

  /** One sum a penalty. */
  double[] of(double[][] rows, double[] values, int[] words) {
    var sums = new double[coefficients.length];
    for (int first = 0; first < words.length; first += BLOCK) {
      int count = Math.min(BLOCK, words.length - first);
      load(rows, words, first, count);
      for (int k = 0; k < sums.length; k++) {
        sums[k] += sum(values, words, first, count, k);
      }
    }
    return sums;
  }

  /** Turns a block of words into the directions. */
  private void load(double[][] rows, int[] words, int first, int count) {
    for (int i = 0; i < count; i++) {
      double[] row = rows[words[first + i]];
      for (int f = 0; f < row.length; f++) {
        centred[f][i] = row[f] - products.means()[f];
      }
    }
    for (int d = 0; d < directions.length; d++) {
      double[] z = along[d];
      Arrays.fill(z, 0, count, 0);
      DoubleLoops.addRows(z, count, centred, directions[d]);
      for (int i = 0; i < count; i++) {
        squared[d][i] = z[i] * z[i];
      }
    }
  }

  private double sum(double[] values, int[] words, int first, int count, int penalty) {
    for (int i = 0; i < count; i++) {
      fitted[i] = 0;
      leverage[i] = 1.0 / words.length;
    }
    DoubleLoops.addRows(fitted, count, along, coefficients[penalty]);
    DoubleLoops.addRows(leverage, count, squared, inverses[penalty]);
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double error = values[words[first + i]] - products.meanValue() - fitted[i];
      double without = error / (1 - leverage[i]);
      sum += without * without;
    }
    return sum;
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
