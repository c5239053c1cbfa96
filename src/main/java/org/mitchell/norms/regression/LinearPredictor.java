package org.mitchell.norms.regression;

import java.util.OptionalDouble;

/**
 * A weight a feature and an intercept.
 *
 * @param weights of the features as they are, whatever they were scaled by. Not copied
 */
record LinearPredictor(double[] weights, double intercept, OptionalDouble penalty, boolean atEdge)
    implements FittedRegression {
  @Override
  public double[] predict(double[][] rows, int[] words) {
    var predicted = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      double[] row = rows[words[i]];
      double sum = intercept;
      for (int f = 0; f < weights.length; f++) {
        sum += weights[f] * row[f];
      }
      predicted[i] = sum;
    }
    return predicted;
  }
}
