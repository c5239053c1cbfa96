package org.mitchell.derivatives;

import java.util.Optional;
import org.mitchell.derivatives.contents.About;
import org.mitchell.derivatives.contents.MadeBy;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.fmri.VoxelPlaces;
import org.mitchell.provenance.Provenance;

/**
 * What the JSON beside every file of a participant says, whatever the file shows.
 *
 * @param subject the participant's label
 * @param study what the responses say of their study; simulated ones say SIMULATED
 * @param simulated whether the responses were made by a program
 * @param places where the voxels lie, if that is known
 * @param options how the model was fitted and evaluated
 * @param provenance what made the file
 */
record Sidecar(
    String subject,
    String study,
    boolean simulated,
    Optional<VoxelPlaces> places,
    EvaluationOptions options,
    Provenance provenance) {

  /** One line on a file, marked where no brain was measured. */
  String description(String text) {
    return simulated ? "SIMULATED. " + text : text;
  }

  /** What the JSON beside the file says at its end. */
  About about() {
    return new About(
        subject,
        study,
        simulated,
        places.map(p -> p.space().label()),
        OptionsJson.of(options),
        MadeBy.of(provenance));
  }
}
