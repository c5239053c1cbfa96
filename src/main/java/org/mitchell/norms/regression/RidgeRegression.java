package org.mitchell.norms.regression;

import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.random.RandomGenerator;
import org.mitchell.encoding.PenaltyGrid;

/**
 * Linear regression with an intercept, whose weights minimise the squared errors and lambda times
 * the squared weights; the intercept is not penalised.
 *
 * <p>Of several penalties that of the smallest leave-one-out error among the training words is
 * taken (of equal errors the smaller penalty), as scikit-learn's RidgeCV has it: with X = Z V' the
 * centred features in the directions V of their largest spread (eigenvalues d of X'X), the error of
 * a word that is left out is e / (1 - h), where h = 1/n + sum of z^2 / (d + lambda). One
 * decomposition serves all penalties.
 *
 * @param grid the penalties to choose from; one is taken as it is, and 0 is least squares
 * @param standardised whether features are divided by their deviations over the training words
 */
public record RidgeRegression(PenaltyGrid grid, boolean standardised) implements Regression {
  /**
   * With lambda 0 directions of a smaller share of the largest eigenvalue are rounding noise, and
   * are left out: the solution of smallest norm.
   */
  private static final double NOISE = 1e-12;

  /** Least squares, for which a scale of the features makes no difference. */
  public static RidgeRegression leastSquares() {
    return new RidgeRegression(PenaltyGrid.of(0), false);
  }

  @Override
  public FittedRegression fit(
      double[][] rows, double[] values, int[] words, RandomGenerator chance) {
    return fit(CentredProducts.of(rows, values, words), rows, values, words);
  }

  @Override
  public GroupFits leavingOut(double[][] rows, double[] values, List<int[]> groups) {
    var products = new GroupProducts(rows, values, groups);
    return (group, chance) -> {
      int[] words = GroupFits.others(groups, group);
      return fit(products.without(group, words), rows, values, words);
    };
  }

  private FittedRegression fit(
      CentredProducts products, double[][] rows, double[] values, int[] words) {
    var directions = Directions.of(products, scales(products));
    int chosen = 0;
    if (grid.size() > 1) {
      double[][] shrunk = new double[grid.size()][];
      double[][] inverses = new double[grid.size()][];
      for (int k = 0; k < grid.size(); k++) {
        shrunk[k] = directions.coefficients(grid.at(k), NOISE);
        inverses[k] = directions.inverses(grid.at(k), NOISE);
      }
      var errors = new LeaveOneOutSums(products, directions, shrunk, inverses);
      chosen = PenaltyGrid.smallest(errors.of(rows, values, words));
    }
    double[] weights = directions.weights(directions.coefficients(grid.at(chosen), NOISE));
    double intercept = products.meanValue();
    for (int f = 0; f < weights.length; f++) {
      intercept -= weights[f] * products.means()[f];
    }
    return new LinearPredictor(
        weights, intercept, OptionalDouble.of(grid.at(chosen)), grid.atEdge(chosen));
  }

  /** What features are multiplied with. */
  private double[] scales(CentredProducts products) {
    var scales = new double[products.means().length];
    for (int f = 0; f < scales.length; f++) {
      double deviation = Math.sqrt(products.squares()[f][f] / products.words());
      scales[f] = !standardised ? 1 : deviation > 0 ? 1 / deviation : 0;
    }
    return scales;
  }

  /** Least squares needs a word a coefficient, and one more for an error. */
  @Override
  public int fewestWords(int features) {
    return grid.at(0) > 0 ? 2 : features + 2;
  }
}
