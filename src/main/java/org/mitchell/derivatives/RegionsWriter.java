package org.mitchell.derivatives;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.analysis.regions.RegionAccuracy;
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
    var name = BidsName.of(root, fit.subject(), Optional.empty());
    var sidecar =
        new Sidecar(
            fit.subject(),
            fit.study(),
            fit.simulated(),
            fit.grid(),
            fit.options(),
            record.provenance());
    Path table = name.plain("desc-regions.tsv");
    var about = new LinkedHashMap<String, Object>(columns());
    about.put("Atlas", record.atlas());
    about.put("Permutations", record.permutations());
    about.put("FewestVoxels", record.fewestVoxels());
    about.put("RegionsLeftOut", record.left());
    try (var outputs = new OutputSet()) {
      outputs.write(table, stream -> write(record.accuracies(), stream));
      outputs.writeText(
          name.plain("desc-regions.json"),
          Json.text(
              sidecar.content(
                  "Leave-two-out on the voxels of each region, a row a region", about)));
      outputs.writeText(
          DatasetDescription.file(root),
          DatasetDescription.text(root, List.of(fit.responsesFile()), fit.simulated()));
      outputs.commit();
    }
    return table;
  }

  /** The figures under the names that scripts rely on. */
  public static List<Map<String, Object>> summary(List<RegionAccuracy> accuracies) {
    return accuracies.stream()
        .map(
            region -> {
              var one = new LinkedHashMap<String, Object>();
              one.put("label", region.label());
              one.put("region", region.name());
              one.put("voxels", region.voxels());
              one.put("compared", region.compared());
              one.put("pairs", region.pairs());
              one.put("correct", region.correct());
              one.put("accuracy", region.accuracy());
              one.put("p", Double.isNaN(region.p()) ? null : region.p());
              one.put("pCorrected", Double.isNaN(region.pCorrected()) ? null : region.pCorrected());
              return (Map<String, Object>) one;
            })
        .toList();
  }

  private static void write(List<RegionAccuracy> accuracies, OutputStream stream)
      throws IOException {
    var csv = TableWriter.to(stream);
    csv.row(columns().keySet());
    for (Map<String, Object> region : summary(accuracies)) {
      csv.row(
          region.values().stream().map(value -> value == null ? "n/a" : value.toString()).toList());
    }
    csv.flush();
  }

  private static Map<String, Object> columns() {
    var columns = new LinkedHashMap<String, Object>();
    columns.put("label", described("the region's number in the atlas"));
    columns.put("region", described("its name"));
    columns.put("voxels", described("the participant's voxels in it"));
    columns.put("compared", described("voxels compared in a fold: all, or the most stable"));
    columns.put("pairs", described("pairs of held-out words"));
    columns.put("correct", described("pairs that were matched right; ties may count half"));
    columns.put("accuracy", described("correct / pairs"));
    columns.put("p", described("by relabelling words, not corrected for the number of regions"));
    columns.put("p_corrected", described("corrected by the maximum over the regions"));
    return columns;
  }

  private static Map<String, String> described(String text) {
    return Map.of("Description", text);
  }
}
