package org.mitchell.figures.brain;

import java.util.Arrays;
import org.mitchell.fmri.Affine;

/** Values on a grid of voxels in space; NaN where there is none. */
final class Volume {
  private final int ni;
  private final int nj;
  private final int nk;
  private final Affine affine;
  private final float[] values;

  /** Rows of the matrix from mm to 0-based voxel, one after the other. */
  private final double[] toVoxel;

  /**
   * @param dims three numbers of voxels
   * @param values as many as there are voxels, i fastest. Not copied
   */
  Volume(int[] dims, Affine affine, float[] values) {
    if (dims.length != 3 || (long) dims[0] * dims[1] * dims[2] != values.length) {
      throw new IllegalArgumentException(
          values.length + " values where the dimensions are " + Arrays.toString(dims));
    }
    ni = dims[0];
    nj = dims[1];
    nk = dims[2];
    this.affine = affine;
    this.values = values;
    toVoxel = inverse(affine);
  }

  int[] dims() {
    return new int[] {ni, nj, nk};
  }

  Affine affine() {
    return affine;
  }

  /** The array itself. */
  float[] values() {
    return values;
  }

  /** The place in the array of the voxel that holds a point; -1 outside the grid. */
  int indexAt(double x, double y, double z) {
    int i = nearest(voxel(0, x, y, z));
    int j = nearest(voxel(1, x, y, z));
    int k = nearest(voxel(2, x, y, z));
    boolean inside = i >= 0 && i < ni && j >= 0 && j < nj && k >= 0 && k < nk;
    return inside ? i + ni * (j + nj * k) : -1;
  }

  /** The value of the voxel that holds a point; NaN outside the grid. */
  float nearest(double x, double y, double z) {
    int index = indexAt(x, y, z);
    return index < 0 ? Float.NaN : values[index];
  }

  /** Between the eight voxels around a point, in proportion; NaN outside the grid. */
  float linear(double x, double y, double z) {
    double i = voxel(0, x, y, z);
    double j = voxel(1, x, y, z);
    double k = voxel(2, x, y, z);
    int i0 = floor(i, ni);
    int j0 = floor(j, nj);
    int k0 = floor(k, nk);
    if (i0 < 0 || j0 < 0 || k0 < 0) {
      return Float.NaN;
    }
    double low = plane(i0, j0, k0, i - i0, j - j0);
    double high = plane(i0, j0, Math.min(k0 + 1, nk - 1), i - i0, j - j0);
    return (float) between(low, high, k - k0);
  }

  /** The mm of a voxel's centre by its place in the array. */
  double[] centre(int index) {
    return affine.toMm(index % ni, index / ni % nj, index / ni / nj);
  }

  /** The box around all voxels that have a value, to their far faces; there must be one. */
  Extent extent() {
    return extentAbove(Float.NEGATIVE_INFINITY);
  }

  /** As {@link #extent()}, of the voxels of more than {@code least}. */
  Extent extentAbove(float least) {
    double[] low = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
    double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
    double[] half = halfVoxel();
    for (int index = 0; index < values.length; index++) {
      if (values[index] > least) {
        double[] mm = centre(index);
        for (int axis = 0; axis < 3; axis++) {
          low[axis] = Math.min(low[axis], mm[axis] - half[axis]);
          high[axis] = Math.max(high[axis], mm[axis] + half[axis]);
        }
      }
    }
    return new Extent(low, high);
  }

  /** Half the size of a voxel along x, y and z, corner to corner. */
  double[] halfVoxel() {
    double[][] matrix = affine.matrix();
    var half = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      half[axis] =
          (Math.abs(matrix[axis][0]) + Math.abs(matrix[axis][1]) + Math.abs(matrix[axis][2])) / 2;
    }
    return half;
  }

  /** The shortest edge of a voxel, in mm. */
  double shortestEdge() {
    double[][] matrix = affine.matrix();
    double shortest = Double.MAX_VALUE;
    for (int column = 0; column < 3; column++) {
      double length =
          Math.hypot(Math.hypot(matrix[0][column], matrix[1][column]), matrix[2][column]);
      shortest = Math.min(shortest, length);
    }
    return shortest;
  }

  int count() {
    int count = 0;
    for (float value : values) {
      count += Float.isNaN(value) ? 0 : 1;
    }
    return count;
  }

  private double voxel(int row, double x, double y, double z) {
    int at = 4 * row;
    return toVoxel[at] * x + toVoxel[at + 1] * y + toVoxel[at + 2] * z + toVoxel[at + 3];
  }

  private static int nearest(double voxel) {
    return (int) Math.floor(voxel + 0.5);
  }

  /** The voxel at or before a place; -1 where that is beyond the centres of the outer voxels. */
  private static int floor(double voxel, int count) {
    return voxel >= 0 && voxel <= count - 1 ? (int) voxel : -1;
  }

  private double plane(int i, int j, int k, double partI, double partJ) {
    int right = i < ni - 1 ? 1 : 0;
    int up = j < nj - 1 ? ni : 0;
    int at = i + ni * (j + nj * k);
    double low = between(values[at], values[at + right], partI);
    double high = between(values[at + up], values[at + up + right], partI);
    return between(low, high, partJ);
  }

  private static double between(double a, double b, double part) {
    // Without the test a NaN next door would spoil a voxel's own centre.
    return part == 0 ? a : a + part * (b - a);
  }

  private static double[] inverse(Affine affine) {
    double[] origin = affine.toVoxel(0, 0, 0);
    double[][] columns = {
      affine.toVoxel(1, 0, 0), affine.toVoxel(0, 1, 0), affine.toVoxel(0, 0, 1)
    };
    var rows = new double[12];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        rows[4 * row + column] = columns[column][row] - origin[row];
      }
      rows[4 * row + 3] = origin[row];
    }
    return rows;
  }
}
