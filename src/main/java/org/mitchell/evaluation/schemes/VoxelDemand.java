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
    int training = responses.commonPresentations() - (scheme == Scheme.PRESENTATIONS ? 1 : 0);
    if (training < 2) {
      throw new InputException(
          "choosing the most stable voxels needs at least two presentations of every word in the training; participant %s has a word with %d. Compare all voxels: --voxels all"
              .formatted(responses.participant(), training));
    }
  }
}
