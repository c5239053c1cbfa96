package org.mitchell.encoding;

import java.util.Optional;
import java.util.OptionalDouble;

/** The ridge penalty: given, or chosen from the training words. */
public sealed interface Penalty {
  /** How it is chosen; nothing where it is given. */
  Optional<Chosen> chosen();

  /** The penalty lambda that is given for all; nothing where it is chosen. */
  OptionalDouble given();

  /** Whether one penalty is given for all. */
  default boolean isGiven() {
    return given().isPresent();
  }

  /** Whether every voxel gets a penalty of its own, so that no voxels share a model. */
  default boolean isPerVoxel() {
    return chosen().filter(c -> c.per() == Per.VOXEL).isPresent();
  }

  /** Whether a penalty for several voxels is chosen by standardised errors. */
  default boolean isByStandardisedErrors() {
    return chosen().filter(c -> c.error() == Error.STANDARDISED).isPresent();
  }

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

    @Override
    public Optional<Chosen> chosen() {
      return Optional.empty();
    }

    @Override
    public OptionalDouble given() {
      return OptionalDouble.of(lambda);
    }
  }

  /**
   * The penalty of the smallest leave-one-out error among the words that a model is trained on.
   *
   * @param grid the penalties to choose from; empty for {@link PenaltyGrid#usual}
   * @param per what gets a penalty of its own
   * @param error what is summed over voxels where they get one penalty together
   */
  record Chosen(Optional<PenaltyGrid> grid, Per per, Error error) implements Penalty {
    @Override
    public Optional<Chosen> chosen() {
      return Optional.of(this);
    }

    @Override
    public OptionalDouble given() {
      return OptionalDouble.empty();
    }

    /** With squared errors as they are. */
    public Chosen(Optional<PenaltyGrid> grid, Per per) {
      this(grid, per, Error.RAW);
    }

    /** The penalties to choose from with these features. */
    public PenaltyGrid gridFor(double[][] rawFeatures, EncodingOptions options) {
      return grid.orElseGet(() -> PenaltyGrid.usual(rawFeatures, options));
    }
  }

  /** What is summed over voxels where they get one penalty together. */
  enum Error {
    /** Squared errors: voxels of large responses, noisy ones among them, decide. */
    RAW,
    /**
     * Squared errors as a share of the voxel's variance over the training words: every voxel has
     * the same say, and the smallest sum is the largest mean R2.
     */
    STANDARDISED
  }

  /** What gets a penalty of its own where penalties are chosen. */
  enum Per {
    /** A model: the error is summed over the voxels that are compared. */
    GLOBAL,
    /** Every voxel of a model. */
    VOXEL
  }
}
