package org.mitchell.evaluation.variance;

import java.util.Optional;
import java.util.OptionalInt;
import org.mitchell.encoding.Penalty;
import org.mitchell.encoding.PenaltyGrid;
import org.mitchell.encoding.Scale;

/**
 * How variance is partitioned. Models have an intercept and everything is scaled and chosen on the
 * training words alone, as in preset strict: a mean over all words would give a model of nothing an
 * R2 above 0.
 *
 * @param scale how the vectors of each space are scaled
 * @param per what gets penalties of its own
 * @param grid the penalties to choose from, for each space; empty for the usual ones, {@link
 *     PenaltyGrid#usual}
 * @param steps how many steps there are from the penalties of the first space alone to those of the
 *     second alone
 * @param voxels how many of the most stable voxels the selected voxels are, chosen without the word
 *     that is predicted; they also choose penalties where those are global. Empty for all voxels
 */
public record PartitionOptions(
    Scale scale, Penalty.Per per, Optional<PenaltyGrid> grid, int steps, OptionalInt voxels) {
  /** Unit length, one tuple of penalties a fold, seven steps, the 500 most stable voxels. */
  public static final PartitionOptions USUAL =
      new PartitionOptions(
          Scale.UNIT, Penalty.Per.GLOBAL, Optional.empty(), 7, OptionalInt.of(500));

  public PartitionOptions {
    if (steps < 1) {
      throw new IllegalArgumentException("at least one step is needed, got " + steps);
    }
  }
}
