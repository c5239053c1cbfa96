package org.mitchell.analysis.leaks;

import java.util.Arrays;
import org.mitchell.evaluation.nulls.NullDistribution;

/**
 * What chance gives to several rivals together. Accuracies are compared as departures from the mean
 * of all arrangements, the observed one among them, in standard deviations, for chance is not the
 * same to all.
 */
final class MaximumOverRivals {
  private final double[][] accuracies;
  private final double[][] departures;
  private final double[] maxima;

  /**
   * @param accuracies rivals x arrangements, the observed one first
   */
  MaximumOverRivals(double[][] accuracies) {
    this.accuracies = accuracies;
    this.departures =
        Arrays.stream(accuracies).map(MaximumOverRivals::departures).toArray(double[][]::new);
    int arrangements = accuracies.length == 0 ? 1 : accuracies[0].length;
    this.maxima = new double[arrangements - 1];
    Arrays.setAll(
        maxima, i -> Arrays.stream(departures).mapToDouble(own -> own[i + 1]).max().orElseThrow());
  }

  /** Accuracies of a rival by chance. */
  NullDistribution of(int rival) {
    return new NullDistribution(Arrays.copyOfRange(accuracies[rival], 1, accuracies[rival].length));
  }

  /** One-sided, corrected for the number of rivals. */
  double corrected(int rival) {
    return new NullDistribution(maxima).p(departures[rival][0]);
  }

  /** Zeros where all are the same. */
  private static double[] departures(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double sd =
        Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
    return Arrays.stream(values).map(v -> sd < 1e-12 ? 0 : (v - mean) / sd).toArray();
  }
}
