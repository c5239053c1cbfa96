package org.mitchell.derivatives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mitchell.files.InputException;
import org.mitchell.files.Json;
import tools.jackson.databind.JsonNode;

/**
 * The leave-two-out accuracy of a participant as the files say it: those of an evaluation, or else
 * those of the fit, which has neither interval nor chance.
 *
 * @param subject the participant's label
 * @param simulated whether the responses were made by a program
 * @param pairs how many pairs of words
 * @param accuracy correct pairs / pairs
 * @param interval the 95% interval
 * @param chance from the mean of relabelled words to what 5% of them reach
 * @param p of the accuracy by relabelling
 */
public record SavedAccuracy(
    String subject,
    boolean simulated,
    int pairs,
    double accuracy,
    Optional<Range> interval,
    Optional<Range> chance,
    OptionalDouble p) {

  /** From a value to another. */
  public record Range(double low, double high) {}

  /**
   * @param root the derivatives folder
   * @throws InputException if the participant was not fitted there, or a file is damaged
   */
  public static SavedAccuracy read(Path root, String subject) throws IOException {
    var name = BidsName.of(subject, Optional.empty());
    Path evaluated = name.plain(root, "desc-leaveTwoOut_evaluation.json");
    Path fitted = name.plain(root, "evaluation.json");
    Path file = Files.exists(evaluated) ? evaluated : fitted;
    if (!Files.exists(file)) {
      throw InputException.in(
          file,
          "participant %s has not been fitted here. Fit it first: mitchell fit --subject %s"
              .formatted(subject, subject));
    }
    JsonNode json = Json.read(file);
    if (!json.path("accuracy").isNumber()) {
      String withheld = json.path("accuracyWithheld").asString("");
      throw InputException.in(
          file,
          withheld.isEmpty()
              ? "no accuracy in it. Fit or evaluate the participant again"
              : withheld + ". Fit the participant again so");
    }
    JsonNode chance = json.path("null");
    return new SavedAccuracy(
        subject,
        json.path("simulated").asBoolean(),
        json.path("pairs").asInt(),
        json.path("accuracy").asDouble(),
        range(json.path("ci95").path(0), json.path("ci95").path(1)),
        range(chance.path("mean"), chance.path("threshold05")),
        json.path("p").isNumber()
            ? OptionalDouble.of(json.path("p").asDouble())
            : OptionalDouble.empty());
  }

  private static Optional<Range> range(JsonNode low, JsonNode high) {
    return low.isNumber() && high.isNumber()
        ? Optional.of(new Range(low.asDouble(), high.asDouble()))
        : Optional.empty();
  }
}
