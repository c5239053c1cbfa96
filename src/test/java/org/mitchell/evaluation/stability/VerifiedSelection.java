package org.mitchell.evaluation.stability;

import java.util.Arrays;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Workers;

/**
 * The choice of voxels as leave-two-out makes it: guessed, run over all folds, and widened where
 * the guess was too high.
 */
public final class VerifiedSelection {
  private VerifiedSelection() {}

  public static VoxelSelection of(Responses responses, int wanted, Workers workers) {
    VoxelSelection selection = MostStableVoxels.of(responses, wanted, workers);
    int words = responses.stimuli().size();
    double lowest = Double.POSITIVE_INFINITY;
    for (int first = 0; first < words - 1; first++) {
      for (SelectedVoxels found : selection.select(first, first + 1, words)) {
        lowest = Math.min(lowest, found.threshold());
      }
    }
    return selection.widenedTo(lowest, workers);
  }

  /** The columns that a fold selects, ascending. */
  public static int[] columns(VoxelSelection selection, int first, int second) {
    int[] positions = selection.select(first, second, second + 1)[0].positions();
    return Arrays.stream(positions).map(p -> selection.candidates()[p]).toArray();
  }

  /** The stability of one voxel straight from its definition, two words left out. */
  public static double exactStability(
      Responses responses, int column, int presentations, int first, int second) {
    return ExactStability.of(responses, column, presentations, first, second);
  }
}
