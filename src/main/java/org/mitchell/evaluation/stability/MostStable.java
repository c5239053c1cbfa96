package org.mitchell.evaluation.stability;

/** The most stable of all voxels, given their stability. */
public final class MostStable {
  private MostStable() {}

  /**
   * The columns of the {@code count} highest values, ascending; equal values go to the lower
   * column, undefined (NaN) ones are never among them.
   */
  public static int[] columns(double[] stability, int count) {
    return Highest.of(stability, count);
  }
}
