package org.mitchell.evaluation;

import java.util.List;
import org.mitchell.encoding.HeldOutModels;
import org.mitchell.evaluation.folds.CrossValidation;
import org.mitchell.evaluation.folds.Fold;
import org.mitchell.evaluation.folds.Folds;
import org.mitchell.evaluation.folds.MatchedPairs;
import org.mitchell.evaluation.stability.VoxelDemand;
import org.mitchell.files.InputException;
import org.mitchell.fmri.VoxelRows;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * The paper's evaluation (Mitchell et al. 2008): for every pair of words, train on all others,
 * choose the most stable voxels on the training words, predict both held-out images and see whether
 * they match the right observed images.
 *
 * <p>No fold is fitted anew where the closed form holds; see {@link
 * org.mitchell.encoding.HeldOutPrediction}.
 */
public final class LeaveTwoOut {
  /** Fewer words leave nothing to learn from. */
  public static final int FEWEST_WORDS = 4;

  private LeaveTwoOut() {}

  /**
   * @param analysis of n words, n at least {@link #FEWEST_WORDS}
   * @throws InputException if there are too few words, voxels or presentations for what the options
   *     ask
   */
  public static LeaveTwoOutResult run(
      EncodingAnalysis analysis, Workers workers, Progress progress) {
    return run(analysis, Folds.leaveTwoOut(analysis.size()), "leave-two-out", workers, progress);
  }

  /**
   * The same with other words left out.
   *
   * @param folds that leave out words, every word in one at least
   * @param label what messages and progress call it
   * @throws InputException as above
   */
  public static LeaveTwoOutResult run(
      EncodingAnalysis analysis,
      List<Fold> folds,
      String label,
      Workers workers,
      Progress progress) {
    requirePossible(analysis, label);
    HeldOutModels models = HeldOutModels.of(analysis.rawFeatures(), analysis.encoding());
    // Preset strict removes the training words' mean again in every fold; without the bulk of it
    // first, digits would be lost.
    VoxelRows images = analysis.imageRows().withoutMean();
    CrossValidation.Run<MatchedPairs> run =
        new CrossValidation(analysis, folds, workers)
            .run(
                candidates -> MatchedPairs.on(analysis, models, images, folds, candidates, workers),
                label,
                progress);
    HeldOutModels.Summary how = run.scorer().summary();
    return new LeaveTwoOutResult(
        analysis.stimuli(),
        run.scorer().results(),
        run.selectedVoxels(),
        run.undefinedVoxels(),
        how.form(),
        how.refittedFolds(),
        how.rank(),
        how.operator(),
        how.penalties());
  }

  /** The share of all pairs that are matched right: {@link LeaveTwoOutResult#all()} alone. */
  public static double accuracy(EncodingAnalysis analysis, Workers workers) {
    return run(analysis, workers, Progress.NONE).all().accuracy();
  }

  private static void requirePossible(EncodingAnalysis analysis, String label) {
    int words = analysis.size();
    if (words < FEWEST_WORDS) {
      throw new InputException(
          "%s needs at least %d words with responses and features, got %d: %s"
              .formatted(label, FEWEST_WORDS, words, analysis.words()));
    }
    EvaluationOptions options = analysis.options();
    VoxelDemand.require(options.voxels(), options.criterion(), analysis.responses(), 0);
  }
}
