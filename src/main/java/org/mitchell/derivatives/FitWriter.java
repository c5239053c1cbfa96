package org.mitchell.derivatives;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mitchell.analysis.ParticipantFit;
import org.mitchell.analysis.ParticipantSize;
import org.mitchell.derivatives.contents.FitFigures;
import org.mitchell.derivatives.contents.MapSidecar;
import org.mitchell.derivatives.contents.PairSidecar;
import org.mitchell.files.Json;
import org.mitchell.files.OutputSet;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.StatMap;

/** Writes the files of a fit: model, maps, pairs and figures, all of them or none. */
public final class FitWriter {
  private FitWriter() {}

  /**
   * What was written.
   *
   * @param figures with the names of the files
   */
  public record Written(FitFigures figures, List<Path> outputs) {}

  /**
   * @param root the derivatives folder; made if need be
   * @throws IOException if the folder cannot be written or the disk is full; nothing is then left
   *     under a final name
   */
  public static Written write(FitRecord record, Path root, Workers workers) throws IOException {
    ParticipantFit fit = record.fit();
    var size = ParticipantSize.of(fit.words().responses(), fit.model().coefficients().features());
    var task = ParticipantSize.Task.fit(fit.options().encoding());
    long room = size.left(task) - (size.holdsImages(task) ? size.bytesOfImages() : 0);
    return write(record, root, room, workers);
  }

  /**
   * As above.
   *
   * @param room bytes that the signatures may take: where they are more, they are made in parts
   */
  static Written write(FitRecord record, Path root, long room, Workers workers) throws IOException {
    long start = System.nanoTime();
    ParticipantFit fit = record.fit();
    Responses responses = fit.words().responses();
    var name =
        BidsName.of(
            root,
            responses.participant(),
            responses.task(),
            responses.places().map(p -> p.space().label()));
    try (var outputs = new OutputSet()) {
      Sidecar sidecar = sidecar(record);
      var maps = new VoxelFiles(outputs, name, sidecar);
      List<Path> signatures =
          maps.add("_desc-signatures", signatures(fit, room, workers), MapSidecar.Details.NONE);
      var files = new ArrayList<Path>(List.of(DatasetDescription.file(root)));
      files.addAll(signatures);
      List<Path> correlation = maps.add("_stat-r", correlation(fit), MapSidecar.Details.NONE);
      files.addAll(correlation);
      fit.stability()
          .ifPresent(
              s ->
                  files.addAll(maps.add("_stat-stability", stability(s), MapSidecar.Details.NONE)));
      files.addAll(maps.addMask());
      files.addAll(maps.addParcels());
      Path model = name.plain("model.json");
      Path pairs = name.plain("pairs.tsv");
      Path evaluation = name.plain("evaluation.json");
      files.addAll(List.of(model, pairs, evaluation));
      maps.writeAll(workers);
      outputs.write(
          pairs,
          stream -> PairTable.write(fit.evaluation().stimuli(), fit.evaluation().pairs(), stream));
      var columns =
          new PairSidecar(
              sidecar.description(
                  PairTable.description(FitFigures.leftInWords(Optional.of(fit.left().label())))),
              PairTable.COLUMNS,
              sidecar.about());
      outputs.writeText(name.plain("pairs.json"), Json.text(columns));
      String description =
          DatasetDescription.text(root, List.of(record.source()), responses.simulated());
      outputs.writeText(DatasetDescription.file(root), description);
      FitFigures figures =
          FitSummary.of(record, files, (System.nanoTime() - start) / 1e9)
              .of(outputs.sha256(signatures.get(0)));
      outputs.writeText(evaluation, Json.text(figures));
      var sha256 = new LinkedHashMap<Path, String>();
      for (Path file : files) {
        // The figures hold the seconds that they took, and map writes correlations of its own.
        boolean own = Set.of(model, evaluation, DatasetDescription.file(root)).contains(file);
        if (!own && !correlation.contains(file)) {
          sha256.put(file, outputs.sha256(file));
        }
      }
      // The last to get its name: where a fit is killed before, it does not fit the others.
      outputs.writeText(
          model, Json.text(ModelFile.of(record, model, signatures.get(0), sha256).content()));
      outputs.commit();
      return new Written(figures, List.copyOf(files));
    }
  }

  private static StatMap signatures(ParticipantFit fit, long room, Workers workers) {
    return new StatMap(
        "coefficient",
        "Signature of each feature: the encoding model's coefficients",
        fit.model().featureNames(),
        SignatureVolumes.of(fit.model().coefficients(), room, workers));
  }

  private static StatMap correlation(ParticipantFit fit) {
    return StatMap.of(
        "r", "Correlation over words of held-out prediction and observed image", fit.correlation());
  }

  private static StatMap stability(double[] stability) {
    return StatMap.of(
        "stability", "Mean correlation over words of all pairs of presentations", stability);
  }

  private static Sidecar sidecar(FitRecord record) {
    Responses responses = record.fit().words().responses();
    return new Sidecar(
        responses.participant(),
        responses.study(),
        responses.simulated(),
        responses.places(),
        record.fit().options(),
        record.provenance());
  }
}
