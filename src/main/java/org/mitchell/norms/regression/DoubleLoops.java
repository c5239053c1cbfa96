package org.mitchell.norms.regression;

/** Sums over rows in double precision: plain loops, which the JVM turns into vector code. */
final class DoubleLoops {
  /**
   * Rows that one loop adds. Of more the JVM's compiler takes fewer places at a time: it repeats a
   * short body until vectors are full, and a long one once or twice.
   */
  private static final int TOGETHER = 4;

  private DoubleLoops() {}

  /**
   * Adds rows, each times its own number in column {@code c}, in the places from..to - 1.
   *
   * @param rows a multiple of four
   */
  static void addRows(double[] sum, int from, int to, double[][] rows, int c) {
    for (int r = 0; r < rows.length; r += TOGETHER) {
      addFour(sum, from, to, rows, r, rows[r][c], rows[r + 1][c], rows[r + 2][c], rows[r + 3][c]);
    }
  }

  /**
   * Adds to each sum, in its first places, all rows with the weights of that sum. Four rows are
   * taken for all sums before the next, since they stay in the nearest cache.
   *
   * @param weights sums x rows; not changed
   */
  static void addProducts(double[][] sums, int count, double[][] weights, double[][] rows) {
    int r = 0;
    for (; r + TOGETHER <= rows.length; r += TOGETHER) {
      for (int s = 0; s < sums.length; s++) {
        double[] w = weights[s];
        addFour(sums[s], 0, count, rows, r, w[r], w[r + 1], w[r + 2], w[r + 3]);
      }
    }
    for (; r < rows.length; r++) {
      for (int s = 0; s < sums.length; s++) {
        add(sums[s], count, rows[r], weights[s][r]);
      }
    }
  }

  /** Adds the rows first..first + 3, each times its weight. */
  private static void addFour(
      double[] sum,
      int from,
      int to,
      double[][] rows,
      int first,
      double w0,
      double w1,
      double w2,
      double w3) {
    double[] x0 = rows[first];
    double[] x1 = rows[first + 1];
    double[] x2 = rows[first + 2];
    double[] x3 = rows[first + 3];
    for (int i = from; i < to; i++) {
      sum[i] += w0 * x0[i] + w1 * x1[i] + (w2 * x2[i] + w3 * x3[i]);
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
