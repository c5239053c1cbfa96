package org.mitchell.derivatives.contents;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The JSON beside images of trials, their labels and their mask.
 *
 * @param description one line on what the file shows
 * @param subject the participant's label
 * @param study the name of the dataset; simulated ones say SIMULATED
 * @param simulated whether a program made the runs
 * @param space the label of the images' space
 * @param method how the images were made
 * @param units of the values
 * @param provenance what made them
 */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record TrialImagesSidecar(
    String description,
    String subject,
    String study,
    boolean simulated,
    String space,
    String method,
    String units,
    MadeBy provenance) {
  /** The same for another file of these. */
  public TrialImagesSidecar describedAs(String other) {
    return new TrialImagesSidecar(
        other, subject, study, simulated, space, method, units, provenance);
  }
}
