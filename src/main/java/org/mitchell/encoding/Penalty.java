package org.mitchell.encoding;

import java.util.Optional;

/** The ridge penalty: given, or chosen from the training words. */
public sealed interface Penalty {
  /**
   * One penalty for every voxel and fold.
   *
   * @param lambda what is added to the diagonal of X'X; 0 is ordinary least squares (of smallest
   *     norm where that is not unique)
   */
  record Fixed(double lambda) implements Penalty {
    public Fixed {
      PenaltyGrid.requirePenalty(lambda);
    }
  }

  /**
   * The penalty of the smallest leave-one-out error among the words that a model is trained on.
   *
   * @param grid the penalties to choose from; empty for {@link PenaltyGrid#usual}
   * @param per what gets a penalty of its own
   */
  record Chosen(Optional<PenaltyGrid> grid, Per per) implements Penalty {
    /** The penalties to choose from with these features. */
    public PenaltyGrid gridFor(double[][] rawFeatures, Scale scale) {
      return grid.orElseGet(() -> PenaltyGrid.usual(rawFeatures, scale));
    }
  }

  /** What gets a penalty of its own where penalties are chosen. */
  enum Per {
    /** A model: the error is summed over the voxels that are compared. */
    GLOBAL,
    /** Every voxel of a model. */
    VOXEL
  }
}
