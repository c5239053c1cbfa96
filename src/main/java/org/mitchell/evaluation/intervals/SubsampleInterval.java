package org.mitchell.evaluation.intervals;

import java.util.Arrays;
import org.apache.commons.math3.special.Erf;

/**
 * A figure with the interval in which it would probably fall with other words and other noise, by
 * subsampling (Politis and Romano 1994).
 *
 * <p>With n words and subsamples of m of them, drawn without replacement and evaluated as if there
 * were no other words,
 *
 * <pre>
 * standard error = sd of the subsamples' scores x sqrt(m / (n - m)),    95%: figure +- 1.96 standard errors.
 * </pre>
 *
 * <p>The factor takes the sd from m words to n words, sqrt(m / n), and undoes that subsamples of
 * the same words are alike, 1 / sqrt(1 - m / n). It is conservative: a score of fewer words varies
 * more than the root of their number says, since its models are worse, so that the interval covers
 * in more than 95% of cases.
 *
 * @param figure of all words: an accuracy, a mean of several, or a difference of two
 * @param standardError of the figure; NaN where fewer than two subsamples give a score
 * @param low the lower end of the 95% interval, cut where figures end
 * @param high the upper end
 * @param words n
 * @param size m
 * @param subsamples how many subsamples gave a score
 */
public record SubsampleInterval(
    double figure,
    double standardError,
    double low,
    double high,
    int words,
    int size,
    int subsamples) {
  private static final double NORMAL_975 = 1.959963984540054;

  /**
   * The interval of an accuracy, of the mean of several participants' accuracies, or of any other
   * figure from 0 to 1.
   *
   * @param accuracy with all words
   * @param scores of the subsamples, in their order; NaN for those that have none
   */
  public static SubsampleInterval ofAccuracy(
      double accuracy, double[] scores, Subsamples subsamples) {
    return of(accuracy, scores, subsamples, 0, 1);
  }

  /**
   * The interval of the difference of two accuracies that were found with the same words.
   *
   * @param difference with all words
   * @param first scores of the first on the subsamples
   * @param second scores of the second on the same subsamples
   */
  public static SubsampleInterval ofDifference(
      double difference, double[] first, double[] second, Subsamples subsamples) {
    var differences = new double[first.length];
    Arrays.setAll(differences, i -> first[i] - second[i]);
    return of(difference, differences, subsamples, -1, 1);
  }

  /**
   * The interval of a share of variance that is explained in held-out words, which has no lowest
   * value.
   *
   * @param share with all words
   * @param scores of the subsamples, in their order; NaN for those that have none
   */
  public static SubsampleInterval ofExplainedVariance(
      double share, double[] scores, Subsamples subsamples) {
    return of(share, scores, subsamples, Double.NEGATIVE_INFINITY, 1);
  }

  /**
   * The interval of an accuracy as a share of what could be reached at best, which ends nowhere: an
   * estimated ceiling may be too low.
   *
   * @param share with all words
   * @param scores of the subsamples, in their order; NaN for those that have none
   */
  public static SubsampleInterval ofShareOfCeiling(
      double share, double[] scores, Subsamples subsamples) {
    return of(share, scores, subsamples, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /**
   * The mean score of several participants on every subsample.
   *
   * @param scores participants x subsamples
   */
  public static double[] mean(double[][] scores) {
    var mean = new double[scores[0].length];
    for (double[] participant : scores) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += participant[i] / scores.length;
      }
    }
    return mean;
  }

  private static SubsampleInterval of(
      double figure, double[] scores, Subsamples subsamples, double lowest, double highest) {
    if (scores.length != subsamples.count()) {
      throw new IllegalArgumentException(
          "%d scores of %d subsamples".formatted(scores.length, subsamples.count()));
    }
    double[] given = Arrays.stream(scores).filter(score -> !Double.isNaN(score)).toArray();
    double m = subsamples.size();
    double error = sd(given) * Math.sqrt(m / (subsamples.words() - m));
    return new SubsampleInterval(
        figure,
        error,
        Math.max(lowest, figure - NORMAL_975 * error),
        Math.min(highest, figure + NORMAL_975 * error),
        subsamples.words(),
        subsamples.size(),
        given.length);
  }

  /**
   * The two-sided p of a difference, were it normal with this standard error; 1 for no difference
   * at all. Conservative as the interval is.
   */
  public double p() {
    if (figure == 0 && !Double.isNaN(standardError)) {
      return 1;
    }
    return Erf.erfc(Math.abs(figure) / (standardError * Math.sqrt(2)));
  }

  /** With n - 1. */
  private static double sd(double[] values) {
    if (values.length < 2) {
      return Double.NaN;
    }
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }
}
