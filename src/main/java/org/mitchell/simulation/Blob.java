package org.mitchell.simulation;

import org.mitchell.fmri.VoxelGrid;

/**
 * A round bump in the brain: peak x exp(-d^2 / (2 s^2)) at d mm from its centre, s = fwhm / sqrt(8
 * ln 2), and exactly 0 beyond 2 s, so that it can be said which voxels carry it.
 *
 * @param x mm, negative is left in MNI space
 * @param y mm
 * @param z mm
 * @param fwhm full width at half maximum, mm
 * @param peak height at the centre; may be negative
 */
public record Blob(double x, double y, double z, double fwhm, double peak) {
  private static final double REACH_IN_SD = 2;

  public Blob {
    if (!(fwhm > 0) || !Double.isFinite(x + y + z + fwhm + peak)) {
      throw new IllegalArgumentException(
          "a blob at (%s, %s, %s) mm of FWHM %s mm and height %s where finite numbers and a positive FWHM are expected"
              .formatted(x, y, z, fwhm, peak));
    }
  }

  /** The bump's image: a value a voxel column. All 0 when it lies outside the brain. */
  public double[] on(VoxelGrid grid) {
    var image = new double[grid.columns()];
    addTo(image, grid);
    return image;
  }

  void addTo(double[] image, VoxelGrid grid) {
    double variance = fwhm * fwhm / (8 * StrictMath.log(2));
    double farthest = REACH_IN_SD * REACH_IN_SD * variance;
    for (int v = 0; v < image.length; v++) {
      double[] mm = grid.mm(v);
      double dx = mm[0] - x;
      double dy = mm[1] - y;
      double dz = mm[2] - z;
      double squared = dx * dx + dy * dy + dz * dz;
      if (squared <= farthest) {
        image[v] += peak * StrictMath.exp(-squared / (2 * variance));
      }
    }
  }
}
