package org.mitchell.inference;

/**
 * Student's t of one sample at every voxel: t = s / sqrt((n q - s^2) / (n - 1)), with s the sum and
 * q the sum of squares of the n values that a voxel has.
 */
final class StudentT {
  private StudentT() {}

  /**
   * Turns sums into t's, from a voxel to before another; NaN of fewer than two values.
   *
   * @param sums s, replaced by t
   */
  static void ofSums(double[] sums, double[] squares, int[] numbers, int from, int to) {
    for (int v = from; v < to; v++) {
      int n = numbers[v];
      double spread = (n * squares[v] - sums[v] * sums[v]) / (n - 1);
      sums[v] = n < 2 ? Double.NaN : sums[v] / Math.sqrt(Math.max(0, spread));
    }
  }
}
