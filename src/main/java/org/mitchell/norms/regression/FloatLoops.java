package org.mitchell.norms.regression;

/** Sums over rows in single precision: plain loops, which the JVM turns into vector code. */
final class FloatLoops {
  private FloatLoops() {}

  /** Adds {@code w0 x0 + w1 x1 + w2 x2 + w3 x3} to {@code sum}. */
  static void addFour(
      float[] sum,
      float[] x0,
      float[] x1,
      float[] x2,
      float[] x3,
      float w0,
      float w1,
      float w2,
      float w3) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += w0 * x0[i] + w1 * x1[i] + (w2 * x2[i] + w3 * x3[i]);
    }
  }

  /** Adds {@code w x} to {@code sum}. */
  static void add(float[] sum, float[] x, float w) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += w * x[i];
    }
  }

  /**
   * Adds weighted rows to {@code sum}.
   *
   * @param weights one a row
   */
  static void addRows(float[] sum, float[][] rows, float[] weights) {
    int r = 0;
    for (; r + 3 < weights.length; r += 4) {
      addFour(
          sum,
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
      add(sum, rows[r], weights[r]);
    }
  }

  /** The sum of products, in four sums that do not wait for each other. */
  static float product(float[] x, float[] y) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = 0;
    for (; i + 3 < x.length; i += 4) {
      s0 += x[i] * y[i];
      s1 += x[i + 1] * y[i + 1];
      s2 += x[i + 2] * y[i + 2];
      s3 += x[i + 3] * y[i + 3];
    }
    for (; i < x.length; i++) {
      s0 += x[i] * y[i];
    }
    return s0 + s1 + (s2 + s3);
  }
}
