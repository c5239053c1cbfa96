package org.mitchell.nifti;

/**
 * The unit quaternion a + bi + cj + dk with a >= 0 that a header stores as (b, c, d).
 *
 * <p>Formulas: the section on METHOD 2 in the comments of nifti1.h, and Shepperd's choice of the
 * largest component for the way back (J. Guidance and Control 1, 1978).
 */
record Quaternion(double a, double b, double c, double d) {
  /** Below this, what is left for a squared is rounding: the rotation is by 180 degrees. */
  private static final double HALF_TURN = 1e-7;

  /** Completes the stored three; a triple longer than 1 (by rounding) is scaled to 1. */
  static Quaternion of(double b, double c, double d) {
    double square = b * b + c * c + d * d;
    if (1 - square >= HALF_TURN) {
      return new Quaternion(Math.sqrt(1 - square), b, c, d);
    }
    double length = Math.sqrt(square);
    return new Quaternion(0, b / length, c / length, d / length);
  }

  /** Of a proper rotation (3 x 3, orthonormal columns, determinant 1). */
  static Quaternion ofRotation(double[][] r) {
    double trace = r[0][0] + r[1][1] + r[2][2];
    double[] q = new double[4];
    if (trace >= Math.max(r[0][0], Math.max(r[1][1], r[2][2]))) {
      q[0] = 1 + trace;
      q[1] = r[2][1] - r[1][2];
      q[2] = r[0][2] - r[2][0];
      q[3] = r[1][0] - r[0][1];
    } else {
      int i = r[0][0] >= r[1][1] && r[0][0] >= r[2][2] ? 0 : r[1][1] >= r[2][2] ? 1 : 2;
      int j = (i + 1) % 3;
      int k = (i + 2) % 3;
      q[0] = r[k][j] - r[j][k];
      q[1 + i] = 1 + r[i][i] - r[j][j] - r[k][k];
      q[1 + j] = r[j][i] + r[i][j];
      q[1 + k] = r[k][i] + r[i][k];
    }
    double length = Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
    double signed = q[0] < 0 ? -length : length;
    // Adding zero turns -0.0 into 0.0: no stray sign bits in the header.
    return new Quaternion(
        q[0] / signed + 0.0, q[1] / signed + 0.0, q[2] / signed + 0.0, q[3] / signed + 0.0);
  }

  /** The rotation matrix, 3 x 3. */
  double[][] rotation() {
    return new double[][] {
      {a * a + b * b - c * c - d * d, 2 * (b * c - a * d), 2 * (b * d + a * c)},
      {2 * (b * c + a * d), a * a + c * c - b * b - d * d, 2 * (c * d - a * b)},
      {2 * (b * d - a * c), 2 * (c * d + a * b), a * a + d * d - b * b - c * c}
    };
  }
}
