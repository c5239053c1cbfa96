package org.mitchell.trials;

import org.apache.commons.math3.distribution.GammaDistribution;

/**
 * The canonical shape of the BOLD response to an impulse: the difference of two gamma densities.
 *
 * <p>The parameters are those of nilearn's {@code glover_hrf} (Glover, NeuroImage 9, 1999) and
 * {@code spm_hrf} (SPM's {@code spm_hrf.m}), whose sampling is kept, so that designs agree with
 * those made by either program.
 */
public enum HaemodynamicResponse {
  GLOVER(6, 12, 0.9, 0.48),
  SPM(6, 16, 1, 0.167);

  private static final double SECONDS = 32;

  private final double delay;
  private final double undershoot;
  private final double dispersion;
  private final double ratio;

  /**
   * @param delay of the peak, s
   * @param undershoot delay of the undershoot, s
   * @param dispersion of both, s
   * @param ratio of the undershoot to the peak
   */
  HaemodynamicResponse(double delay, double undershoot, double dispersion, double ratio) {
    this.delay = delay;
    this.undershoot = undershoot;
    this.dispersion = dispersion;
    this.ratio = ratio;
  }

  /**
   * The shape over 32 s, its sum 1.
   *
   * @param step between two samples, s
   */
  double[] sampled(double step) {
    int count = (int) Math.rint(SECONDS / step);
    var peak = new GammaDistribution(delay / dispersion, dispersion);
    var dip = new GammaDistribution(undershoot / dispersion, dispersion);
    var shape = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      // The densities begin one step late, as in nilearn.
      double time = SECONDS * i / (count - 1) - step;
      shape[i] = time > 0 ? peak.density(time) - ratio * dip.density(time) : 0;
      sum += shape[i];
    }
    for (int i = 0; i < count; i++) {
      shape[i] /= sum;
    }
    return shape;
  }
}
