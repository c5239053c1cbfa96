package org.mitchell.encoding;

import org.mitchell.fmri.VoxelRows;
import org.mitchell.jobs.Workers;

/**
 * Chooses penalties for the models of many folds, each from its own training words, and predicts
 * what the folds hold out. Safe to call from several threads.
 */
public sealed interface FoldPenalties {
  /**
   * @param path of all words
   * @param images words x voxels; whether their mean was removed makes no difference to the choice.
   *     Not copied
   */
  static FoldPenalties of(
      PenaltyPath path, Penalty.Chosen chosen, double[][] images, Workers workers) {
    return switch (chosen.per()) {
      case GLOBAL -> new Global(path, images, chosen.error());
      case VOXEL -> new PerVoxel(path, images, FoldVoxelErrors.of(path, images, workers));
    };
  }

  PenaltyPath path();

  double[][] images();

  /**
   * The penalties of the smallest leave-one-out errors among the words that are not held out, as
   * numbers in the grid: one, of the error summed over the voxels, or one a voxel.
   *
   * @param voxels columns of the images
   */
  int[] choose(int[] voxels, int... heldOut);

  /**
   * The predicted images of the held-out words, held-out words x voxels.
   *
   * @param choice from {@link #choose}
   */
  default double[][] predict(int[] voxels, int[] choice, int... heldOut) {
    return path().predict(images(), voxels, choice, heldOut);
  }

  /** One penalty a fold. */
  record Global(PenaltyPath path, double[][] images, Penalty.Error error) implements FoldPenalties {
    @Override
    public int[] choose(int[] voxels, int... heldOut) {
      double[][] products = ErrorImages.products(VoxelRows.held(images).at(voxels), error, heldOut);
      return new int[] {path.errorsWithout(heldOut).choose(products)};
    }
  }

  /** A penalty a fold and voxel. */
  record PerVoxel(PenaltyPath path, double[][] images, FoldVoxelErrors errors)
      implements FoldPenalties {
    @Override
    public int[] choose(int[] voxels, int... heldOut) {
      return errors.choose(voxels, heldOut);
    }
  }
}
