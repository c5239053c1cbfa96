package org.mitchell.norms.regression;

/** Sums over rows in double precision: plain loops, which the JVM turns into vector code. */
final class DoubleLoops {
  private static final int TOGETHER = 8;

  private DoubleLoops() {}

  /** Adds eight rows, each times its own number in column {@code c}, in the places from..to - 1. */
  static void addEight(double[] sum, int from, int to, double[][] rows, int c) {
    addEight(
        sum,
        from,
        to,
        rows,
        0,
        rows[0][c],
        rows[1][c],
        rows[2][c],
        rows[3][c],
        rows[4][c],
        rows[5][c],
        rows[6][c],
        rows[7][c]);
  }

  /**
   * Adds to each sum, in its first places, all rows with the weights of that sum. Eight rows are
   * taken for all sums before the next, since they stay in the nearest cache.
   *
   * @param weights sums x rows; not changed
   */
  static void addProducts(double[][] sums, int count, double[][] weights, double[][] rows) {
    int r = 0;
    for (; r + TOGETHER <= rows.length; r += TOGETHER) {
      for (int s = 0; s < sums.length; s++) {
        double[] w = weights[s];
        addEight(
            sums[s], 0, count, rows, r, w[r], w[r + 1], w[r + 2], w[r + 3], w[r + 4], w[r + 5],
            w[r + 6], w[r + 7]);
      }
    }
    for (; r < rows.length; r++) {
      for (int s = 0; s < sums.length; s++) {
        add(sums[s], count, rows[r], weights[s][r]);
      }
    }
  }

  /** Adds the rows first..first + 7, each times its weight. */
  private static void addEight(
      double[] sum,
      int from,
      int to,
      double[][] rows,
      int first,
      double w0,
      double w1,
      double w2,
      double w3,
      double w4,
      double w5,
      double w6,
      double w7) {
    double[] x0 = rows[first];
    double[] x1 = rows[first + 1];
    double[] x2 = rows[first + 2];
    double[] x3 = rows[first + 3];
    double[] x4 = rows[first + 4];
    double[] x5 = rows[first + 5];
    double[] x6 = rows[first + 6];
    double[] x7 = rows[first + 7];
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

  /** The squares of numbers, in the first places. */
  static void square(double[] squares, int count, double[] x) {
    for (int i = 0; i < count; i++) {
      squares[i] = x[i] * x[i];
    }
  }
}
