package org.mitchell.encoding;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Weights from 0 up, of sum 1, by which errors add up to the smallest sum of squares: those of the
 * best face of the simplex, in whose interior the minimum is R^-1 1 / (1' R^-1 1).
 */
final class SimplexWeights {
  /** The number of faces doubles with each. */
  static final int MOST = 10;

  /** By how much a face must be better than one before it: rounding must not decide. */
  private static final double BETTER = 1 - 1e-12;

  private SimplexWeights() {}

  /**
   * @param products R, inner products of the errors, one row a model
   * @return a weight a model; equal ones where there are no errors
   */
  static double[] of(double[][] products) {
    int count = products.length;
    var best = new double[count];
    Arrays.fill(best, 1.0 / count);
    double smallest = Double.POSITIVE_INFINITY;
    for (int size = 1; size <= count; size++) {
      for (int face = 1; face < 1 << count; face++) {
        if (Integer.bitCount(face) != size) {
          continue;
        }
        double[] weights = within(products, face, size);
        double value = weights.length == 0 ? Double.NaN : square(products, weights);
        if (value < smallest * BETTER) {
          smallest = value;
          best = weights;
        }
      }
    }
    return best;
  }

  /** The weights of a face, or none where its minimum lies outside of it. */
  private static double[] within(double[][] products, int face, int size) {
    int[] members = new int[size];
    int next = 0;
    for (int m = 0; m < products.length; m++) {
      if ((face >> m & 1) == 1) {
        members[next++] = m;
      }
    }
    var weights = new double[products.length];
    if (size == 1) {
      weights[members[0]] = 1;
      return weights;
    }
    var block = new DMatrixRMaj(size, size);
    var ones = new DMatrixRMaj(size, 1);
    var solved = new DMatrixRMaj(size, 1);
    for (int a = 0; a < size; a++) {
      ones.set(a, 0, 1);
      for (int b = 0; b < size; b++) {
        block.set(a, b, products[members[a]][members[b]]);
      }
    }
    if (!CommonOps_DDRM.solve(block, ones, solved)) {
      return new double[0];
    }
    double sum = CommonOps_DDRM.elementSum(solved);
    for (int a = 0; a < size; a++) {
      double weight = solved.get(a, 0) / sum;
      if (!(weight >= 0)) {
        return new double[0];
      }
      weights[members[a]] = weight;
    }
    return weights;
  }

  private static double square(double[][] products, double[] weights) {
    double value = 0;
    for (int a = 0; a < weights.length; a++) {
      for (int b = 0; b < weights.length; b++) {
        value += weights[a] * products[a][b] * weights[b];
      }
    }
    return value;
  }
}
