package org.mitchell.derivatives;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.analysis.maps.MapResult;
import org.mitchell.files.Json;
import org.mitchell.files.OutputSet;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.StatMap;
import org.mitchell.maps.clusters.ClusterTable;
import org.mitchell.maps.clusters.Clusters;
import org.mitchell.nifti.NiftiIntent;

/** Writes a map, its clusters as an image of labels and as a table, and what they are worth. */
public final class MapWriter {
  private static final String CLUSTERS = "_desc-clusters";

  private final MapRecord record;
  private final Path root;

  private MapWriter(MapRecord record, Path root) {
    this.record = record;
    this.root = root;
  }

  /**
   * What was written.
   *
   * @param summary the figures under the names that scripts rely on
   * @param outputs the files
   */
  public record Written(Map<String, Object> summary, List<Path> outputs) {}

  /**
   * @param root the derivatives folder; made if need be
   * @throws IOException if the folder cannot be written or the disk is full; nothing is then left
   *     under a final name
   */
  public static Written write(MapRecord record, Path root, Workers workers) throws IOException {
    return new MapWriter(record, root).write(workers);
  }

  private Written write(Workers workers) throws IOException {
    MapResult result = record.result();
    Sidecar sidecar =
        new Sidecar(
            String.join(",", result.subjects()),
            record.study(),
            record.simulated(),
            result.grid(),
            record.options(),
            record.provenance());
    BidsName name = name();
    String stat = "_stat-" + result.shown();
    try (var outputs = new OutputSet()) {
      var maps = new MapFiles(outputs, name, sidecar);
      var files = new ArrayList<Path>();
      files.add(maps.add(stat, map(), details()));
      for (MapRecord.Extra extra : record.extras()) {
        files.add(maps.add("_stat-" + extra.statistic(), map(extra), Map.of()));
      }
      if (result.clusters().isPresent()) {
        Clusters clusters = result.clusters().get();
        String what = "Clusters of " + result.shown() + ": their ids in the table";
        files.add(maps.addLabels(stat + CLUSTERS, "clusters", what, clusters.ids(), rule()));
        files.add(table(outputs, name, stat, clusters, sidecar));
      }
      maps.writeAll(workers);
      outputs.writeText(
          DatasetDescription.file(root),
          DatasetDescription.text(root, record.sources(), record.simulated()));
      outputs.commit();
      return new Written(MapSummary.of(record, files), List.copyOf(files));
    }
  }

  private Path table(
      OutputSet outputs, BidsName name, String stat, Clusters clusters, Sidecar sidecar)
      throws IOException {
    Path file = name.map(stat, "desc-clusters.tsv");
    ClusterTable table = ClusterTable.of(clusters, record.region());
    outputs.write(file, table::write);
    Map<String, Object> about = new LinkedHashMap<>(columns());
    about.putAll(rule());
    record
        .result()
        .inference()
        .ifPresent(i -> about.put("Null", MapSummary.inference(record.result(), i)));
    about.put("Clusters", MapSummary.clusters(record, clusters));
    outputs.writeText(
        name.map(stat, "desc-clusters.json"),
        Json.text(sidecar.content("Clusters, highest peak first, and their sub-peaks", about)));
    return file;
  }

  private BidsName name() {
    Optional<String> space = record.result().grid().map(grid -> grid.space().label());
    return record
        .result()
        .group()
        .map(kind -> BidsName.ofGroup(root, MapSummary.lower(kind), space))
        .orElseGet(() -> BidsName.of(root, record.result().subjects().get(0), space));
  }

  private StatMap map() {
    MapResult result = record.result();
    StatMap map = StatMap.of(result.shown(), description(), result.values());
    if (result.plan().statistic().isP()) {
      return map.meant(NiftiIntent.of(NiftiIntent.CODE_PVAL, result.shown())).unsigned();
    }
    boolean allHaveAll =
        result.common().isPresent() && result.common().get().fewest() == result.subjects().size();
    if (result.shown().equals("t") && allHaveAll) {
      double freedom = result.subjects().size() - 1.0;
      return map.meant(new NiftiIntent(NiftiIntent.CODE_TTEST, freedom, 0, 0, "t"));
    }
    return switch (result.plan().statistic()) {
      case CEILING -> map.unsigned();
      default -> map;
    };
  }

  private static StatMap map(MapRecord.Extra extra) {
    StatMap map = StatMap.of(extra.statistic(), extra.description(), extra.values());
    return extra.signed() ? map : map.unsigned();
  }

  private String description() {
    MapResult result = record.result();
    String what = result.plan().statistic().description();
    if (result.group().isEmpty()) {
      return what;
    }
    String participants = "%d participants".formatted(result.subjects().size());
    return switch (result.group().get()) {
      case MEAN -> "Mean of %s. %s".formatted(participants, what);
      case T ->
          result.plan().statistic().isP()
              ? "t of %s, the larger p of sign-flips and relabelled words. %s"
                  .formatted(participants, what.replace(" of r", ""))
              : "t over %s of r less its mean under permutation".formatted(participants);
    };
  }

  private Map<String, Object> details() {
    MapResult result = record.result();
    var details = new LinkedHashMap<String, Object>(rule());
    result
        .common()
        .ifPresent(
            common -> {
              details.put("Participants", result.subjects());
              details.put("FewestParticipantsAVoxel", common.fewest());
              details.put("VoxelsOfAnyParticipant", common.voxelsOfAny());
            });
    if (!record.ceilings().isEmpty()) {
      details.put("Ceilings", MapSummary.ceilings(record));
    }
    result.inference().ifPresent(i -> details.put("Null", MapSummary.inference(result, i)));
    return details;
  }

  /** Which voxels count and what a cluster is. */
  private Map<String, Object> rule() {
    MapResult result = record.result();
    boolean isP = result.plan().statistic().isP();
    var rule = new LinkedHashMap<String, Object>();
    rule.put("Threshold", (isP ? "<= " : ">= ") + result.threshold());
    rule.put(
        "ThresholdKind",
        switch (result.plan().statistic()) {
          case FDR -> "corrected: false discovery rate";
          case FWER -> "corrected: family-wise error rate";
          default ->
              (result.formingP().isPresent()
                      ? "uncorrected p %s; ".formatted(result.formingP().getAsDouble())
                      : "")
                  + "descriptive: not corrected for the number of voxels";
        });
    rule.put("VoxelsCounted", result.counted());
    rule.put("SmallestCluster", result.minimumSize());
    rule.put("Contiguity", result.contiguity());
    if (!record.atlas().isEmpty()) {
      rule.put("Atlas", record.atlas());
    }
    return rule;
  }

  private Map<String, Object> columns() {
    String peak = record.result().peakStatistic();
    var columns = new LinkedHashMap<String, Object>();
    columns.put(
        "Cluster ID", described("as in the image of labels; sub-peaks have a letter behind it"));
    columns.put("X", described("of the peak, in mm"));
    columns.put("Y", described("of the peak, in mm"));
    columns.put("Z", described("of the peak, in mm"));
    columns.put("Peak Stat", described(peak + " at the peak"));
    columns.put("Cluster Size (mm3)", described("a fraction cut off; empty for sub-peaks"));
    columns.put("Region", described("of the peak, by the atlas; n/a without one"));
    return columns;
  }

  private static Map<String, String> described(String text) {
    return Map.of("Description", text);
  }
}
