package org.mitchell.similarity;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * What a mean over participants would be for other words and other participants.
 *
 * @param standardError of the mean; NaN without resamples
 * @param low the lower end of the 95% interval by Student's t
 * @param high the upper end
 * @param pAbove one-sided: no more than 0 would do as well
 * @param pTwoSided of a difference from 0
 * @param freedom the smaller of words and participants, less one; of words where there is one
 *     participant
 */
public record Uncertainty(
    double standardError, double low, double high, double pAbove, double pTwoSided, int freedom) {
  private static final double UPPER = 0.975;

  static Uncertainty unknown(int freedom) {
    return new Uncertainty(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, freedom);
  }

  static Uncertainty of(double mean, double standardError, int freedom) {
    var t = new TDistribution(null, freedom);
    double margin = standardError * t.inverseCumulativeProbability(UPPER);
    double ratio = mean / standardError;
    return new Uncertainty(
        standardError,
        mean - margin,
        mean + margin,
        t.cumulativeProbability(-ratio),
        2 * t.cumulativeProbability(-Math.abs(ratio)),
        freedom);
  }
}
