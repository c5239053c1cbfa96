package org.mitchell.norms.regression;

import java.util.OptionalDouble;

/** A regression with its coefficients. */
public interface FittedRegression {
  /**
   * The predicted values of some words.
   *
   * @param rows vectors, words x features
   * @param words which of the rows, from 0
   */
  double[] predict(double[][] rows, int[] words);

  /** The ridge penalty; nothing for models that have none. */
  OptionalDouble penalty();

  /** Whether the penalty was chosen, and is the smallest or largest of those there were. */
  boolean atEdge();
}
