package org.mitchell.encoding;

import org.mitchell.fmri.VoxelRows;
import org.mitchell.jobs.Workers;

/** Chooses the penalties of one model of all voxels. */
public final class ModelPenalties {
  private ModelPenalties() {}

  /**
   * The penalties of the smallest leave-one-out errors among the training words, as numbers in the
   * grid: one, or one for each voxel of the images.
   *
   * @param images words x voxels; whether their mean was removed makes no difference
   * @param compared the voxels whose errors are summed for a single penalty
   * @param heldOut words that the model is not trained on
   */
  public static int[] choose(
      PenaltyPath path,
      Penalty.Chosen chosen,
      VoxelRows images,
      int[] compared,
      Workers workers,
      int... heldOut) {
    LeaveOneOutErrors errors = path.errorsWithout(heldOut);
    return switch (chosen.per()) {
      case GLOBAL ->
          new int[] {
            errors.choose(ErrorImages.products(images.at(compared), chosen.error(), heldOut))
          };
      case VOXEL -> errors.choose(images, workers);
    };
  }
}
