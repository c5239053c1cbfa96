package org.mitchell.evaluation.folds;

import java.util.Arrays;
import java.util.List;
import org.mitchell.encoding.HeldOutModels;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.PairResult;
import org.mitchell.fmri.VoxelRows;
import org.mitchell.jobs.Workers;

/**
 * Predicts the images of a fold's words, voxel by voxel, and matches pairs of them with those
 * observed: for one set of features, with a penalty of any kind. The folds leave out words.
 */
public final class MatchedPairs implements FoldScorer {
  private final FoldMatching matching;
  private final HeldOutModels.Predictions predictions;
  private final PairResult[] results;
  private final int[] firstPair;

  private MatchedPairs(
      FoldMatching matching, HeldOutModels.Predictions predictions, List<Fold> folds) {
    this.matching = matching;
    this.predictions = predictions;
    this.firstPair = firstPairs(folds);
    this.results = new PairResult[firstPair[folds.size()]];
  }

  /**
   * @param models of the analysis' features
   * @param images the word images without their mean
   * @param candidates the voxel columns that are ever selected
   */
  public static MatchedPairs on(
      EncodingAnalysis analysis,
      HeldOutModels models,
      VoxelRows images,
      List<Fold> folds,
      int[] candidates,
      Workers workers) {
    var matching =
        new FoldMatching(
            images.at(candidates), Metric.shortest(analysis.longestImage()), analysis.options());
    int[][] leftOut = folds.stream().map(Fold::leftOut).toArray(int[][]::new);
    return new MatchedPairs(matching, models.on(matching.observed(), leftOut, workers), folds);
  }

  /** For every fold the number of its first pair, and how many pairs there are in all. */
  public static int[] firstPairs(List<Fold> folds) {
    var first = new int[folds.size() + 1];
    for (int f = 0; f < folds.size(); f++) {
      first[f + 1] = first[f] + folds.get(f).pairs().length;
    }
    return first;
  }

  /** The pairs of all folds, one fold after the other, once these have been scored. */
  public List<PairResult> results() {
    return Arrays.asList(results);
  }

  /** How folds were predicted, once they have been scored. */
  public HeldOutModels.Summary summary() {
    return predictions.summary();
  }

  @Override
  public Piece piece() {
    return (number, fold, positions) -> {
      double[][] predicted = predictions.predict(number, positions);
      PairResult[] found = matching.match(fold, predicted, positions);
      System.arraycopy(found, 0, results, firstPair[number], found.length);
    };
  }
}
