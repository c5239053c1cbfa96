package org.mitchell.evaluation.folds;

import java.util.List;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * The voxels that the folds of a cross-validation compare, chosen by the words that each trains on.
 *
 * @param candidates the columns of the voxels that any fold compares, ascending
 * @param positions those of each fold, as ascending positions among the candidates. Not copied
 */
public record FoldColumns(int[] candidates, int[][] positions) {
  /**
   * @throws InputException if a fold has no voxel to compare
   */
  public static FoldColumns of(EncodingAnalysis analysis, List<Fold> folds, Workers workers) {
    return new CrossValidation(analysis, folds, workers)
        .run(candidates -> new Kept(candidates, new int[folds.size()][]), "voxels", Progress.NONE)
        .scorer()
        .columns();
  }

  /** Keeps what folds compare, and scores nothing. */
  private record Kept(int[] candidates, int[][] positions) implements FoldScorer {
    @Override
    public Piece piece() {
      return (number, fold, chosen) -> positions[number] = chosen;
    }

    FoldColumns columns() {
      return new FoldColumns(candidates, positions);
    }
  }
}
