package org.mitchell.evaluation.schemes;

import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Penalty;

/**
 * Predicts the tested words of a fold from one set of features, whichever word's features each word
 * is given.
 */
public sealed interface FoldPredictor permits FixedPenalty, ChosenPenalty {
  /**
   * @param rawFeatures unscaled feature vectors, words x features
   * @throws IllegalArgumentException if a penalty is to be chosen for every voxel: predictions are
   *     then no weighted sums of images
   */
  static FoldPredictor of(double[][] rawFeatures, EncodingOptions options) {
    return options.penalty() instanceof Penalty.Chosen chosen
        ? new ChosenPenalty(rawFeatures, options, chosen)
        : new FixedPenalty(rawFeatures, options);
  }

  /** As {@link #of}, for features that are run once: nothing is kept of a fold. */
  static FoldPredictor ofOneRun(double[][] rawFeatures, EncodingOptions options) {
    return options.penalty() instanceof Penalty.Fixed
        ? FixedPenalty.ofOneRun(rawFeatures, options)
        : of(rawFeatures, options);
  }

  /**
   * Writes the predictions as weights of the training words' images: {@code weights[t][k][column]}
   * for the tested word t and the k-th training word.
   *
   * @param featuresOf for every word, the number of the word whose features it is given
   */
  void weights(FoldTraining training, int[] featuresOf, double[][][] weights, int column);
}
