package org.mitchell.encoding;

/**
 * Predicts the tested words of a fold as weighted sums of the images of its training words, from
 * one set of features, whichever word's features each word is given. One penalty serves all voxels
 * of a fold.
 */
public sealed interface FoldPredictor permits FixedPenaltyWeights, ChosenPenaltyWeights {
  /**
   * For any number of relabellings: what has been worked out for a fold is kept.
   *
   * @param rawFeatures unscaled feature vectors, words x features
   * @throws IllegalArgumentException if a penalty is to be chosen for every voxel: predictions are
   *     then no weighted sums of images
   */
  static FoldPredictor of(double[][] rawFeatures, EncodingOptions options) {
    return options
        .penalty()
        .chosen()
        .<FoldPredictor>map(chosen -> new ChosenPenaltyWeights(rawFeatures, options, chosen))
        .orElseGet(() -> new FixedPenaltyWeights(rawFeatures, options, true));
  }

  /**
   * With penalties that are chosen in every fold, each the first time that the fold is met; they
   * are kept, whatever voxels the fold has afterwards.
   *
   * @param options of a penalty that is chosen
   */
  static FoldPredictor ofFirstChoices(double[][] rawFeatures, EncodingOptions options) {
    return new ChosenPenaltyWeights(rawFeatures, options, options.penalty().chosen().orElseThrow())
        .keepingChoices();
  }

  /**
   * As {@link #of}, for features that are run once, as they are: nothing of a fold is kept, so that
   * many such sets need little memory.
   */
  static FoldPredictor ofOneRun(double[][] rawFeatures, EncodingOptions options) {
    return options.penalty().chosen().isPresent()
        ? of(rawFeatures, options)
        : new FixedPenaltyWeights(rawFeatures, options, false);
  }

  /**
   * Writes the predictions as weights of the training words' images: {@code weights[t][k][column]}
   * for the tested word t and the k-th training word.
   *
   * @param featuresOf for every word, the number of the word whose features it is given
   */
  void weights(FoldTraining training, int[] featuresOf, double[][][] weights, int column);

  /**
   * Whether a model of all words but two fits its words exactly: no penalty, and as many
   * independent features as words. Its predictions are then those of the coefficients of smallest
   * norm. Their accuracy has its meaning, the words being held out, but a penalty mostly predicts
   * better, and whoever shows the accuracy should say so.
   */
  boolean fitsExactly();
}
