package org.mitchell.derivatives;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mitchell.analysis.regions.RegionAccuracy;
import org.mitchell.derivatives.contents.RegionFigures;
import org.mitchell.derivatives.contents.RegionSidecar;
import org.mitchell.derivatives.contents.Unknown;
import org.mitchell.files.Json;
import org.mitchell.files.OutputSet;
import org.mitchell.tables.TableWriter;

/** Writes accuracies by region as a table with a JSON beside it. */
public final class RegionsWriter {
  private RegionsWriter() {}

  /**
   * @param root the derivatives folder; made if need be
   * @return the table
   */
  public static Path write(RegionsRecord record, Path root) throws IOException {
    SavedFit fit = record.fit();
    var name = BidsName.of(root, fit.subject(), fit.task(), Optional.empty());
    var sidecar =
        new Sidecar(
            fit.subject(),
            fit.study(),
            fit.simulated(),
            fit.places(),
            fit.options(),
            record.provenance());
    Path table = name.plain("desc-regions.tsv");
    var json =
        new RegionSidecar(
            sidecar.description("Leave-two-out on the voxels of each region, a row a region"),
            RegionSidecar.Columns.DESCRIBED,
            new RegionSidecar.Search(
                record.atlas(), record.permutations(), record.fewestVoxels(), record.left()),
            sidecar.about(),
            Unknown.NONE);
    try (var outputs = new OutputSet()) {
      outputs.write(table, stream -> write(record.accuracies(), stream));
      outputs.writeText(name.plain("desc-regions.json"), Json.text(json));
      outputs.writeText(
          DatasetDescription.file(root),
          DatasetDescription.text(root, List.of(fit.responsesFile()), fit.simulated()));
      outputs.commit();
    }
    return table;
  }

  /** The figures under the names that scripts rely on. */
  public static List<RegionFigures> summary(List<RegionAccuracy> accuracies) {
    return accuracies.stream()
        .map(
            region ->
                new RegionFigures(
                    region.label(),
                    region.name(),
                    region.voxels(),
                    region.compared(),
                    region.pairs(),
                    region.correct(),
                    region.accuracy(),
                    Json.finite(region.p()),
                    Json.finite(region.pCorrected())))
        .toList();
  }

  private static void write(List<RegionAccuracy> accuracies, OutputStream stream)
      throws IOException {
    var csv = TableWriter.to(stream);
    csv.row(RegionSidecar.Columns.NAMES);
    for (RegionAccuracy region : accuracies) {
      csv.row(
          Integer.toString(region.label()),
          region.name(),
          Integer.toString(region.voxels()),
          Integer.toString(region.compared()),
          Integer.toString(region.pairs()),
          Double.toString(region.correct()),
          Double.toString(region.accuracy()),
          TableWriter.cell(region.p()),
          TableWriter.cell(region.pCorrected()));
    }
    csv.flush();
  }
}
