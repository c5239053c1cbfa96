package org.mitchell.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mitchell.derivatives.BidsName;
import org.mitchell.derivatives.ModelFile;
import org.mitchell.derivatives.SavedAccuracy;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.derivatives.contents.EvaluationFigures;
import org.mitchell.derivatives.contents.FitFigures;
import org.mitchell.derivatives.contents.RegionSidecar;
import org.mitchell.files.Json;

/**
 * What a derivatives folder has of one participant.
 *
 * @param saved its accuracy
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
    SavedAccuracy saved,
    FitFigures fit,
    ModelFile model,
    Path modelFile,
    List<EvaluationFigures> schemes,
    List<MapFile> maps,
    List<ClusterFile> clusters,
    Optional<Regions> regions,
    Optional<Path> mask,
    List<Path> read) {
  private static final String EVALUATION = "evaluation.json";

  /** A table of regions. */
  record Regions(Path table, RegionSidecar about) {}

  /**
   * @param root the derivatives folder
   * @throws InputException if the participant was not fitted there, or a file is damaged
   */
  static ParticipantFiles read(Path root, String subject) throws IOException {
    Path modelFile = SavedFit.file(root, subject);
    Path folder = modelFile.getParent();
    BidsName own = BidsName.of(root, subject, BidsName.task(modelFile), Optional.empty());
    Path fitFile = own.plain(EVALUATION);
    if (!Files.exists(fitFile) || !Files.exists(modelFile)) {
      throw SavedFit.notFitted(root, subject);
    }
    var read = new ArrayList<Path>(List.of(fitFile, modelFile));
    List<Path> names = names(folder);
    var schemes = new ArrayList<EvaluationFigures>();
    var maps = new ArrayList<MapFile>();
    var clusters = new ArrayList<ClusterFile>();
    for (Path file : names) {
      if (own.isPlain(file, "_desc-", "_" + EVALUATION)) {
        schemes.add(EvaluationFigures.read(file));
        read.add(file);
      } else if (MapFile.isOne(file)) {
        maps.add(MapFile.read(file));
        read.add(maps.get(maps.size() - 1).image());
      } else if (ClusterFile.isOne(file)) {
        clusters.add(ClusterFile.read(file));
        read.add(file);
      }
    }
    FitFigures fit = FitFigures.read(fitFile);
    ModelFile model = ModelFile.read(modelFile, subject);
    Optional<EvaluationFigures> leaveTwoOut =
        schemes.stream()
            .filter(scheme -> scheme.scheme().equals(EvaluationFigures.LEAVE_TWO_OUT))
            .findFirst();
    return new ParticipantFiles(
        subject,
        SavedAccuracy.of(fit, fitFile, model, leaveTwoOut),
        fit,
        model,
        modelFile,
        List.copyOf(schemes),
        List.copyOf(maps),
        List.copyOf(clusters),
        regions(own.plain("desc-regions.tsv"), read),
        names.stream().filter(f -> f.toString().endsWith("_desc-brain_mask.nii.gz")).findFirst(),
        List.copyOf(read));
  }

  /** Leave-two-out with interval and p, where it was evaluated as the fit was. */
  Optional<EvaluationFigures> leaveTwoOut() {
    return saved.evaluation();
  }

  double accuracy() {
    return saved.accuracy();
  }

  /** The permutation p of leave-two-out; NaN where there is none. */
  double p() {
    return leaveTwoOut()
        .filter(scheme -> scheme.permutations() > 0)
        .map(EvaluationFigures::p)
        .orElse(Double.NaN);
  }

  boolean simulated() {
    return fit.simulated() || model.simulated();
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

  private static Optional<Regions> regions(Path table, List<Path> read) throws IOException {
    if (!Files.exists(table)) {
      return Optional.empty();
    }
    read.add(table);
    return Optional.of(new Regions(table, RegionSidecar.read(Json.beside(table))));
  }
}
