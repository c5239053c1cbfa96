package org.mitchell.norms.regression;

import org.apache.commons.math3.random.RandomGenerator;

/** A way to predict a value of words from their vectors. */
public interface Regression {
  /**
   * Fits on some of the words; whatever is chosen or scaled is so by these words alone.
   *
   * @param rows vectors, words x features; neither changed nor kept
   * @param values one a word
   * @param words the rows to train on, from 0
   * @param chance for whatever is drawn
   */
  FittedRegression fit(double[][] rows, double[] values, int[] words, RandomGenerator chance);

  /** The fewest words that it can be fitted on, with vectors of so many features. */
  int fewestWords(int features);
}
