package org.mitchell.nifti;

/**
 * {@code scl_slope} and {@code scl_inter}: value = slope x stored + intercept.
 *
 * <p>A slope of 0, NaN or infinity means that the stored values are the values, as the standard
 * says for 0 and as common readers take the others.
 */
public record NiftiScaling(double slope, double intercept) {
  /** Stored values are the values. */
  public static final NiftiScaling NONE = new NiftiScaling(0, 0);

  public NiftiScaling {
    if (isSlope(slope) && !Double.isFinite(intercept)) {
      throw new IllegalArgumentException(
          "scl_inter is "
              + intercept
              + " where a finite number is expected beside a scl_slope of "
              + slope);
    }
  }

  /** Whether stored values are the values. */
  public boolean isIdentity() {
    return !isSlope(slope) || (slope == 1 && intercept == 0);
  }

  /** The value that a stored number stands for. */
  public double valueOf(double stored) {
    return isIdentity() ? stored : slope * stored + intercept;
  }

  /** The number to store for a value, before any rounding to the datatype. */
  public double storedFor(double value) {
    return isIdentity() ? value : (value - intercept) / slope;
  }

  NiftiScaling storedAs(NiftiVersion version) {
    if (isSlope(slope) && !isSlope(version.stored(slope))) {
      throw new IllegalArgumentException(
          "scl_slope: " + slope + " is out of the range of float32. Write NIFTI_2");
    }
    return new NiftiScaling(version.stored(slope), version.stored(intercept));
  }

  /** Whether a slope asks for scaling at all. */
  static boolean isSlope(double slope) {
    return slope != 0 && Double.isFinite(slope);
  }
}
