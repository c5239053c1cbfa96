package org.mitchell.maps.volumes;

import org.mitchell.fmri.Affine;

/** An image of labels looked up at the voxels of another grid. */
public final class NearestVoxels {
  /** A half that arithmetic left a hair short is a half: in voxels. */
  private static final double HALF = .5 + 1e-9;

  private NearestVoxels() {}

  /**
   * The value of the voxel that is nearest to the centre of each voxel of a grid; 0 where the image
   * does not reach. Of two that are equally near the one of the higher index is taken.
   *
   * @param image of one volume
   * @return a value a voxel of the grid, i fastest
   */
  public static float[] of(VolumeImage image, VolumePlace grid) {
    float[] from = image.floats(0);
    int[] own = image.place().dims();
    Affine affine = image.place().affine();
    Affine to = grid.affine();
    int[] dims = grid.dims();
    var values = new float[Math.multiplyExact(Math.multiplyExact(dims[0], dims[1]), dims[2])];
    for (int v = 0; v < values.length; v++) {
      double[] mm = to.toMm(v % dims[0], v / dims[0] % dims[1], v / (dims[0] * dims[1]));
      double[] voxel = affine.toVoxel(mm[0], mm[1], mm[2]);
      int i = (int) Math.floor(voxel[0] + HALF);
      int j = (int) Math.floor(voxel[1] + HALF);
      int k = (int) Math.floor(voxel[2] + HALF);
      boolean inside = i >= 0 && j >= 0 && k >= 0 && i < own[0] && j < own[1] && k < own[2];
      values[v] = inside ? from[i + own[0] * (j + own[1] * k)] : 0;
    }
    return values;
  }
}
