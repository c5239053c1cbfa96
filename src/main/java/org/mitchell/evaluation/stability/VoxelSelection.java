package org.mitchell.evaluation.stability;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Workers;

/** Which voxels are compared in a fold that holds out two words. */
public sealed interface VoxelSelection permits VoxelSelection.All, MostStableVoxels {
  /**
   * The most stable voxels of every fold, by the training words alone.
   *
   * @param count how many in each fold; fewer where fewer have a defined stability
   * @throws IllegalArgumentException if a word was presented only once
   */
  static VoxelSelection mostStable(Responses responses, int count, Workers workers) {
    return MostStableVoxels.of(responses, count, workers);
  }

  /** Every voxel in every fold. */
  static VoxelSelection all(Responses responses) {
    return new All(responses);
  }

  /** The voxel columns that may be selected in any fold, ascending. */
  int[] candidates();

  /**
   * What is selected among the candidates when {@code first} is held out with each of the words
   * from {@code from} to before {@code to}.
   */
  SelectedVoxels[] select(int first, int from, int to);

  /**
   * The selection to use instead, when the lowest threshold of all folds shows that voxels outside
   * the candidates might have been selected in some fold; this very selection when they could not.
   */
  VoxelSelection widenedTo(double lowestThreshold, Workers workers);

  /** How many voxels have no defined stability and are never selected. */
  int undefined();

  /** Every voxel in every fold. */
  final class All implements VoxelSelection {
    private final int[] columns;

    All(Responses responses) {
      this.columns = IntStream.range(0, responses.voxels()).toArray();
    }

    @Override
    public int[] candidates() {
      return columns;
    }

    @Override
    public SelectedVoxels[] select(int first, int from, int to) {
      var found = new SelectedVoxels[to - from];
      Arrays.fill(found, new SelectedVoxels(columns, Double.NEGATIVE_INFINITY));
      return found;
    }

    @Override
    public VoxelSelection widenedTo(double lowestThreshold, Workers workers) {
      return this;
    }

    @Override
    public int undefined() {
      return 0;
    }
  }
}
