package org.mitchell.evaluation.intervals;

import org.mitchell.jobs.Workers;

/** A figure of an evaluation that is done with some of the words, as if there were no others. */
@FunctionalInterface
public interface WordSubsetScore {
  /**
   * Does the whole evaluation, whatever is chosen in its folds included, on these words.
   *
   * @param words their numbers, ascending, each once
   * @param workers the threads that it may use
   * @return the figure, such as an accuracy; NaN where these words do not give one
   */
  double of(int[] words, Workers workers);
}
