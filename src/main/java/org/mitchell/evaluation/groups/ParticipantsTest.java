package org.mitchell.evaluation.groups;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;
import org.mitchell.random.RandomStreams;

/**
 * A mean over participants who stand for all others: Student's t, its 95% interval, and sign-flips.
 * It says nothing of other words; for these see {@link
 * org.mitchell.evaluation.intervals.SubsampleInterval}.
 *
 * @param participants how many, k
 * @param mean of the values
 * @param low the lower end of the 95% interval, mean - t(.975; k - 1) sd / sqrt(k); NaN for one
 *     participant
 * @param high the upper end
 * @param t (mean - mean chance) / (sd of the departures from chance / sqrt(k)); NaN where all
 *     departures are equal
 * @param pAbove of t, one-sided: chance would do as well
 * @param pTwoSided of t
 * @param signFlips of the departures from chance
 */
public record ParticipantsTest(
    int participants,
    double mean,
    double low,
    double high,
    double t,
    double pAbove,
    double pTwoSided,
    SignFlips signFlips) {
  private static final double UPPER = 0.975;

  /**
   * @param values one a participant
   * @param chance what each would have by chance, such as the mean of its own null distribution; 0
   *     for differences
   * @throws IllegalArgumentException if there is no participant, or as many chances are not given
   */
  public static ParticipantsTest of(double[] values, double[] chance, RandomStreams streams) {
    if (values.length == 0 || values.length != chance.length) {
      throw new IllegalArgumentException(
          "%d values and %d chance levels of participants: as many, and at least one, are expected"
              .formatted(values.length, chance.length));
    }
    var departures = new double[values.length];
    Arrays.setAll(departures, k -> values[k] - chance[k]);
    double root = Math.sqrt(values.length);
    double t = mean(departures) / (sd(departures) / root);
    double margin = quantile(values.length) * sd(values) / root;
    double mean = mean(values);
    return new ParticipantsTest(
        values.length,
        mean,
        mean - margin,
        mean + margin,
        Double.isInfinite(t) ? Double.NaN : t,
        upperTail(t, values.length),
        Math.min(1, 2 * upperTail(Math.abs(t), values.length)),
        SignFlips.of(departures, streams));
  }

  private static double quantile(int participants) {
    return participants < 2
        ? Double.NaN
        : new TDistribution(null, participants - 1).inverseCumulativeProbability(UPPER);
  }

  private static double upperTail(double t, int participants) {
    return Double.isNaN(t) || Double.isInfinite(t)
        ? Double.NaN
        : new TDistribution(null, participants - 1).cumulativeProbability(-t);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  /** With k - 1; NaN for one value. */
  private static double sd(double[] values) {
    if (values.length < 2) {
      return Double.NaN;
    }
    double mean = mean(values);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }
}
