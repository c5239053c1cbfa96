package org.mitchell.nifti;

import java.util.Arrays;

/**
 * Voxel sizes, qform and sform of a header, and the affines that follow from them. The arrays are
 * never changed after construction.
 *
 * @param pixdim 8 numbers: qfac, then the size along each of seven axes
 * @param quatern quatern_b, quatern_c, quatern_d
 * @param qoffset qoffset_x, qoffset_y, qoffset_z in mm
 * @param srow srow_x, srow_y, srow_z one after the other, 12 numbers
 */
record Orientation(
    double[] pixdim,
    int qformCode,
    double[] quatern,
    double[] qoffset,
    int sformCode,
    double[] srow) {
  /** How far from orthogonal the axes may be (cosine of the angle) and still be only rounded. */
  private static final double ORTHOGONAL = 1e-5;

  /** The volume of a voxel, in parts of the product of its edges, that is only rounding. */
  private static final double FLAT = 1e-6;

  /** Voxels of size 1, neither form given. */
  static Orientation unknown() {
    var ones = new double[8];
    Arrays.fill(ones, 1);
    return new Orientation(ones, 0, new double[3], new double[3], 0, new double[12]);
  }

  Orientation withVoxelSizes(double... sizes) {
    var changed = pixdim.clone();
    for (int i = 0; i < sizes.length; i++) {
      if (!(sizes[i] > 0 && Double.isFinite(sizes[i]))) {
        throw new IllegalArgumentException(
            "voxel size "
                + sizes[i]
                + " along axis "
                + (i + 1)
                + " where a positive number is expected");
      }
      changed[1 + i] = sizes[i];
    }
    return new Orientation(changed, qformCode, quatern, qoffset, sformCode, srow);
  }

  /** Sets the sform. The voxel sizes follow it unless a qform depends on them. */
  Orientation withSform(double[][] affine, int code) {
    double[] sizes = columnLengths(affine);
    var rows = new double[12];
    for (int row = 0; row < 3; row++) {
      System.arraycopy(affine[row], 0, rows, 4 * row, 4);
    }
    var sized = qformCode > 0 ? this : withVoxelSizes(sizes);
    return new Orientation(sized.pixdim, qformCode, quatern, qoffset, code, rows);
  }

  /**
   * Sets the qform and the voxel sizes; an affine with shear has no qform, which is then code 0 and
   * all zero.
   */
  Orientation withQform(double[][] affine, int code) {
    double[] sizes = columnLengths(affine);
    double[][] axes = new double[3][3];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        axes[row][column] = affine[row][column] / sizes[column];
      }
    }
    double[] sized = withVoxelSizes(sizes).pixdim;
    sized[0] = 1;
    if (hasShear(axes)) {
      return new Orientation(sized, 0, new double[3], new double[3], sformCode, srow);
    }
    if (determinant(axes) < 0) {
      sized[0] = -1;
      for (double[] row : axes) {
        row[2] = -row[2];
      }
    }
    var q = Quaternion.ofRotation(axes);
    double[] offset = {affine[0][3], affine[1][3], affine[2][3]};
    return new Orientation(
        sized, code, new double[] {q.b(), q.c(), q.d()}, offset, sformCode, srow);
  }

  /** Which form places the voxels: the first of sform and qform that is given and is an affine. */
  NiftiPlacement placement() {
    if (sformCode > 0 && isAffine(sform())) {
      return NiftiPlacement.SFORM;
    }
    return qformCode > 0 && isAffine(qform()) ? NiftiPlacement.QFORM : NiftiPlacement.NONE;
  }

  /** By the form that places the voxels; where none does, what voxel sizes alone say. */
  double[][] affine(int[] dims) {
    return switch (placement()) {
      case SFORM -> sform();
      case QFORM -> qform();
      case NONE -> centred(dims);
    };
  }

  /** Whether both forms are given and one is the other's mirror image. */
  boolean formsAreMirrored() {
    return sformCode > 0
        && qformCode > 0
        && isAffine(sform())
        && isAffine(qform())
        && determinant(sform()) * determinant(qform()) < 0;
  }

  double[][] sform() {
    return new double[][] {
      Arrays.copyOfRange(srow, 0, 4),
      Arrays.copyOfRange(srow, 4, 8),
      Arrays.copyOfRange(srow, 8, 12),
      {0, 0, 0, 1}
    };
  }

  double[][] qform() {
    double[][] rotation = Quaternion.of(quatern[0], quatern[1], quatern[2]).rotation();
    double qfac = pixdim[0] < 0 ? -1 : 1;
    double[] steps = {size(1), size(2), qfac * size(3)};
    var affine = new double[4][4];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        affine[row][column] = rotation[row][column] * steps[column];
      }
      affine[row][3] = qoffset[row];
    }
    affine[3][3] = 1;
    return affine;
  }

  Orientation storedAs(NiftiVersion version) {
    return new Orientation(
        stored(version, pixdim),
        qformCode,
        stored(version, quatern),
        stored(version, qoffset),
        sformCode,
        stored(version, srow));
  }

  /**
   * Without any form: origin in the middle of the grid, x running from right to left, as ANALYZE's
   * readers have it.
   */
  private double[][] centred(int[] dims) {
    var affine = new double[4][4];
    for (int axis = 0; axis < 3; axis++) {
      double size = axis < dims.length ? size(axis + 1) : 1;
      double step = axis == 0 ? -size : size;
      affine[axis][axis] = step;
      affine[axis][3] = -step * ((axis < dims.length ? dims[axis] : 1) - 1) / 2;
    }
    affine[3][3] = 1;
    return affine;
  }

  /**
   * Quirk: some writers leave voxel sizes 0 or negative; common readers take 1 and the absolute
   * value.
   */
  private double size(int axis) {
    return pixdim[axis] == 0 ? 1 : Math.abs(pixdim[axis]);
  }

  /** Whether a form is finite and leads voxels to places of their own. */
  private static boolean isAffine(double[][] form) {
    double[] lengths = lengths(form);
    double size = lengths[0] * lengths[1] * lengths[2];
    boolean finite = Arrays.stream(form).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
    return finite && Math.abs(determinant(form)) > FLAT * size;
  }

  private static double[] columnLengths(double[][] affine) {
    requireAffine(affine);
    return lengths(affine);
  }

  private static double[] lengths(double[][] affine) {
    var lengths = new double[3];
    for (int column = 0; column < 3; column++) {
      lengths[column] =
          Math.hypot(Math.hypot(affine[0][column], affine[1][column]), affine[2][column]);
    }
    return lengths;
  }

  private static void requireAffine(double[][] affine) {
    boolean shaped = affine.length == 4 && Arrays.equals(affine[3], new double[] {0, 0, 0, 1});
    for (int row = 0; shaped && row < 3; row++) {
      shaped = affine[row].length == 4 && Arrays.stream(affine[row]).allMatch(Double::isFinite);
    }
    if (!shaped) {
      throw new IllegalArgumentException(
          "the affine "
              + Arrays.deepToString(affine)
              + " where 4 x 4 finite numbers with a last row of 0 0 0 1 are expected");
    }
  }

  private static boolean hasShear(double[][] axes) {
    double largest = 0;
    for (int i = 0; i < 3; i++) {
      int j = (i + 1) % 3;
      double cosine = axes[0][i] * axes[0][j] + axes[1][i] * axes[1][j] + axes[2][i] * axes[2][j];
      largest = Math.max(largest, Math.abs(cosine));
    }
    return !(largest <= ORTHOGONAL);
  }

  private static double determinant(double[][] m) {
    return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
        - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
        + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
  }

  private static double[] stored(NiftiVersion version, double[] values) {
    return Arrays.stream(values).map(version::stored).toArray();
  }
}
