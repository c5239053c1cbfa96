package org.mitchell.norms.regression;

/** Sums over rows in double precision: plain loops, which the JVM turns into vector code. */
final class DoubleLoops {
  private DoubleLoops() {}

  /** Adds {@code w0 x0 + w1 x1 + w2 x2 + w3 x3} to {@code sum}, in the places from..to - 1. */
  static void addFour(
      double[] sum,
      int from,
      int to,
      double[] x0,
      double[] x1,
      double[] x2,
      double[] x3,
      double w0,
      double w1,
      double w2,
      double w3) {
    for (int i = from; i < to; i++) {
      sum[i] += w0 * x0[i] + w1 * x1[i] + (w2 * x2[i] + w3 * x3[i]);
    }
  }

  /** Adds eight rows, each times its own number in column {@code c}, in the places from..to - 1. */
  static void addEight(double[] sum, int from, int to, double[][] rows, int c) {
    double[] x0 = rows[0];
    double[] x1 = rows[1];
    double[] x2 = rows[2];
    double[] x3 = rows[3];
    double[] x4 = rows[4];
    double[] x5 = rows[5];
    double[] x6 = rows[6];
    double[] x7 = rows[7];
    double w0 = x0[c];
    double w1 = x1[c];
    double w2 = x2[c];
    double w3 = x3[c];
    double w4 = x4[c];
    double w5 = x5[c];
    double w6 = x6[c];
    double w7 = x7[c];
    for (int i = from; i < to; i++) {
      sum[i] +=
          w0 * x0[i]
              + w1 * x1[i]
              + (w2 * x2[i] + w3 * x3[i])
              + (w4 * x4[i] + w5 * x5[i] + (w6 * x6[i] + w7 * x7[i]));
    }
  }

  /** Adds {@code w x} to {@code sum}, in the first places. */
  static void add(double[] sum, int count, double[] x, double w) {
    for (int i = 0; i < count; i++) {
      sum[i] += w * x[i];
    }
  }

  /**
   * Adds the weighted rows to {@code sum}, in the first places.
   *
   * @param weights one a row; not changed
   */
  static void addRows(double[] sum, int count, double[][] rows, double[] weights) {
    int r = 0;
    for (; r + 3 < weights.length; r += 4) {
      addFour(
          sum,
          0,
          count,
          rows[r],
          rows[r + 1],
          rows[r + 2],
          rows[r + 3],
          weights[r],
          weights[r + 1],
          weights[r + 2],
          weights[r + 3]);
    }
    for (; r < weights.length; r++) {
      add(sum, count, rows[r], weights[r]);
    }
  }
}
