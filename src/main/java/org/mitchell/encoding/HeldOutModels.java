package org.mitchell.encoding;

import java.util.Optional;
import org.mitchell.jobs.Workers;

/**
 * The models of all folds of a cross-validation: what each predicts of the words that it was not
 * trained on. Whether the penalty is given, chosen in every fold, or chosen for every voxel is
 * known here and nowhere above.
 */
public sealed interface HeldOutModels
    permits FixedPenaltyModels, ChosenPenaltyModels, StackedModels {
  /**
   * @param rawFeatures unscaled features, words x features
   */
  static HeldOutModels of(double[][] rawFeatures, EncodingOptions options) {
    return options
        .penalty()
        .chosen()
        .<HeldOutModels>map(
            chosen ->
                options.spaces().stacked()
                    ? new StackedModels(Stack.of(rawFeatures, options, chosen), chosen)
                    : new ChosenPenaltyModels(PenaltyPath.of(rawFeatures, options, chosen), chosen))
        .orElseGet(() -> new FixedPenaltyModels(HeldOutPrediction.of(rawFeatures, options)));
  }

  /**
   * Makes ready for predictions of some voxels.
   *
   * @param images of all words on those voxels, words x voxels; in preset paper without their mean.
   *     Not copied
   * @param leftOut the words that each fold does not train on, ascending. Not copied
   */
  Predictions on(double[][] images, int[][] leftOut, Workers workers);

  /**
   * The predicted image of one word by the model of all others, less a combination of the images.
   *
   * @param images of all words, words x voxels, without their mean
   * @param less what is taken off, a weight a word
   * @param compared the voxels whose errors are summed where one penalty is to be chosen
   * @return a value a voxel
   */
  double[] predict(int word, double[][] images, double[] less, int[] compared, Workers workers);

  /** The predictions of all folds. Folds may be predicted by several threads, each once. */
  interface Predictions {
    /**
     * The predicted images of the words that a fold leaves out, left out x voxels.
     *
     * @param voxels which columns of the images are compared, and so choose a penalty where one is
     *     to be chosen for all of them
     */
    double[][] predict(int fold, int[] voxels);

    /** What there is to say when all folds have been predicted. */
    Summary summary();
  }

  /**
   * How folds were predicted.
   *
   * @param form which closed form predicted the held-out words: primal, dual, or refit for all
   *     folds anew
   * @param refittedFolds how many folds were fitted anew
   * @param rank of the scaled features of all words
   * @param operator words x words: the matrix that takes the images of all words to the mean of
   *     each word's held-out predictions; no rows where every voxel has a penalty of its own
   * @param penalties which penalties were chosen, where they were
   */
  record Summary(
      String form,
      int refittedFolds,
      int rank,
      double[][] operator,
      Optional<ChosenPenalties> penalties) {}
}
