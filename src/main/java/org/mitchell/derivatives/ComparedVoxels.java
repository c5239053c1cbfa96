package org.mitchell.derivatives;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.folds.TrainedVoxels;
import org.mitchell.evaluation.stability.MostStable;
import org.mitchell.evaluation.stability.Stability;
import org.mitchell.evaluation.stability.VoxelChoice;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Workers;

/**
 * The voxels over which an image is compared with predicted ones: those that the analysis would
 * choose that trains on the same words.
 */
public final class ComparedVoxels {
  private ComparedVoxels() {}

  /**
   * @param wanted how many voxels, chosen as by the fit; nothing for all
   * @param training the responses to the words of the fit, where they are at hand; else stability
   *     is what the fit wrote, and voxels cannot be chosen by anything else
   * @param heldOut number of the word that is trained without, or -1
   * @return voxel columns
   * @throws InputException if there are fewer voxels, or none can be chosen
   */
  public static int[] of(
      SavedFit fit, OptionalInt wanted, Optional<Responses> training, int heldOut, Workers workers)
      throws IOException {
    int voxels = fit.model().voxels();
    if (wanted.isEmpty()) {
      return IntStream.range(0, voxels).toArray();
    }
    if (wanted.getAsInt() > voxels) {
      throw new InputException(
          "of the voxels %,d are asked for where participant %s has %,d"
              .formatted(wanted.getAsInt(), fit.subject(), voxels),
          Remedy.FEWER_VOXELS);
    }
    if (!fit.options().criterion().usual()) {
      return trained(fit, wanted, training, heldOut, workers);
    }
    int[] columns =
        MostStable.columns(stability(fit, training, heldOut, workers), wanted.getAsInt());
    if (columns.length == 0) {
      throw new InputException(
          "no voxel of participant %s has a defined stability".formatted(fit.subject()),
          Remedy.ALL_VOXELS);
    }
    return columns;
  }

  private static int[] trained(
      SavedFit fit, OptionalInt wanted, Optional<Responses> training, int heldOut, Workers workers)
      throws IOException {
    EvaluationOptions options = fit.options().withVoxels(wanted);
    var analysis =
        new EncodingAnalysis(
            training.orElseThrow(
                () ->
                    new InputException(
                        "the voxels of participant %s were chosen by %s, which takes the responses, and they are no longer here"
                            .formatted(fit.subject(), options.criterion().label()),
                        Remedy.RESPONSES_ARE_ELSEWHERE)),
            fit.rawFeatures(),
            options);
    int[] columns =
        heldOut < 0
            ? TrainedVoxels.of(analysis, workers)
            : TrainedVoxels.without(heldOut, analysis, workers);
    VoxelChoice.requireSome(columns.length, options.criterion());
    return columns;
  }

  private static double[] stability(
      SavedFit fit, Optional<Responses> training, int heldOut, Workers workers) throws IOException {
    if (training.isPresent() && training.get().commonPresentations() > 1) {
      return heldOut < 0
          ? Stability.overAllWords(training.get(), workers)
          : Stability.without(heldOut, training.get(), workers);
    }
    return fit.stability()
        .orElseThrow(
            () ->
                new InputException(
                    "participant %s has one presentation a word, or no stability map, so no voxels are the most stable"
                        .formatted(fit.subject()),
                    Remedy.ALL_VOXELS));
  }
}
