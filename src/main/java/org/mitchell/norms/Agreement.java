package org.mitchell.norms;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToDoubleFunction;

/**
 * How far predicted values agree with those of people.
 *
 * @param r2 1 - the squared errors as a share of the squares about the mean of the observed values
 *     (as scikit-learn's r2_score); NaN where these are all the same
 * @param r Pearson's correlation; NaN where either is the same everywhere
 * @param rho Spearman's correlation, equal values having the mean of their ranks
 * @param rmse root of the mean squared error, in the norm's units
 */
public record Agreement(double r2, double r, double rho, double rmse) {
  /** Nothing is known. */
  static final Agreement NONE = new Agreement(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  static Agreement of(double[] observed, double[] predicted) {
    double mean = Arrays.stream(observed).average().orElse(Double.NaN);
    double errors = 0;
    double squares = 0;
    for (int i = 0; i < observed.length; i++) {
      errors += (observed[i] - predicted[i]) * (observed[i] - predicted[i]);
      squares += (observed[i] - mean) * (observed[i] - mean);
    }
    return new Agreement(
        areSame(observed) ? Double.NaN : 1 - errors / squares,
        correlation(observed, predicted),
        correlation(ranks(observed), ranks(predicted)),
        Math.sqrt(errors / observed.length));
  }

  /** The mean of several, each figure over those that have it. */
  static Agreement mean(Collection<Agreement> several) {
    return new Agreement(
        mean(several, Agreement::r2),
        mean(several, Agreement::r),
        mean(several, Agreement::rho),
        mean(several, Agreement::rmse));
  }

  private static double mean(Collection<Agreement> several, ToDoubleFunction<Agreement> figure) {
    return several.stream()
        .mapToDouble(figure)
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(Double.NaN);
  }

  /** Exactly: the mean of equal numbers may be off by rounding, and so no square about it is 0. */
  private static boolean areSame(double[] values) {
    return Arrays.stream(values).allMatch(value -> value == values[0]);
  }

  private static double correlation(double[] x, double[] y) {
    if (areSame(x) || areSame(y)) {
      return Double.NaN;
    }
    double meanOfX = Arrays.stream(x).average().orElse(0);
    double meanOfY = Arrays.stream(y).average().orElse(0);
    double product = 0;
    double squaresOfX = 0;
    double squaresOfY = 0;
    for (int i = 0; i < x.length; i++) {
      product += (x[i] - meanOfX) * (y[i] - meanOfY);
      squaresOfX += (x[i] - meanOfX) * (x[i] - meanOfX);
      squaresOfY += (y[i] - meanOfY) * (y[i] - meanOfY);
    }
    return product / Math.sqrt(squaresOfX * squaresOfY);
  }

  /** Ranks from 1; equal numbers have the mean of their ranks. */
  private static double[] ranks(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    var rankOf = new double[sorted.length];
    for (int first = 0; first < sorted.length; ) {
      int behind = first;
      while (behind < sorted.length && sorted[behind] == sorted[first]) {
        behind++;
      }
      Arrays.fill(rankOf, first, behind, (first + behind + 1) / 2.0);
      first = behind;
    }
    return Arrays.stream(values).map(value -> rankOf[Arrays.binarySearch(sorted, value)]).toArray();
  }
}
