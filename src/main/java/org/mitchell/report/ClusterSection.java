package org.mitchell.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Where the maps are high: their clusters, with names. */
final class ClusterSection {
  private static final int MOST_ROWS = 25;

  private ClusterSection() {}

  /**
   * @param shown the maps that the viewer has
   */
  static Section of(FitFiles files, List<ViewerMap> shown, NextCommands next) {
    var blocks = new ArrayList<Block>();
    // Where the ceiling is high says what can be found, not what was.
    List<ClusterFile> all =
        files.clusters().stream()
            .filter(clusters -> !clusters.statistic().equals("ceiling"))
            .sorted(Comparator.comparingInt(clusters -> ViewerMaps.place(clusters.statistic())))
            .toList();
    if (!files.hasImages()) {
      blocks.add(new Block.Paragraph("Voxels without coordinates make no clusters."));
    } else if (all.isEmpty()) {
      blocks.add(new Block.Missing("No clusters were looked for.", named(next)));
    }
    for (ClusterFile clusters : all) {
      blocks.add(table(clusters, shown, next));
    }
    return new Section("clusters", "Clusters", blocks);
  }

  private static Block table(ClusterFile file, List<ViewerMap> shown, NextCommands next) {
    JsonNode about = file.about();
    String owner = file.owner();
    String statistic = file.statistic();
    List<JsonNode> clusters = Fields.list(about, "Clusters");
    String caption = "%s: clusters of %s, %s".formatted(owner, statistic, threshold(about));
    if (clusters.isEmpty()) {
      double smallest = Fields.number(about, "SmallestCluster");
      return new Block.Paragraph(
          caption
              + (smallest > 1
                  ? ": none of %s voxels or more.".formatted(Numbers.count(smallest))
                  : ": none."));
    }
    Optional<ViewerMap> map =
        shown.stream()
            .filter(m -> m.owner().equals(owner) && m.statistic().equals(statistic))
            .findFirst();
    boolean named = !Fields.text(about, "Atlas").isEmpty();
    return new Block.Table(
        caption,
        columns(about),
        2,
        clusters.stream().limit(MOST_ROWS).map(c -> row(about, c, named, map)).toList(),
        note(about, clusters.size(), next));
  }

  private static Block.Row row(
      JsonNode about, JsonNode cluster, boolean named, Optional<ViewerMap> map) {
    String region = named ? words(Fields.text(cluster, "region")) : "not named";
    var others = new LinkedHashSet<String>();
    if (named) {
      Fields.list(cluster, "subPeaks")
          .forEach(sub -> others.add(words(Fields.text(sub, "region"))));
      others.remove(region);
    }
    double x = Fields.number(cluster, "x");
    double y = Fields.number(cluster, "y");
    double z = Fields.number(cluster, "z");
    var cells =
        new ArrayList<>(
            List.of(
                region,
                String.join(", ", others),
                Numbers.mm(x),
                Numbers.mm(y),
                Numbers.mm(z),
                Numbers.decimal(Fields.number(cluster, "peak")),
                Numbers.count(Fields.number(cluster, "voxels")),
                Numbers.count(Math.floor(Fields.number(cluster, "mm3")))));
    for (String tested : tested(about)) {
      cells.add(Numbers.p(Fields.number(cluster, tested)));
    }
    return new Block.Row(
        cells, map.isPresent() ? x + "," + y + "," + z : "", map.map(ViewerMap::id).orElse(""));
  }

  private static String note(JsonNode about, int clusters, NextCommands next) {
    var note = new ArrayList<String>();
    note.add("Threshold " + Fields.text(about, "ThresholdKind") + ".");
    note.add(
        tested(about).isEmpty()
            ? "No permutations were run for these clusters."
            : "The p-values are by %s, corrected for the whole map.".formatted(method(about)));
    String chance = chance(about);
    if (!chance.isEmpty()) {
      note.add(chance);
    }
    if (Fields.text(about, "Atlas").isEmpty()) {
      note.add("Names: " + named(next));
    } else {
      note.add("Names by " + fileName(Fields.text(about, "Atlas")) + ".");
    }
    if (clusters > MOST_ROWS) {
      note.add(
          "The highest %d of %d; all are in the table beside the map."
              .formatted(MOST_ROWS, clusters));
    }
    return String.join(" ", note);
  }

  /** What the peaks are of, such as r where the map has its p-values. */
  private static String peak(JsonNode about) {
    String peak = Fields.text(about.path("Peak Stat"), "Description").replace(" at the peak", "");
    return "Peak\u00a0" + peak;
  }

  private static String named(NextCommands next) {
    return next.ofFits("map", "--atlas", "ATLAS.nii.gz", "--atlas-names", "NAMES.txt");
  }

  private static String method(JsonNode about) {
    String method = Fields.text(about.path("Null"), "method");
    return method.isEmpty() ? "permutation" : method;
  }

  /** What chance makes of the threshold in these responses; empty where nobody counted. */
  private static String chance(JsonNode about) {
    double share = Fields.number(about.path("Null"), "shareOfMapsWithCluster");
    return Double.isNaN(share)
        ? ""
        : "By chance a share of %s of the null maps has a cluster of %s or more at this threshold."
            .formatted(
                Numbers.decimal(share),
                Numbers.counted(Fields.number(about, "SmallestCluster"), "voxel"));
  }

  /** Which p-values clusters have: of peaks, and of sizes where null maps have clusters too. */
  private static List<String> tested(JsonNode about) {
    return Stream.of("pPeak", "pCluster")
        .filter(
            p ->
                Fields.list(about, "Clusters").stream()
                    .anyMatch(cluster -> !Double.isNaN(Fields.number(cluster, p))))
        .toList();
  }

  private static List<String> columns(JsonNode about) {
    var columns =
        new ArrayList<>(
            List.of(
                "Region of the peak",
                "Other peaks in",
                "x\u00a0mm",
                "y\u00a0mm",
                "z\u00a0mm",
                peak(about),
                "Voxels",
                "mm\u00b3"));
    for (String tested : tested(about)) {
      columns.add(tested.equals("pPeak") ? "p of peak" : "p of size");
    }
    return columns;
  }

  /** As files write a rule, such as {@code >= 0.28}. */
  static String threshold(JsonNode about) {
    return Fields.text(about, "Threshold")
        .replace(">=", "\u2265")
        .replace("<=", "\u2264")
        .replace(" 0.", " .");
  }

  /** As atlases write names: words with underscores between them. */
  private static String words(String region) {
    return region.replace('_', ' ');
  }

  static String fileName(String path) {
    return path.substring(1 + Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')));
  }
}
