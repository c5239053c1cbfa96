package org.mitchell.fmri;

import java.util.Arrays;
import org.ejml.data.DMatrix3;
import org.ejml.data.DMatrix3x3;
import org.ejml.dense.fixed.CommonOps_DDF3;

/**
 * The map from 0-based voxel indices (i, j, k) to millimetres, as NIfTI and nibabel define it: mm =
 * A [i j k 1]'.
 */
public final class Affine {
  /**
   * The grid of the CMU participants. For 1-based (i, j, k): x = 81.25 - 3.125 i, y = 3.125 j -
   * 115.625, z = 6 k - 54, in MNI mm; here for 0-based indices. The x step is negative: i grows
   * from right to left.
   */
  public static final Affine CMU =
      of(new double[][] {{-3.125, 0, 0, 78.125}, {0, 3.125, 0, -112.5}, {0, 0, 6, -48}});

  private final double[] rows;

  private Affine(double[] rows) {
    this.rows = rows;
  }

  /**
   * @param matrix 3 x 4 or 4 x 4, rows x, y, z in mm
   * @throws IllegalArgumentException if the shape is another, a number is not finite, or the matrix
   *     cannot be inverted
   */
  public static Affine of(double[][] matrix) {
    if (matrix.length < 3 || Arrays.stream(matrix).anyMatch(row -> row.length != 4)) {
      throw new IllegalArgumentException(
          "an affine has 3 or 4 rows of 4 numbers, got " + Arrays.deepToString(matrix));
    }
    var rows = new double[12];
    for (int r = 0; r < 3; r++) {
      System.arraycopy(matrix[r], 0, rows, 4 * r, 4);
    }
    var affine = new Affine(rows);
    double determinant = CommonOps_DDF3.det(affine.square());
    if (!Double.isFinite(determinant)
        || determinant == 0
        || !Arrays.stream(rows).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "an affine must be finite and invertible, got " + Arrays.deepToString(matrix));
    }
    return affine;
  }

  /** Millimetres (x, y, z) of the 0-based voxel (i, j, k). */
  public double[] toMm(double i, double j, double k) {
    var mm = new double[3];
    for (int r = 0; r < 3; r++) {
      mm[r] = rows[4 * r] * i + rows[4 * r + 1] * j + rows[4 * r + 2] * k + rows[4 * r + 3];
    }
    return mm;
  }

  /** The 0-based, in general fractional, voxel (i, j, k) at a place in mm. */
  public double[] toVoxel(double x, double y, double z) {
    var inverse = new DMatrix3x3();
    CommonOps_DDF3.invert(square(), inverse);
    var voxel = new DMatrix3();
    CommonOps_DDF3.mult(inverse, new DMatrix3(x - rows[3], y - rows[7], z - rows[11]), voxel);
    return new double[] {voxel.a1, voxel.a2, voxel.a3};
  }

  /** A fresh 4 x 4 matrix, last row 0 0 0 1. */
  public double[][] matrix() {
    var matrix = new double[4][4];
    for (int r = 0; r < 3; r++) {
      System.arraycopy(rows, 4 * r, matrix[r], 0, 4);
    }
    matrix[3][3] = 1;
    return matrix;
  }

  /** The same places for a box that begins so many voxels earlier, or later, along every axis. */
  public Affine shifted(int voxels) {
    double[][] matrix = matrix();
    for (int row = 0; row < 3; row++) {
      for (int axis = 0; axis < 3; axis++) {
        matrix[row][3] += voxels * matrix[row][axis];
      }
    }
    return of(matrix);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Affine affine && Arrays.equals(rows, affine.rows);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(rows);
  }

  @Override
  public String toString() {
    return Arrays.deepToString(matrix());
  }

  private DMatrix3x3 square() {
    return new DMatrix3x3(
        rows[0], rows[1], rows[2], rows[4], rows[5], rows[6], rows[8], rows[9], rows[10]);
  }
}
