package org.mitchell.evaluation;

import java.util.List;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.HeldOutModels;
import org.mitchell.evaluation.folds.Fold;
import org.mitchell.jobs.Workers;

/**
 * The matrix that takes the images of all words to the mean of each word's held-out predictions in
 * a cross-validation that leaves out words, where the models do not depend on the images: those of
 * one penalty.
 */
public final class HeldOutOperator {
  private static final int[] NO_VOXELS = {};

  private HeldOutOperator() {}

  /**
   * @param rawFeatures unscaled features of n words, words x features
   * @param options with a given penalty
   * @param leftOut the folds
   * @return n x n; the operator of {@link LeaveTwoOutResult}, without an evaluation
   * @throws IllegalArgumentException if the penalty is to be chosen: it depends on the images then
   */
  public static double[][] of(
      double[][] rawFeatures, EncodingOptions options, List<Fold> leftOut, Workers workers) {
    if (!options.penalty().isGiven()) {
      throw new IllegalArgumentException("a penalty that is chosen depends on the images");
    }
    int words = rawFeatures.length;
    int[][] folds = leftOut.stream().map(Fold::leftOut).toArray(int[][]::new);
    HeldOutModels.Predictions models =
        HeldOutModels.of(rawFeatures, options).on(new double[words][0], folds, workers);
    workers.forEach(folds.length, fold -> models.predict(fold, NO_VOXELS));
    return models.summary().operator();
  }
}
