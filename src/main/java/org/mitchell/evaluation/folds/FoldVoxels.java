package org.mitchell.evaluation.folds;

import java.util.Arrays;
import java.util.List;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.stability.MostStable;
import org.mitchell.evaluation.stability.SelectedVoxels;
import org.mitchell.evaluation.stability.Stability;
import org.mitchell.evaluation.stability.VoxelSelection;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/** The voxels of every fold. */
sealed interface FoldVoxels {
  /** Folds whose stability is kept at a time: a value a voxel each. */
  int FOLDS_AT_A_TIME = 100;

  /** The columns that are selected in any fold, ascending. */
  int[] candidates();

  /**
   * What the folds {@code from} .. {@code to - 1} select, as positions among the candidates.
   *
   * @param folds all folds
   */
  SelectedVoxels[] select(List<Fold> folds, int from, int to);

  /**
   * The voxels to use instead when the lowest threshold of all folds shows that others might have
   * been selected; otherwise these.
   */
  FoldVoxels widenedTo(double lowestThreshold, Workers workers);

  /**
   * How many voxels have no defined stability whatever is left out; 0 where they are not counted.
   */
  int undefined();

  /** Folds that leave out two words: their voxels are chosen on the way. */
  record OfPairs(VoxelSelection selection) implements FoldVoxels {
    @Override
    public int[] candidates() {
      return selection.candidates();
    }

    @Override
    public SelectedVoxels[] select(List<Fold> folds, int from, int to) {
      var selected = new SelectedVoxels[to - from];
      int start = from;
      while (start < to) {
        int end = start + 1;
        while (end < to && follows(folds.get(end - 1), folds.get(end))) {
          end++;
        }
        int[] words = folds.get(start).leftOut();
        var found = selection.select(words[0], words[1], words[1] + end - start);
        System.arraycopy(found, 0, selected, start - from, found.length);
        start = end;
      }
      return selected;
    }

    private static boolean follows(Fold one, Fold next) {
      return one.leftOut()[0] == next.leftOut()[0] && one.leftOut()[1] + 1 == next.leftOut()[1];
    }

    @Override
    public FoldVoxels widenedTo(double lowestThreshold, Workers workers) {
      var widened = selection.widenedTo(lowestThreshold, workers);
      return widened == selection ? this : new OfPairs(widened);
    }

    @Override
    public int undefined() {
      return selection.undefined();
    }
  }

  /** The voxels of other folds are chosen beforehand. */
  record Chosen(int[] candidates, SelectedVoxels[] ofFold) implements FoldVoxels {
    @Override
    public SelectedVoxels[] select(List<Fold> folds, int from, int to) {
      return Arrays.copyOfRange(ofFold, from, to);
    }

    @Override
    public FoldVoxels widenedTo(double lowestThreshold, Workers workers) {
      return this;
    }

    @Override
    public int undefined() {
      return 0;
    }
  }

  /** Those that the options want of every fold, by what it trains on. */
  static FoldVoxels chosen(
      EncodingAnalysis analysis, List<Fold> folds, Workers workers, Progress progress) {
    return analysis.options().criterion().usual()
        ? mostStable(
            analysis.responses(), folds, analysis.options().voxels().orElseThrow(), workers)
        : ofColumns(TrainedVoxels.of(analysis, folds, workers, progress));
  }

  /** The {@code count} most stable voxels of every fold, by the responses of its training. */
  private static FoldVoxels mostStable(
      Responses responses, List<Fold> folds, int count, Workers workers) {
    if (folds.stream().allMatch(fold -> fold.leavesWordsOut() && fold.leftOut().length == 2)) {
      return new OfPairs(VoxelSelection.mostStable(responses, count, workers));
    }
    return ofColumns(columns(responses, folds, count, workers));
  }

  private static FoldVoxels ofColumns(int[][] columns) {
    int[] candidates =
        Arrays.stream(columns).flatMapToInt(Arrays::stream).distinct().sorted().toArray();
    SelectedVoxels[] ofFold =
        Arrays.stream(columns)
            .map(c -> Arrays.stream(c).map(v -> Arrays.binarySearch(candidates, v)).toArray())
            .map(positions -> new SelectedVoxels(positions, Double.NEGATIVE_INFINITY))
            .toArray(SelectedVoxels[]::new);
    return new Chosen(candidates, ofFold);
  }

  private static int[][] columns(
      Responses responses, List<Fold> folds, int count, Workers workers) {
    var columns = new int[folds.size()][];
    for (int from = 0; from < columns.length; from += FOLDS_AT_A_TIME) {
      int first = from;
      List<Fold> some = folds.subList(from, Math.min(columns.length, from + FOLDS_AT_A_TIME));
      double[][] stability = stability(responses, some, workers);
      workers.forEach(
          some.size(), f -> columns[first + f] = MostStable.columns(stability[f], count));
    }
    return columns;
  }

  /** By the responses of each fold's training, folds x voxels. */
  private static double[][] stability(Responses responses, List<Fold> folds, Workers workers) {
    return folds.get(0).leavesWordsOut()
        ? Stability.without(folds.stream().map(Fold::leftOut).toList(), responses, workers)
        : folds.stream()
            .map(fold -> fold.trainingOf(responses))
            .map(training -> Stability.overAllWords(training, workers))
            .toArray(double[][]::new);
  }

  /** All voxels in every fold. */
  static FoldVoxels all(Responses responses, List<Fold> folds) {
    int[] columns = VoxelSelection.all(responses).candidates();
    var ofFold = new SelectedVoxels[folds.size()];
    Arrays.fill(ofFold, new SelectedVoxels(columns, Double.NEGATIVE_INFINITY));
    return new Chosen(columns, ofFold);
  }
}
