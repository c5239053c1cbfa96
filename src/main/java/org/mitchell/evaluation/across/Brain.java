package org.mitchell.evaluation.across;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.folds.Fold;
import org.mitchell.evaluation.folds.FoldColumns;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Workers;

/**
 * What is kept of a participant, once its voxels have been chosen for every fold.
 *
 * @param own on the voxels that its folds choose among all
 * @param common on the voxels that all participants have, in one order; nothing where participants
 *     are not compared by anatomy
 */
public record Brain(String participant, Chosen own, Optional<Chosen> common) {
  /**
   * Images of all words, without their mean over words.
   *
   * @param images words x voxels. Not copied
   * @param positions the voxels of every fold, as ascending columns of the images. Not copied
   */
  public record Chosen(double[][] images, int[][] positions) {}

  /**
   * @param analysis of the words that all participants have
   * @param folds that leave out words
   * @param common the columns of the voxels that all participants have
   * @throws InputException if a fold has no voxel to compare
   */
  public static Brain of(
      EncodingAnalysis analysis, List<Fold> folds, Optional<int[]> common, Workers workers) {
    FoldColumns own = FoldColumns.of(analysis, folds, workers);
    return new Brain(
        analysis.responses().participant(),
        new Chosen(images(analysis, own.candidates()), own.positions()),
        common.map(columns -> shared(analysis.ofVoxels(columns), folds, workers)));
  }

  /** All common voxels are kept: other participants choose others of them. */
  private static Chosen shared(EncodingAnalysis analysis, List<Fold> folds, Workers workers) {
    FoldColumns chosen = FoldColumns.of(analysis, folds, workers);
    int[] candidates = chosen.candidates();
    int[][] columns =
        Arrays.stream(chosen.positions())
            .map(positions -> Arrays.stream(positions).map(p -> candidates[p]).toArray())
            .toArray(int[][]::new);
    int[] all = new int[analysis.responses().voxels()];
    Arrays.setAll(all, v -> v);
    return new Chosen(images(analysis, all), columns);
  }

  private static double[][] images(EncodingAnalysis analysis, int[] columns) {
    return analysis.imageRows().withoutMean().at(columns);
  }
}
