package org.mitchell.norms;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToDoubleFunction;
import org.mitchell.vectors.Correlation;

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
        Correlation.areSame(observed) ? Double.NaN : 1 - errors / squares,
        Correlation.pearson(observed, predicted),
        Correlation.spearman(observed, predicted),
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
}
