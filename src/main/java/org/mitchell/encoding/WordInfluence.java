package org.mitchell.encoding;

import java.util.Arrays;
import org.mitchell.jobs.Workers;

/**
 * What every single word does to the coefficients of one design with one penalty: how far they move
 * when the word is left out and the rest stays as it is, the scale of the features included. Where
 * features are centred they are centred on the words that are left; the mean image is theirs in
 * either case.
 *
 * <p>With A = X'X + lambda I and a word's features x, residual e and leverage h = x'A^-1 x (of
 * centred features 1/n more) the coefficients without the word are b - A^-1 x e / (1 - h), by the
 * rank-one update of A (Miller 1974, <em>Biometrika</em> 61). Where features are not centred the
 * mean image of the words that are left differs as well, which is one more response, the same for
 * all of them. A word of leverage 1, without which something is no longer determined, is left out
 * by decomposing the rest.
 */
final class WordInfluence {
  /** What is left of 1 for rounding to be small against it. */
  private static final double SMALLEST_REST = 1e-6;

  private final double[][] rows;
  private final double[][] operator;
  private final double ridge;
  private final boolean centred;

  /**
   * @param rows X, words x features
   * @param system of these
   * @param ridge the penalty lambda
   * @param centred whether each column sums to 0 because its mean was subtracted
   */
  WordInfluence(double[][] rows, RidgeSystem system, double ridge, boolean centred) {
    this.rows = rows;
    this.operator = system.coefficientOperator(ridge);
    this.ridge = ridge;
    this.centred = centred;
  }

  /**
   * The jackknife's standard errors over words.
   *
   * @param images words x voxels, without their mean
   */
  SignatureErrors errors(double[][] images, Workers workers) {
    double[][] coefficients = RowCombinations.of(operator, images, workers);
    double[][] residuals = RowCombinations.of(rows, coefficients, workers);
    for (int w = 0; w < residuals.length; w++) {
      for (int v = 0; v < residuals[w].length; v++) {
        residuals[w][v] = images[w][v] - residuals[w][v];
      }
    }
    Change[] changes = changes();
    var errors = new double[coefficients.length][];
    workers.forEach(errors.length, f -> errors[f] = errors(f, changes, images, residuals));
    return new SignatureErrors(coefficients, errors);
  }

  /** Sqrt((n - 1) / n sum (d - mean d)^2), d what leaving a word out takes from a coefficient. */
  private static double[] errors(
      int feature, Change[] changes, double[][] images, double[][] residuals) {
    int words = changes.length;
    var sum = new double[images[0].length];
    var squares = new double[sum.length];
    for (int w = 0; w < words; w++) {
      double[] change = changes[w].of(feature, images, residuals);
      for (int v = 0; v < sum.length; v++) {
        sum[v] += change[v];
        squares[v] += change[v] * change[v];
      }
    }
    for (int v = 0; v < sum.length; v++) {
      double spread = Math.max(0, squares[v] - sum[v] * sum[v] / words);
      squares[v] = Math.sqrt(spread * (words - 1) / words);
    }
    return squares;
  }

  /** What leaving out one word takes from the coefficients. */
  private interface Change {
    /** A value a voxel. */
    double[] of(int feature, double[][] images, double[][] residuals);
  }

  private Change[] changes() {
    int words = rows.length;
    double[] ofOnes =
        Arrays.stream(operator).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    var changes = new Change[words];
    for (int w = 0; w < words; w++) {
      double leverage = centred ? 1.0 / words : 0;
      double one = 0;
      for (int f = 0; f < operator.length; f++) {
        leverage += rows[w][f] * operator[f][w];
        one += rows[w][f] * ofOnes[f];
      }
      changes[w] =
          1 - leverage < SMALLEST_REST
              ? refitted(w)
              : updated(w, 1 - leverage, centred ? new double[operator.length] : ofOnes, 1 - one);
    }
    return changes;
  }

  /**
   * @param rest 1 less the leverage
   * @param ofOnes the coefficients of a response of 1 to every word; 0 with centred features
   * @param residualOfOnes what these leave of it at the word
   */
  private Change updated(int word, double rest, double[] ofOnes, double residualOfOnes) {
    int others = rows.length - 1;
    return (feature, images, residuals) -> {
      double direct = operator[feature][word] / rest;
      double byMean = -(ofOnes[feature] - direct * residualOfOnes) / others;
      boolean meanCounts = !centred;
      double[] image = images[word];
      double[] residual = residuals[word];
      var change = new double[image.length];
      for (int v = 0; v < change.length; v++) {
        change[v] = direct * residual[v] + (meanCounts ? byMean * image[v] : 0);
      }
      return change;
    };
  }

  private Change refitted(int word) {
    var others = new double[rows.length - 1][];
    for (int t = 0; t < others.length; t++) {
      others[t] = rows[t < word ? t : t + 1].clone();
    }
    if (centred) {
      for (int f = 0; f < operator.length; f++) {
        double mean = FeatureScaling.mean(others, f);
        for (double[] other : others) {
          other[f] -= mean;
        }
      }
    }
    double[][] without = new RidgeSystem(others).coefficientOperator(ridge);
    var weights = new double[operator.length][];
    for (int f = 0; f < weights.length; f++) {
      double mean = Arrays.stream(without[f]).sum() / others.length;
      weights[f] = operator[f].clone();
      for (int t = 0; t < others.length; t++) {
        weights[f][t < word ? t : t + 1] -= without[f][t] - mean;
      }
    }
    return (feature, images, residuals) ->
        RowCombinations.of(new double[][] {weights[feature]}, images)[0];
  }
}
