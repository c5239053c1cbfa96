package org.mitchell.simulation;

import org.mitchell.fmri.Affine;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.VoxelGrid;

/** Brains for participants who have none: ellipsoids of the size of a head in MNI space. */
public final class SimulatedBrain {
  private static final int[] CMU_DIMS = {51, 61, 23};
  private static final double[] CENTRE = {0, -18.75, 18};
  private static final double[] RADII = {65, 82, 52.5};

  private SimulatedBrain() {}

  /**
   * An ellipsoid of 65 x 82 x 52.5 mm (half axes) on the box of the CMU participants: about 20,000
   * voxels.
   */
  public static VoxelGrid cmu() {
    return cmu(1);
  }

  /**
   * A smaller head on the same box, so that files of it need no affine of their own.
   *
   * @param size its half axes in parts of the full ones, above 0 and at most 1; 0.5 gives about
   *     2,500 voxels
   */
  public static VoxelGrid cmu(double size) {
    if (!(size > 0 && size <= 1)) {
      throw new IllegalArgumentException(
          "the size of the brain is " + size + " where 0 < size <= 1 is expected");
    }
    var radii = new double[] {size * RADII[0], size * RADII[1], size * RADII[2]};
    return ellipsoid(CMU_DIMS, Affine.CMU, Space.MNI, CENTRE, radii);
  }

  /**
   * The full head with larger voxels: the same millimetres, fewer columns. The box has its own
   * affine, which readers of the .mat file must be told.
   *
   * @param factor how many times as long the voxels are along each axis, from 1; 2 gives about
   *     2,500 voxels
   */
  public static VoxelGrid coarse(double factor) {
    if (!(factor >= 1 && factor <= 8)) {
      throw new IllegalArgumentException(
          "voxels are to grow by " + factor + " where 1 to 8 is expected");
    }
    double[][] cmu = Affine.CMU.matrix();
    var affine = new double[3][4];
    var dims = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      dims[axis] = (int) StrictMath.ceil(CMU_DIMS[axis] / factor);
      affine[axis][axis] = cmu[axis][axis] * factor;
      affine[axis][3] = cmu[axis][3] + cmu[axis][axis] * (factor - 1) / 2;
    }
    return ellipsoid(dims, Affine.of(affine), Space.MNI, CENTRE, RADII);
  }

  /**
   * The voxels of a box whose centres lie in an ellipsoid.
   *
   * @param centre mm
   * @param radii half axes along x, y, z in mm
   * @throws IllegalArgumentException if no voxel lies inside
   */
  public static VoxelGrid ellipsoid(
      int[] dims, Affine affine, Space space, double[] centre, double[] radii) {
    var inside = new boolean[dims[0] * dims[1] * dims[2]];
    boolean any = false;
    for (int index = 0; index < inside.length; index++) {
      double[] mm =
          affine.toMm(index % dims[0], index / dims[0] % dims[1], index / (dims[0] * dims[1]));
      double distance = 0;
      for (int axis = 0; axis < 3; axis++) {
        double share = (mm[axis] - centre[axis]) / radii[axis];
        distance += share * share;
      }
      inside[index] = distance <= 1;
      any |= inside[index];
    }
    if (!any) {
      throw new IllegalArgumentException(
          "no voxel of the box lies in the ellipsoid: its half axes are too small");
    }
    return VoxelGrid.ofMask(dims, affine, space, inside);
  }
}
