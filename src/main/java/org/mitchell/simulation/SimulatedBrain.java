package org.mitchell.simulation;

import org.mitchell.fmri.Affine;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.VoxelGrid;

/**
 * Brains for participants who have none: ellipsoids of the size of a head in MNI space, and one in
 * the shape of a brain.
 */
public final class SimulatedBrain {
  private static final int[] CMU_DIMS = {51, 61, 23};
  private static final double[] CENTRE = {0, -18.75, 18};
  private static final double[] RADII = {65, 82, 52.5};

  /**
   * Half the width in mm, then the least and the greatest y and z, a little more than the brain.
   */
  private static final double[] BOX = {78, -114, 78, -66, 84};

  /** Ellipsoids of the right half: centre x, y, z and half axes, mm. */
  private static final double[][] PARTS = {
    {28, -18, 28, 38, 80, 42}, // the hemisphere
    {27, 28, 8, 34, 36, 34}, // frontal lobe
    {26, -72, 10, 35, 32, 34}, // occipital lobe
    {46, -12, -14, 20, 42, 20}, // temporal lobe
    {22, -62, -34, 26, 26, 18}, // cerebellum
    {0, -18, 2, 22, 44, 24}, // what joins the halves
    {0, -27, -34, 11, 13, 24} // brain stem
  };

  /** How narrow the parts run into each other. */
  private static final double SHARPNESS = 4;

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
   * Two hemispheres with a fissure between them, temporal lobes, cerebellum and brain stem, without
   * sulci: ellipsoids that run into each other, in a box of its own around the origin of MNI space.
   *
   * @param mm the edge of a voxel, from 2 to 12; 7 gives about 4,400 voxels
   */
  public static VoxelGrid brainShaped(double mm) {
    if (!(mm >= 2 && mm <= 12)) {
      throw new IllegalArgumentException("voxels of " + mm + " mm where 2 to 12 is expected");
    }
    int across = 2 * (int) StrictMath.ceil(BOX[0] / mm) + 1;
    int along = (int) StrictMath.ceil((BOX[2] - BOX[1]) / mm) + 1;
    int up = (int) StrictMath.ceil((BOX[4] - BOX[3]) / mm) + 1;
    var dims = new int[] {across, along, up};
    Affine affine =
        Affine.of(
            new double[][] {
              {mm, 0, 0, -mm * (across / 2)}, {0, mm, 0, BOX[1]}, {0, 0, mm, BOX[3]}
            });
    var inside = new boolean[across * along * up];
    for (int index = 0; index < inside.length; index++) {
      double[] at = affine.toMm(index % across, index / across % along, index / (across * along));
      inside[index] = inBrain(StrictMath.abs(at[0]), at[1], at[2], mm);
    }
    return VoxelGrid.ofMask(dims, affine, Space.MNI, inside);
  }

  /** Whether a point of the right half, to which the left one is the mirror image, is brain. */
  private static boolean inBrain(double x, double y, double z, double mm) {
    double together = 0;
    for (double[] part : PARTS) {
      double dx = (x - part[0]) / part[3];
      double dy = (y - part[1]) / part[4];
      double dz = (z - part[2]) / part[5];
      together += StrictMath.exp(SHARPNESS * (1 - dx * dx - dy * dy - dz * dz));
    }
    boolean bridged =
        StrictMath.pow((y + 18) / 52, 2) + StrictMath.pow((z + 2) / 26, 2) < 1 || z < -22;
    boolean fissure = x < mm / 2 && !bridged;
    return together >= 1 && !fissure;
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
