package org.mitchell.norms.regression;

/**
 * Features to mean 0 and (population) deviation 1 over the training words; a feature that is the
 * same everywhere becomes 0.
 */
final class Standardisation {
  private final double[] means;
  private final double[] factors;

  private Standardisation(double[] means, double[] factors) {
    this.means = means;
    this.factors = factors;
  }

  static Standardisation of(double[][] rows, int[] words) {
    int features = rows[words[0]].length;
    var means = new double[features];
    var squares = new double[features];
    for (int word : words) {
      for (int f = 0; f < features; f++) {
        means[f] += rows[word][f] / words.length;
      }
    }
    for (int word : words) {
      for (int f = 0; f < features; f++) {
        double off = rows[word][f] - means[f];
        squares[f] += off * off / words.length;
      }
    }
    var factors = new double[features];
    for (int f = 0; f < features; f++) {
      // Rounding leaves a little of equal numbers, which would be blown up.
      boolean varies = Math.sqrt(squares[f]) > 1e-12 * Math.abs(means[f]);
      factors[f] = varies ? 1 / Math.sqrt(squares[f]) : 0;
    }
    return new Standardisation(means, factors);
  }

  /** One word's vector, standardised, into {@code target}. */
  void apply(double[] row, float[] target) {
    for (int f = 0; f < target.length; f++) {
      target[f] = (float) ((row[f] - means[f]) * factors[f]);
    }
  }
}
