package org.mitchell.evaluation.nulls;

import java.util.Arrays;

/**
 * What a statistic gave under a null hypothesis, in the order in which the draws are numbered. High
 * values speak against it.
 *
 * @param values one a draw. Not copied
 */
public record NullDistribution(double[] values) {
  /** The level of {@link #threshold05()}. */
  private static final double LEVEL = 0.05;

  /** How many draws there are. */
  public int size() {
    return values.length;
  }

  /**
   * The p-value of an observed statistic, (1 + draws that reach it) / (1 + draws): the observed
   * arrangement is one of those that the null allows (Phipson and Smyth 2010). 1 without draws.
   */
  public double p(double observed) {
    long reaching = Arrays.stream(values).filter(value -> value >= observed).count();
    return (1.0 + reaching) / (1 + values.length);
  }

  /** The mean of the draws. */
  public double mean() {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  /** The standard deviation of the draws, with n - 1; NaN of fewer than two. */
  public double sd() {
    double mean = mean();
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
  }

  /**
   * What a statistic must exceed for p &lt;= .05: the highest value of the draws that at least 5%
   * of all arrangements, the observed one included, would reach. NaN with fewer than 19 draws, when
   * no p is so small.
   */
  public double threshold05() {
    int mayReach = (int) Math.floor(LEVEL * (values.length + 1) + 1e-9) - 1;
    if (mayReach < 0) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length - 1 - mayReach];
  }
}
