package org.mitchell.evaluation.stability;

import java.util.OptionalInt;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.fmri.Responses;
import org.mitchell.text.Counted;

/** Whether a participant has the voxels and presentations that a choice of voxels needs. */
public final class VoxelDemand {
  private static final int FEWEST_PRESENTATIONS = 2;

  private VoxelDemand() {}

  /**
   * @param voxels how many voxels are wanted; empty for all
   * @param criterion what they are chosen by
   * @param leftOut how many presentations of each word have no part in the choice
   * @throws InputException if there are too few voxels or presentations
   */
  public static void require(
      OptionalInt voxels, VoxelCriterion criterion, Responses responses, int leftOut) {
    if (voxels.isEmpty()) {
      return;
    }
    if (voxels.getAsInt() > responses.voxels()) {
      throw new InputException(
          "%,d voxels are asked for where participant %s has %,d"
              .formatted(voxels.getAsInt(), responses.participant(), responses.voxels()),
          Remedy.FEWER_VOXELS);
    }
    int presentations = responses.commonPresentations();
    if (criterion.needsPresentations() && presentations - leftOut < FEWEST_PRESENTATIONS) {
      throw new InputException(
          "choosing %s needs at least %s of every word%s; participant %s has a word with %d"
              .formatted(
                  criterion.usual() ? "the most stable voxels" : "voxels by " + criterion.label(),
                  Counted.of(FEWEST_PRESENTATIONS + leftOut, "presentation"),
                  leftOut == 0 ? "" : " where " + leftOut + " is left out",
                  responses.participant(),
                  presentations),
          Remedy.ALL_VOXELS);
    }
  }
}
