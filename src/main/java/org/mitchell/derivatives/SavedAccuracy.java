package org.mitchell.derivatives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mitchell.files.InputException;
import org.mitchell.files.Json;
import tools.jackson.databind.JsonNode;

/**
 * The leave-two-out accuracy of a participant as the files say it. It is that of the fit. An
 * evaluation adds interval and chance where it was done as the fit was; otherwise it stands apart,
 * because its figures are of another model. Where nothing was fitted the evaluation speaks for
 * itself.
 *
 * @param subject the participant's label
 * @param settings what the accuracy was computed with
 * @param pairs how many pairs of words
 * @param accuracy correct pairs / pairs
 * @param evaluation the figures of {@code evaluate} that belong to this accuracy
 * @param otherwise in what an evaluation that does not belong to it differs, in words
 */
public record SavedAccuracy(
    String subject,
    FitSettings settings,
    int pairs,
    double accuracy,
    Optional<JsonNode> evaluation,
    List<String> otherwise) {
  private static final double SAME = 1e-9;

  /** From a value to another. */
  public record Range(double low, double high) {}

  public SavedAccuracy {
    otherwise = List.copyOf(otherwise);
  }

  /**
   * @param root the derivatives folder
   * @throws InputException if the participant was neither fitted nor evaluated there, or a file is
   *     damaged
   */
  public static SavedAccuracy read(Path root, String subject) throws IOException {
    var name = BidsName.of(root, subject, Optional.empty());
    Path evaluated = name.plain("desc-leaveTwoOut_evaluation.json");
    Path fitted = name.plain("evaluation.json");
    Optional<JsonNode> evaluation =
        Files.exists(evaluated) ? Optional.of(figures(evaluated)) : Optional.empty();
    if (!Files.exists(fitted) && evaluation.isPresent()) {
      JsonNode alone = evaluation.get();
      return of(subject, FitSettings.ofScheme(alone), alone, evaluation, List.of());
    }
    if (!Files.exists(fitted) || !Files.exists(SavedFit.file(root, subject))) {
      throw SavedFit.notFitted(root, subject);
    }
    JsonNode fit = figures(fitted);
    JsonNode model = Json.read(SavedFit.file(root, subject));
    requireOneFit(fitted, fit, model);
    var settings = FitSettings.ofFit(fit, model);
    List<String> otherwise = evaluation.map(e -> otherwise(settings, fit, e)).orElse(List.of());
    return of(subject, settings, fit, evaluation.filter(e -> otherwise.isEmpty()), otherwise);
  }

  /** The 95% interval over other words. */
  public Optional<Range> interval() {
    return evaluation.flatMap(e -> range(e.path("ci95").path(0), e.path("ci95").path(1)));
  }

  /** From the mean of relabelled words to what 5% of them reach. */
  public Optional<Range> chance() {
    return evaluation.flatMap(
        e -> range(e.path("null").path("mean"), e.path("null").path("threshold05")));
  }

  /**
   * Why a mean of some participants says nothing, in words; nothing where they were measured and
   * fitted alike.
   */
  public static Optional<String> apart(List<SavedAccuracy> participants) {
    SavedAccuracy first = participants.get(0);
    return participants.stream()
        .filter(other -> !first.settings.apart(other.settings).isEmpty())
        .findFirst()
        .map(
            other ->
                "%s and %s differ: %s"
                    .formatted(
                        first.subject,
                        other.subject,
                        String.join(", ", first.settings.apart(other.settings))));
  }

  private static SavedAccuracy of(
      String subject,
      FitSettings settings,
      JsonNode figures,
      Optional<JsonNode> evaluation,
      List<String> otherwise) {
    return new SavedAccuracy(
        subject,
        settings,
        figures.path("pairs").asInt(),
        figures.path("accuracy").asDouble(),
        evaluation,
        otherwise);
  }

  /** A fit that was broken off leaves the figures of one beside the model of another. */
  private static void requireOneFit(Path file, JsonNode fit, JsonNode model) {
    String own = fit.path("signaturesSha256").asString("");
    String signatures = model.path("signatures").asString("");
    for (JsonNode written : model.path("files")) {
      boolean other = !written.path("sha256").asString("").equals(own);
      if (written.path("name").asString("").equals(signatures) && !own.isEmpty() && other) {
        throw InputException.in(
            file,
            "the figures of another fit than the model beside it: a fit was broken off, or files"
                + " were moved. Fit the participant again");
      }
    }
  }

  private static List<String> otherwise(FitSettings settings, JsonNode fit, JsonNode evaluation) {
    List<String> differences = settings.evaluatedOtherwise(evaluation);
    double difference = fit.path("accuracy").asDouble() - evaluation.path("accuracy").asDouble();
    return differences.isEmpty() && Math.abs(difference) > SAME
        ? List.of("its accuracy, so that its responses or features had other values")
        : differences;
  }

  private static JsonNode figures(Path file) throws IOException {
    JsonNode json = Json.read(file);
    if (!json.path("accuracy").isNumber()) {
      String withheld = json.path("accuracyWithheld").asString("");
      throw InputException.in(
          file,
          withheld.isEmpty()
              ? "damaged: it has no accuracy. Fit or evaluate the participant again"
              : withheld + ". Fit the participant again so");
    }
    return json;
  }

  private static Optional<Range> range(JsonNode low, JsonNode high) {
    return low.isNumber() && high.isNumber()
        ? Optional.of(new Range(low.asDouble(), high.asDouble()))
        : Optional.empty();
  }
}
