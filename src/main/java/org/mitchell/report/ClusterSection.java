package org.mitchell.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.mitchell.derivatives.contents.ClusterFigures;
import org.mitchell.derivatives.contents.ClusterSidecar;
import org.mitchell.derivatives.contents.NullFigures;
import org.mitchell.derivatives.contents.Rule;
import org.mitchell.text.Counted;

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
    if (!files.hasImages() && !files.areOfSurfaces()) {
      blocks.add(new Block.Paragraph("Voxels that lie in no box make no clusters."));
    } else if (all.isEmpty()) {
      blocks.add(new Block.Missing("No clusters were looked for.", next.clusters()));
    }
    for (ClusterFile clusters : all) {
      blocks.add(table(clusters, shown, next));
    }
    return new Section("clusters", "Clusters", blocks);
  }

  private static Block table(ClusterFile file, List<ViewerMap> shown, NextCommands next) {
    ClusterSidecar about = file.about();
    String owner = file.owner();
    String statistic = file.statistic();
    List<ClusterFigures> clusters = about.chance().clusters();
    String caption = "%s: clusters of %s, %s".formatted(owner, statistic, threshold(about.rule()));
    if (clusters.isEmpty()) {
      int smallest = about.rule().smallestCluster().orElse(1);
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
    boolean named = about.rule().atlas().isPresent();
    return new Block.Table(
        caption,
        columns(about),
        isOfCortex(about) ? 3 : 2,
        clusters.stream().limit(MOST_ROWS).map(c -> row(about, c, named, map)).toList(),
        note(about, clusters.size(), next));
  }

  private static Block.Row row(
      ClusterSidecar about, ClusterFigures cluster, boolean named, Optional<ViewerMap> map) {
    String region = named ? words(cluster.region()) : "not named";
    var others = new LinkedHashSet<String>();
    if (named) {
      cluster.subPeaks().forEach(sub -> others.add(words(sub.region())));
      others.remove(region);
    }
    double x = cluster.x();
    double y = cluster.y();
    double z = cluster.z();
    var cells =
        new ArrayList<>(
            List.of(
                region,
                String.join(", ", others),
                Numbers.mm(x),
                Numbers.mm(y),
                Numbers.mm(z),
                Numbers.decimal(asWritten(cluster.peak())),
                Numbers.count(cluster.voxels()),
                size(cluster)));
    if (isOfCortex(about)) {
      cells.add(2, site(cluster));
    }
    for (Tested tested : tested(about)) {
      cells.add(Numbers.p(tested.of(cluster).orElse(Double.NaN)));
    }
    return new Block.Row(
        cells, map.isPresent() ? x + "," + y + "," + z : "", map.map(ViewerMap::id).orElse(""));
  }

  private static boolean isOfCortex(ClusterSidecar about) {
    return about.columns().cortex().structure().isPresent();
  }

  /** As in "cortex left 1234". */
  private static String site(ClusterFigures cluster) {
    return cluster.structure().orElse("")
        + (cluster.vertex().isPresent() ? " " + cluster.vertex().getAsInt() : "");
  }

  private static String size(ClusterFigures cluster) {
    return cluster.mm2().isPresent()
        ? Numbers.count(Math.floor(cluster.mm2().getAsDouble())) + "\u00a0mm\u00b2"
        : Numbers.count(Math.floor(cluster.mm3().orElse(Double.NaN)));
  }

  private static String note(ClusterSidecar about, int clusters, NextCommands next) {
    var note = new ArrayList<String>();
    note.add("Threshold " + about.rule().thresholdKind().orElse("") + ".");
    note.add(
        tested(about).isEmpty()
            ? "No permutations were run for these clusters."
            : "The p-values are by %s, corrected for the whole map.".formatted(method(about)));
    String chance = chance(about);
    if (!chance.isEmpty()) {
      note.add(chance);
    }
    note.add(
        about
            .rule()
            .atlas()
            .map(atlas -> "Names by " + fileName(atlas) + ".")
            .orElseGet(() -> "Names: " + next.clusters()));
    if (clusters > MOST_ROWS) {
      note.add(
          "The highest %d of %d; all are in the table beside the map."
              .formatted(MOST_ROWS, clusters));
    }
    return String.join(" ", note);
  }

  /** What the peaks are of, such as r where the map has its p-values. */
  private static String peak(ClusterSidecar about) {
    return "Peak\u00a0" + about.columns().statistic();
  }

  private static String method(ClusterSidecar about) {
    return about.chance().nulls().map(NullFigures::method).orElse("permutation");
  }

  /** What chance makes of the threshold in these responses; empty where nobody counted. */
  private static String chance(ClusterSidecar about) {
    OptionalDouble share =
        about
            .chance()
            .nulls()
            .map(NullFigures::shareOfMapsWithCluster)
            .orElse(OptionalDouble.empty());
    return share.isEmpty()
        ? ""
        : "By chance a share of %s of the null maps has a cluster of %s or more at this threshold."
            .formatted(
                Numbers.decimal(share.getAsDouble()),
                Counted.of(about.rule().smallestCluster().orElse(1), "voxel"));
  }

  /** The p-values that clusters may have: of peaks, and of sizes where null maps have clusters. */
  private enum Tested {
    PEAK("p of peak"),
    SIZE("p of size");

    private final String title;

    Tested(String title) {
      this.title = title;
    }

    OptionalDouble of(ClusterFigures cluster) {
      return this == PEAK ? cluster.pPeak() : cluster.pCluster();
    }
  }

  private static List<Tested> tested(ClusterSidecar about) {
    return Stream.of(Tested.values())
        .filter(p -> about.chance().clusters().stream().anyMatch(c -> p.of(c).isPresent()))
        .toList();
  }

  /** A single-precision number is rounded as its file has it, not as its bits are. */
  private static double asWritten(float value) {
    return Double.parseDouble(Float.toString(value));
  }

  private static List<String> columns(ClusterSidecar about) {
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
    if (isOfCortex(about)) {
      columns.add(2, "Structure and vertex");
      columns.set(columns.size() - 2, "Vertices or voxels");
    }
    for (Tested tested : tested(about)) {
      columns.add(tested.title);
    }
    return columns;
  }

  /** As files write a rule, such as {@code >= 0.28}. */
  static String threshold(Rule rule) {
    return rule.threshold()
        .orElse("")
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
