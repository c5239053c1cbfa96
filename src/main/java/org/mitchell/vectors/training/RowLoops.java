package org.mitchell.vectors.training;

/**
 * The loops over one row that take nearly all of the time. Each is in a form that the compiler of
 * the Java machine turns into vector instructions, but for the sum: its eight parts are added in
 * one order everywhere.
 */
final class RowLoops {
  private static final int PARTS = 8;

  private RowLoops() {}

  /** The inner product of two rows of the same length. */
  static float dot(float[] a, float[] b) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    float s4 = 0;
    float s5 = 0;
    float s6 = 0;
    float s7 = 0;
    int whole = a.length - a.length % PARTS;
    for (int i = 0; i < whole; i += PARTS) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
      s4 += a[i + 4] * b[i + 4];
      s5 += a[i + 5] * b[i + 5];
      s6 += a[i + 6] * b[i + 6];
      s7 += a[i + 7] * b[i + 7];
    }
    for (int i = whole; i < a.length; i++) {
      s0 += a[i] * b[i];
    }
    return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
  }

  /** {@code row += other}; the first is modified. */
  static void add(float[] row, float[] other) {
    for (int i = 0; i < row.length; i++) {
      row[i] += other[i];
    }
  }

  /** {@code row += factor * other}; the last is modified. */
  static void addTimes(float factor, float[] other, float[] row) {
    for (int i = 0; i < row.length; i++) {
      row[i] += factor * other[i];
    }
  }

  /** {@code row = keep * row + factor * other}; the row is modified. */
  static void mix(float keep, float[] row, float factor, float[] other) {
    for (int i = 0; i < row.length; i++) {
      row[i] = keep * row[i] + factor * other[i];
    }
  }

  /** {@code row *= factor}. */
  static void scale(float[] row, float factor) {
    for (int i = 0; i < row.length; i++) {
      row[i] *= factor;
    }
  }

  /**
   * {@code error += step * output}, then {@code output += step * hidden} with the former output;
   * the first two are modified.
   */
  static void learn(float step, float[] error, float[] output, float[] hidden) {
    for (int i = 0; i < error.length; i++) {
      float former = output[i];
      error[i] += step * former;
      output[i] = former + step * hidden[i];
    }
  }
}
