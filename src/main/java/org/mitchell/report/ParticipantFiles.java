package org.mitchell.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.files.InputException;
import org.mitchell.files.Json;
import tools.jackson.databind.JsonNode;

/**
 * What a derivatives folder has of one participant.
 *
 * @param fit the figures of {@code fit}
 * @param model what the model's JSON says
 * @param modelFile the model's JSON
 * @param schemes the figures of {@code evaluate}, one for each scheme
 * @param maps in the order of their names
 * @param clusters those of maps
 * @param regions the table of {@code regions} with the JSON beside it
 * @param mask the voxels with responses
 * @param read every file that was read
 */
record ParticipantFiles(
    String subject,
    JsonNode fit,
    JsonNode model,
    Path modelFile,
    List<JsonNode> schemes,
    List<MapFile> maps,
    List<ClusterFile> clusters,
    Optional<Regions> regions,
    Optional<Path> mask,
    List<Path> read) {
  private static final String EVALUATION = "_evaluation.json";

  /** A table of regions. */
  record Regions(Path table, JsonNode about) {}

  /**
   * @param root the derivatives folder
   * @throws InputException if the participant was not fitted there, or a file is damaged
   */
  static ParticipantFiles read(Path root, String subject) throws IOException {
    Path modelFile = SavedFit.file(root, subject);
    Path folder = modelFile.getParent();
    String stem = "sub-" + subject + "_task-nouns";
    Path fitFile = folder.resolve(stem + EVALUATION);
    if (!Files.exists(fitFile) || !Files.exists(modelFile)) {
      throw InputException.in(
          Files.exists(fitFile) ? modelFile : fitFile,
          "participant %s has not been fitted here%s. Fit it first: mitchell fit --subject %s"
              .formatted(subject, fittedHere(root), subject));
    }
    var read = new ArrayList<Path>(List.of(fitFile, modelFile));
    List<Path> names = names(folder);
    var schemes = new ArrayList<JsonNode>();
    var maps = new ArrayList<MapFile>();
    var clusters = new ArrayList<ClusterFile>();
    for (Path file : names) {
      String name = file.getFileName().toString();
      if (name.startsWith(stem + "_desc-") && name.endsWith(EVALUATION)) {
        schemes.add(Json.read(file));
        read.add(file);
      } else if (name.endsWith("_statmap.json")) {
        maps.add(MapFile.read(subject, file));
        read.add(maps.get(maps.size() - 1).image());
      } else if (ClusterFile.isOne(file)) {
        clusters.add(ClusterFile.read(file));
        read.add(file);
      }
    }
    return new ParticipantFiles(
        subject,
        fit(fitFile),
        Json.read(modelFile),
        modelFile,
        List.copyOf(schemes),
        List.copyOf(maps),
        List.copyOf(clusters),
        regions(folder.resolve(stem + "_desc-regions.tsv"), read),
        names.stream().filter(f -> f.toString().endsWith("_desc-brain_mask.nii.gz")).findFirst(),
        List.copyOf(read));
  }

  /**
   * Leave-two-out with interval and p, if {@code evaluate} was run as the fit was: those of other
   * settings do not belong to the fit's accuracy.
   */
  Optional<JsonNode> leaveTwoOut() {
    return schemes.stream()
        .filter(scheme -> Fields.text(scheme, "scheme").equals("leave-two-out"))
        .filter(scheme -> Cautions.differing(fit, scheme).isEmpty())
        .filter(scheme -> Math.abs(Fields.number(scheme, "accuracy") - accuracy()) < 1e-9)
        .findFirst();
  }

  double accuracy() {
    return Fields.number(fit, "accuracy");
  }

  /** The permutation p of leave-two-out; NaN where there is none. */
  double p() {
    return leaveTwoOut()
        .filter(scheme -> Fields.number(scheme, "permutations") > 0)
        .map(scheme -> Fields.number(scheme, "p"))
        .orElse(Double.NaN);
  }

  boolean simulated() {
    return Fields.isTrue(fit, "simulated") || Fields.isTrue(model, "simulated");
  }

  /** The files of a folder in the order of their names. */
  static List<Path> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static JsonNode fit(Path file) throws IOException {
    JsonNode fit = Json.read(file);
    if (Double.isNaN(Fields.number(fit, "accuracy"))) {
      String withheld = Fields.text(fit, "accuracyWithheld");
      throw InputException.in(
          file,
          withheld.isEmpty()
              ? "damaged: it has no accuracy. Fit the participant again"
              : withheld + ". Fit the participant again so");
    }
    return fit;
  }

  private static Optional<Regions> regions(Path table, List<Path> read) throws IOException {
    if (!Files.exists(table)) {
      return Optional.empty();
    }
    read.add(table);
    return Optional.of(new Regions(table, Json.read(Json.beside(table))));
  }

  private static String fittedHere(Path root) throws IOException {
    List<String> there = SavedFit.subjects(root);
    return there.isEmpty() ? "" : " (fitted here: " + String.join(", ", there) + ")";
  }
}
