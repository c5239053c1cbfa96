package org.mitchell.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mitchell.evaluation.FoldModels.Pair;
import org.mitchell.evaluation.stability.SelectedVoxels;
import org.mitchell.evaluation.stability.VoxelDemand;
import org.mitchell.evaluation.stability.VoxelSelection;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.WordImages;
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

  /**
   * Few enough for the working memory of a piece to stay small, enough to share what its folds have
   * in common.
   */
  private static final int FOLDS_A_PIECE = 30;

  private final Responses responses;
  private final EvaluationOptions options;
  private final Workers workers;
  private final FoldModels models;
  private final WordImages images;

  private LeaveTwoOut(
      Responses responses, double[][] rawFeatures, EvaluationOptions options, Workers workers) {
    this.responses = responses;
    this.options = options;
    this.workers = workers;
    this.models = FoldModels.of(rawFeatures, options.encoding());
    // Preset strict removes the training words' mean again in every fold; without the bulk of it
    // first, digits would be lost.
    this.images = WordImages.of(responses).withoutMean();
  }

  /**
   * @param responses the participant's responses to n words, n at least {@link #FEWEST_WORDS}
   * @param rawFeatures unscaled features, words x features, words as in the responses
   * @throws InputException if there are too few words, voxels or presentations for what the options
   *     ask
   */
  public static LeaveTwoOutResult run(
      Responses responses,
      double[][] rawFeatures,
      EvaluationOptions options,
      Workers workers,
      Progress progress) {
    requirePossible(responses, options);
    return new LeaveTwoOut(responses, rawFeatures, options, workers).run(progress);
  }

  /**
   * Folds, from a number to before another, that hold out the same first word with consecutive
   * second words.
   */
  private record Piece(int from, int to) {
    int size() {
      return to - from;
    }
  }

  /** What all folds gave with one selection of voxels. */
  private record Pass(
      PairResult[] pairs, FoldModels.Pass models, int fewestVoxels, double lowestThreshold) {}

  private LeaveTwoOutResult run(Progress progress) {
    Pair[] folds = FoldModels.pairs(images.words());
    VoxelSelection selection =
        options.voxels().isPresent()
            ? VoxelSelection.mostStable(responses, options.voxels().getAsInt(), workers)
            : VoxelSelection.all(responses);
    Pass pass = pass(folds, selection, progress);
    VoxelSelection widened = selection.widenedTo(pass.lowestThreshold, workers);
    if (widened != selection) {
      selection = widened;
      pass = pass(folds, selection, progress);
    }
    if (pass.fewestVoxels == 0) {
      throw new InputException(
          "no voxel has a defined stability: each is constant over the words in some presentation. "
              + "Check the responses, or compare all voxels (--voxels all)");
    }
    FoldModels.Outcome outcome = pass.models.outcome();
    return new LeaveTwoOutResult(
        responses.stimuli(),
        Arrays.asList(pass.pairs),
        pass.fewestVoxels,
        selection.candidates().length,
        selection.undefined(),
        outcome.form(),
        outcome.refittedFolds(),
        outcome.rank(),
        outcome.operator(),
        outcome.penalties());
  }

  private Pass pass(Pair[] folds, VoxelSelection selection, Progress progress) {
    var matching = new FoldMatching(images, selection.candidates(), options);
    FoldModels.Pass predictions = models.on(matching.observed(), folds, workers);
    var pairs = new PairResult[folds.length];
    var selected = new int[folds.length];
    var thresholds = new double[folds.length];
    progress.begin("leave-two-out", "folds", folds.length);
    List<Piece> pieces = pieces(folds);
    workers.forEach(
        pieces.size(),
        number -> {
          Piece piece = pieces.get(number);
          Pair one = folds[piece.from];
          SelectedVoxels[] found =
              selection.select(one.first(), one.second(), one.second() + piece.size());
          for (int f = piece.from; f < piece.to; f++) {
            Pair fold = folds[f];
            int[] positions = found[f - piece.from].positions();
            selected[f] = positions.length;
            thresholds[f] = found[f - piece.from].threshold();
            double[][] predicted = predictions.predict(f, positions);
            pairs[f] = matching.match(fold.first(), fold.second(), predicted, positions);
          }
          progress.advance(piece.size());
        });
    progress.end();
    return new Pass(
        pairs,
        predictions,
        Arrays.stream(selected).min().orElseThrow(),
        Arrays.stream(thresholds).min().orElseThrow());
  }

  private static List<Piece> pieces(Pair[] folds) {
    var pieces = new ArrayList<Piece>();
    int from = 0;
    for (int f = 1; f <= folds.length; f++) {
      if (f == folds.length
          || f - from == FOLDS_A_PIECE
          || folds[f].first() != folds[from].first()) {
        pieces.add(new Piece(from, f));
        from = f;
      }
    }
    return pieces;
  }

  private static void requirePossible(Responses responses, EvaluationOptions options) {
    int words = responses.stimuli().size();
    if (words < FEWEST_WORDS) {
      throw new InputException(
          "leave-two-out needs at least %d words with responses and features, got %d: %s"
              .formatted(FEWEST_WORDS, words, responses.words()));
    }
    VoxelDemand.require(options.voxels(), responses, 0);
  }
}
