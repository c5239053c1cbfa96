package org.mitchell.evaluation;

import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.HeldOutModels;
import org.mitchell.evaluation.folds.Fold;
import org.mitchell.evaluation.folds.Folds;
import org.mitchell.jobs.Workers;

/**
 * The matrix that takes the images of all words to the mean of each word's held-out predictions in
 * a leave-two-out cross-validation, where the models do not depend on the images: those of one
 * penalty.
 */
public final class HeldOutOperator {
  private static final int[] NO_VOXELS = {};

  private HeldOutOperator() {}

  /**
   * @param rawFeatures unscaled features of n words, words x features
   * @param options with a given penalty
   * @return n x n; the operator of {@link LeaveTwoOutResult}, without an evaluation
   * @throws IllegalArgumentException if the penalty is to be chosen: it depends on the images then
   */
  public static double[][] of(double[][] rawFeatures, EncodingOptions options, Workers workers) {
    if (!options.penalty().isGiven()) {
      throw new IllegalArgumentException("a penalty that is chosen depends on the images");
    }
    int words = rawFeatures.length;
    int[][] folds = Folds.leaveTwoOut(words).stream().map(Fold::tested).toArray(int[][]::new);
    HeldOutModels.Predictions models =
        HeldOutModels.of(rawFeatures, options).on(new double[words][0], folds, workers);
    workers.forEach(folds.length, fold -> models.predict(fold, NO_VOXELS));
    return models.summary().operator();
  }
}
