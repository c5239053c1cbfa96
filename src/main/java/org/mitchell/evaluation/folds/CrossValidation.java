package org.mitchell.evaluation.folds;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.stability.SelectedVoxels;
import org.mitchell.evaluation.stability.VoxelChoice;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Heap;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.text.Counted;

/**
 * Goes over the folds of a cross-validation: chooses the voxels of each by the words it trains on,
 * and gives them to whatever scores it. What comes out does not depend on the number of threads.
 */
public final class CrossValidation {
  /**
   * Few enough for the working memory of a piece to stay small, enough to share what its folds have
   * in common.
   */
  private static final int MOST_FOLDS_A_PIECE = 30;

  /** So many pieces let the threads end together. */
  private static final int PIECES = 32;

  /** What the program holds of its own, and of each voxel, its stability and its bounds, bytes. */
  private static final long BASE = 24L << 20;

  private static final long VOXEL_BYTES = 40;

  private final EncodingAnalysis analysis;
  private final List<Fold> folds;
  private final Workers workers;

  /**
   * @param folds at least one; all leave out words, or all hold out presentations
   */
  public CrossValidation(EncodingAnalysis analysis, List<Fold> folds, Workers workers) {
    this.analysis = analysis;
    this.folds = folds;
    this.workers = workers;
  }

  /**
   * What came of all folds.
   *
   * @param scorer what scored them
   * @param selectedVoxels how many voxels were compared in a fold (the fewest of any fold)
   * @param undefinedVoxels how many voxels have no defined stability and were never selected, as
   *     far as they were counted
   */
  public record Run<S extends FoldScorer>(S scorer, int selectedVoxels, int undefinedVoxels) {}

  /**
   * Scores all folds.
   *
   * @param scorerOn makes a scorer for a choice of candidate voxels, given as ascending columns;
   *     asked once more where the first choice left some out that a fold might have selected
   * @param label what progress calls it
   * @throws InputException if a fold has no voxel to compare
   */
  public <S extends FoldScorer> Run<S> run(
      Function<int[], S> scorerOn, String label, Progress progress) {
    FoldVoxels voxels =
        analysis.options().voxels().isPresent()
            ? FoldVoxels.chosen(analysis, folds, workers, progress)
            : FoldVoxels.all(analysis.responses(), folds);
    Pass<S> pass = pass(voxels, scorerOn, label, progress);
    FoldVoxels widened = voxels.widenedTo(pass.lowestThreshold, workers);
    if (widened != voxels) {
      pass = pass(widened, scorerOn, label, progress);
    }
    VoxelChoice.requireSome(pass.fewest, analysis.options().criterion());
    return new Run<>(pass.scorer, pass.fewest, voxels.undefined());
  }

  /** For images and residuals of the voxels that any fold compares, words x voxels each. */
  private void requireMemory(int candidates) {
    Responses responses = analysis.responses();
    Heap.require(
        "%s: the cross-validation of %s over %s that its folds compare"
            .formatted(
                responses.participant(),
                Counted.of(analysis.size(), "word"),
                Counted.of(candidates, "voxel")),
        BASE
            + responses.bytesInMemory()
            + 2L * Double.BYTES * analysis.size() * candidates
            + VOXEL_BYTES * responses.voxels(),
        "fewer voxels");
  }

  /** All folds with one choice of candidate voxels. */
  private record Pass<S>(S scorer, int fewest, double lowestThreshold) {}

  private <S extends FoldScorer> Pass<S> pass(
      FoldVoxels voxels, Function<int[], S> scorerOn, String label, Progress progress) {
    requireMemory(voxels.candidates().length);
    S scorer = scorerOn.apply(voxels.candidates());
    int count = folds.size();
    var selected = new int[count];
    var thresholds = new double[count];
    int together = Math.max(1, Math.min(MOST_FOLDS_A_PIECE, count / PIECES));
    progress.begin(label, "folds", count);
    workers.forEach(
        (count + together - 1) / together,
        number -> {
          int from = number * together;
          int to = Math.min(count, from + together);
          SelectedVoxels[] found = voxels.select(folds, from, to);
          FoldScorer.Piece piece = scorer.piece();
          for (int f = from; f < to; f++) {
            int[] positions = found[f - from].positions();
            selected[f] = positions.length;
            thresholds[f] = found[f - from].threshold();
            if (positions.length > 0) {
              piece.score(f, folds.get(f), positions);
            }
          }
          piece.end();
          progress.advance(to - from);
        });
    progress.end();
    return new Pass<>(
        scorer,
        Arrays.stream(selected).min().orElseThrow(),
        Arrays.stream(thresholds).min().orElseThrow());
  }
}
