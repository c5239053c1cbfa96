package org.mitchell.evaluation.schemes;

import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Responses;

/** Whether a participant has the voxels and presentations that a choice of voxels needs. */
final class VoxelDemand {
  private VoxelDemand() {}

  static void require(Scheme scheme, Responses responses, EvaluationOptions options) {
    if (options.voxels().isEmpty()) {
      return;
    }
    int wanted = options.voxels().getAsInt();
    if (wanted > responses.voxels()) {
      throw new InputException(
          "%,d voxels are asked for where participant %s has %,d. Give a smaller --voxels, or --voxels all"
              .formatted(wanted, responses.participant(), responses.voxels()));
    }
    int leftOut = scheme == Scheme.PRESENTATIONS ? 1 : 0;
    int presentations = responses.commonPresentations();
    if (presentations - leftOut < 2) {
      throw new InputException(
          "choosing the most stable voxels in the scheme %s needs at least %d presentations of every word; participant %s has a word with %d. Compare all voxels: --voxels all"
              .formatted(scheme.label(), 2 + leftOut, responses.participant(), presentations));
    }
  }
}
