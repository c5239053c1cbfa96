package org.mitchell.evaluation.intervals;

import org.mitchell.evaluation.EncodingAnalysis;
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

  /**
   * A figure of an analysis that is done with some of its words: the mean image, the voxels of each
   * fold and the model come from those words alone.
   */
  static WordSubsetScore of(EncodingAnalysis analysis, Figure figure) {
    return (words, workers) -> figure.of(analysis.ofWords(words), workers);
  }

  /** What is scored. */
  @FunctionalInterface
  interface Figure {
    /** The figure, such as an accuracy; NaN where there is none. */
    double of(EncodingAnalysis analysis, Workers workers);
  }
}
