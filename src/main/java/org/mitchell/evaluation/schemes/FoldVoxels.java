package org.mitchell.evaluation.schemes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mitchell.evaluation.stability.MostStable;
import org.mitchell.evaluation.stability.SelectedVoxels;
import org.mitchell.evaluation.stability.Stability;
import org.mitchell.evaluation.stability.VoxelSelection;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Workers;

/** The voxels of every fold. */
sealed interface FoldVoxels {
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
        int[] words = folds.get(start).tested();
        var found = selection.select(words[0], words[1], words[1] + end - start);
        System.arraycopy(found, 0, selected, start - from, found.length);
        start = end;
      }
      return selected;
    }

    private static boolean follows(Fold one, Fold next) {
      return one.tested()[0] == next.tested()[0] && one.tested()[1] + 1 == next.tested()[1];
    }

    @Override
    public FoldVoxels widenedTo(double lowestThreshold, Workers workers) {
      var widened = selection.widenedTo(lowestThreshold, workers);
      return widened == selection ? this : new OfPairs(widened);
    }
  }

  /** Other folds are few: their voxels are chosen beforehand. */
  record Chosen(int[] candidates, SelectedVoxels[] ofFold) implements FoldVoxels {
    @Override
    public SelectedVoxels[] select(List<Fold> folds, int from, int to) {
      return Arrays.copyOfRange(ofFold, from, to);
    }

    @Override
    public FoldVoxels widenedTo(double lowestThreshold, Workers workers) {
      return this;
    }
  }

  /** The {@code count} most stable voxels of every fold, by the responses of its training. */
  static FoldVoxels mostStable(Responses responses, List<Fold> folds, int count, Workers workers) {
    if (folds.stream().allMatch(fold -> fold.leftOut() && fold.tested().length == 2)) {
      return new OfPairs(VoxelSelection.mostStable(responses, count, workers));
    }
    var columns = new ArrayList<int[]>();
    for (Fold fold : folds) {
      Responses training = training(responses, fold);
      columns.add(MostStable.columns(Stability.overAllWords(training, workers), count));
    }
    int[] candidates = columns.stream().flatMapToInt(Arrays::stream).distinct().sorted().toArray();
    SelectedVoxels[] ofFold =
        columns.stream()
            .map(c -> Arrays.stream(c).map(v -> Arrays.binarySearch(candidates, v)).toArray())
            .map(positions -> new SelectedVoxels(positions, Double.NEGATIVE_INFINITY))
            .toArray(SelectedVoxels[]::new);
    return new Chosen(candidates, ofFold);
  }

  /** All voxels in every fold. */
  static FoldVoxels all(Responses responses, List<Fold> folds) {
    int[] columns = VoxelSelection.all(responses).candidates();
    var ofFold = new SelectedVoxels[folds.size()];
    Arrays.fill(ofFold, new SelectedVoxels(columns, Double.NEGATIVE_INFINITY));
    return new Chosen(columns, ofFold);
  }

  private static Responses training(Responses responses, Fold fold) {
    if (!fold.leftOut()) {
      return responses.withoutPresentation(fold.presentation());
    }
    int[] training = fold.training(responses.stimuli().size());
    List<String> words = responses.words();
    return responses.select(Arrays.stream(training).mapToObj(words::get).toList());
  }
}
