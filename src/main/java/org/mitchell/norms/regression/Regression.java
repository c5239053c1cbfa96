package org.mitchell.norms.regression;

import java.util.List;
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

  /**
   * Prepares fits that each leave out one group of words: the same models as {@link #fit} on all
   * others, up to rounding.
   *
   * @param rows vectors, words x features; not changed
   * @param values one a word
   * @param groups the words of each group, ascending
   */
  default GroupFits leavingOut(double[][] rows, double[] values, List<int[]> groups) {
    return (group, chance) -> fit(rows, values, GroupFits.others(groups, group), chance);
  }

  /** The fewest words that it can be fitted on, with vectors of so many features. */
  int fewestWords(int features);
}
