package org.mitchell.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Workers;

/** Which voxels are compared in a fold of a leave-two-out cross-validation. */
sealed interface VoxelSelection permits VoxelSelection.All, MostStableVoxels {
  /** The voxel columns that may be selected in any fold, ascending. */
  int[] candidates();

  /**
   * What is selected among the candidates when {@code first} is held out with each of the words
   * from {@code from} to before {@code to}.
   */
  Highest.Found[] select(int first, int from, int to);

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
    public Highest.Found[] select(int first, int from, int to) {
      var found = new Highest.Found[to - from];
      Arrays.fill(found, new Highest.Found(columns, Double.NEGATIVE_INFINITY));
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
