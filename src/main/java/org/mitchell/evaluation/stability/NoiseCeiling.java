package org.mitchell.evaluation.stability;

/**
 * An estimate of the correlation that a perfect model is expected to have with the mean of R
 * presentations, whose noise no model predicts; by chance a model may reach more: the correlation
 * of that mean with the mean of infinitely many presentations, sqrt(R s / (1 + (R - 1) s)) with s
 * the correlation of two single presentations (Spearman 1910; Brown 1910: the reliability of the
 * mean, and its root).
 */
public final class NoiseCeiling {
  private NoiseCeiling() {}

  /**
   * @param stability s, a value a voxel; see {@link Stability#overAllWords}
   * @param presentations R, how many each word's image is the mean of
   * @return a value a voxel; NaN where s is not above 0: there is nothing to predict, or so little
   *     that it cannot be told
   */
  public static double[] of(double[] stability, int presentations) {
    var ceiling = new double[stability.length];
    for (int v = 0; v < ceiling.length; v++) {
      double s = stability[v];
      ceiling[v] =
          s > 0 ? Math.sqrt(presentations * s / (1 + (presentations - 1) * s)) : Double.NaN;
    }
    return ceiling;
  }

  /**
   * Correlations as a share of their ceiling: r / ceiling, not clipped, since an estimated ceiling
   * may be too low; NaN where there is none.
   */
  public static double[] normalised(double[] r, double[] ceiling) {
    var shares = new double[r.length];
    for (int v = 0; v < shares.length; v++) {
      shares[v] = r[v] / ceiling[v];
    }
    return shares;
  }
}
