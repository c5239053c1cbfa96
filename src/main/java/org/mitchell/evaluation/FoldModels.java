package org.mitchell.evaluation;

import java.util.ArrayList;
import java.util.Optional;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.HeldOutPrediction;
import org.mitchell.encoding.Penalty;
import org.mitchell.encoding.PenaltyPath;
import org.mitchell.evaluation.penalties.ChosenPenalties;
import org.mitchell.jobs.Workers;

/** The models of all folds of a leave-two-out cross-validation: what they predict, and how. */
sealed interface FoldModels permits FixedPenaltyModels, ChosenPenaltyModels {
  /**
   * @param rawFeatures unscaled features, words x features
   */
  static FoldModels of(double[][] rawFeatures, EncodingOptions options) {
    if (options.penalty() instanceof Penalty.Chosen chosen) {
      return new ChosenPenaltyModels(PenaltyPath.of(rawFeatures, options, chosen), chosen);
    }
    return new FixedPenaltyModels(HeldOutPrediction.of(rawFeatures, options));
  }

  /**
   * Makes ready for predictions on some voxels.
   *
   * @param observed the word images on those voxels, words x candidates
   * @param pairs the held-out words of every fold
   */
  Pass on(double[][] observed, Pair[] pairs, Workers workers);

  /** Two words that a fold holds out. */
  record Pair(int first, int second) {}

  /** All pairs of words, one a fold: (0, 1), (0, 2), ... (n-2, n-1). */
  static Pair[] pairs(int words) {
    var folds = new ArrayList<Pair>();
    for (int first = 0; first < words; first++) {
      for (int second = first + 1; second < words; second++) {
        folds.add(new Pair(first, second));
      }
    }
    return folds.toArray(Pair[]::new);
  }

  /** One pass over all folds. Folds may be predicted by several threads, each once. */
  interface Pass {
    /**
     * The predicted images of a fold's held-out words, 2 x positions.
     *
     * @param positions the selected voxels, as positions among the candidates
     */
    double[][] predict(int fold, int[] positions);

    /** What there is to say when all folds have been predicted. */
    Outcome outcome();
  }

  /**
   * How folds were predicted; see {@link LeaveTwoOutResult}.
   *
   * @param penalties which penalties were chosen, where they were
   */
  record Outcome(
      String form,
      int refittedFolds,
      int rank,
      double[][] operator,
      Optional<ChosenPenalties> penalties) {}
}
