package org.mitchell.derivatives.contents;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What the JSON beside every file of a participant, or of several, says of it.
 *
 * @param subject the participant's label; of several with commas between them
 * @param study what the responses say of their study; simulated ones say SIMULATED
 * @param simulated whether a program made the responses
 * @param space the label of the space of the coordinates; nothing where there are none
 * @param options how the model was fitted and evaluated
 * @param provenance what made the file
 */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record About(
    String subject,
    String study,
    boolean simulated,
    Optional<String> space,
    Method options,
    MadeBy provenance) {

  /** Who it is of. */
  public List<String> participants() {
    return List.of(subject.split(","));
  }

  /** Who it is of, in a word. */
  public String owner() {
    return participants().size() == 1 ? subject : "group of " + participants().size();
  }
}
