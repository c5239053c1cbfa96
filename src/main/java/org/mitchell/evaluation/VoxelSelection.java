package org.mitchell.evaluation;

import java.util.stream.IntStream;
import org.mitchell.fmri.Responses;

/** Which voxels are compared in a fold of a leave-two-out cross-validation. */
sealed interface VoxelSelection permits VoxelSelection.All, MostStableVoxels {
  /** The voxel columns that may be selected in any fold, ascending. */
  int[] candidates();

  /** The positions among {@link #candidates()} that are selected when these two words are held out, ascending. */
  int[] positions(int first, int second);

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
    public int[] positions(int first, int second) {
      return columns;
    }

    @Override
    public int undefined() {
      return 0;
    }
  }
}
