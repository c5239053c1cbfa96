package org.mitchell.report;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.derivatives.contents.ClusterFigures;
import org.mitchell.text.Counted;

/** Where in the brain it worked: the first of the clusters that are corrected best. */
final class WhereAnswer {
  private static final String QUESTION = "Where?";
  private static final int MOST_SPOTS = 3;
  private static final int MOST_OWNERS = 3;

  /** What claims most with most right comes first. */
  private static final List<String> ORDER = List.of("fwer", "tfce", "t", "fdr", "r", "p");

  private final FitFiles files;
  private final List<ViewerMap> shown;

  private WhereAnswer(FitFiles files, List<ViewerMap> shown) {
    this.files = files;
    this.shown = shown;
  }

  static Block.Answer of(FitFiles files, List<ViewerMap> shown) throws IOException {
    return new WhereAnswer(files, shown).answer();
  }

  private Block.Answer answer() throws IOException {
    if (!files.hasImages() && !files.areOfSurfaces()) {
      return without("Not known", "The voxels lie in no box of which a map could be made.");
    }
    List<ClusterFile> best = best();
    if (best.isEmpty()) {
      return without(
          "Not looked for yet",
          "Clusters are not here yet (mitchell map --stat fwer; see Clusters).");
    }
    return best.size() == 1 ? ofOne(best.get(0)) : ofSeveral(best);
  }

  private static Block.Answer without(String verdict, String line) {
    return new Block.Answer(QUESTION, verdict, "", "", List.of(line), List.of());
  }

  /** The clusters of one statistic, of a group or else of each participant. */
  private List<ClusterFile> best() {
    for (String statistic : ORDER) {
      List<ClusterFile> group = of(files.groupClusters(), statistic);
      List<ClusterFile> all = group.isEmpty() ? of(files.clusters(), statistic) : group;
      if (!all.isEmpty()) {
        return all;
      }
    }
    return List.of();
  }

  private static List<ClusterFile> of(List<ClusterFile> files, String statistic) {
    return files.stream().filter(file -> file.statistic().equals(statistic)).toList();
  }

  private Block.Answer ofOne(ClusterFile file) throws IOException {
    List<ClusterFigures> clusters = file.about().chance().clusters();
    return new Block.Answer(
        QUESTION,
        clusters.isEmpty() ? "Nowhere, at this threshold" : "Most surely here",
        Numbers.count(clusters.size()),
        "%s of %s, %s"
            .formatted(clusters.size() == 1 ? "cluster" : "clusters", size(clusters), rule(file)),
        regions().map(List::of).orElse(List.of()),
        clusters.stream().limit(MOST_SPOTS).map(cluster -> spot(file, cluster, "")).toList());
  }

  private Block.Answer ofSeveral(List<ClusterFile> all) throws IOException {
    List<ClusterFile> some =
        all.stream().filter(file -> !file.about().chance().clusters().isEmpty()).toList();
    return new Block.Answer(
        QUESTION,
        some.isEmpty()
            ? "Nowhere, at this threshold"
            : "In %s of %s".formatted(some.size(), Counted.of(all.size(), "participant")),
        Numbers.count(all.stream().mapToInt(file -> file.about().chance().clusters().size()).sum()),
        "clusters, %s".formatted(rule(all.get(0))),
        regions().map(List::of).orElse(List.of()),
        some.stream()
            .sorted(
                Comparator.comparingDouble(
                    file -> -Math.abs(file.about().chance().clusters().get(0).peak())))
            .limit(MOST_OWNERS)
            .map(file -> spot(file, file.about().chance().clusters().get(0), file.owner() + ": "))
            .toList());
  }

  /** As in "40 vertices and 12 voxels". */
  private static String size(List<ClusterFigures> clusters) {
    int vertices =
        clusters.stream().filter(WhereAnswer::isOfVertices).mapToInt(ClusterFigures::voxels).sum();
    int voxels = clusters.stream().mapToInt(ClusterFigures::voxels).sum() - vertices;
    String ofVertices = Counted.of(vertices, "vertex");
    return vertices == 0
        ? Counted.of(voxels, "voxel")
        : voxels == 0 ? ofVertices : ofVertices + " and " + Counted.of(voxels, "voxel");
  }

  private static boolean isOfVertices(ClusterFigures cluster) {
    return cluster.vertex().isPresent();
  }

  /** The threshold, and what it is corrected for. */
  private static String rule(ClusterFile file) {
    String threshold = ClusterSection.threshold(file.about().rule());
    String kind = file.about().rule().thresholdKind().orElse("");
    String statistic = MapFile.isP(file.statistic()) ? "p" : file.statistic();
    return "%s %s (%s)".formatted(statistic, threshold, kind);
  }

  private Block.Spot spot(ClusterFile file, ClusterFigures cluster, String before) {
    Optional<ViewerMap> map =
        shown.stream()
            .filter(m -> m.owner().equals(file.owner()) && m.statistic().equals(file.statistic()))
            .findFirst();
    boolean named = file.about().rule().atlas().isPresent();
    String place =
        "%s, %s, %s mm"
            .formatted(Numbers.mm(cluster.x()), Numbers.mm(cluster.y()), Numbers.mm(cluster.z()));
    String peak =
        "%s %s, %s"
            .formatted(
                file.about().columns().statistic(),
                Numbers.decimal(Double.parseDouble(Float.toString(cluster.peak()))),
                size(List.of(cluster)));
    return new Block.Spot(
        before + (named ? cluster.region().replace('_', ' ') : place),
        "(%s%s)".formatted(named ? place + "; " : "", peak),
        map.isPresent() ? cluster.x() + "," + cluster.y() + "," + cluster.z() : "",
        map.map(ViewerMap::id).orElse(""));
  }

  /** The region in which words are told apart best, of each participant who has a table. */
  private Optional<String> regions() throws IOException {
    Map<String, String> best = new LinkedHashMap<>();
    for (ParticipantFiles participant : files.participants()) {
      RegionSection.best(participant).ifPresent(region -> best.put(participant.subject(), region));
    }
    return best.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Best region alone: "
                + String.join(
                    "; ",
                    best.entrySet().stream()
                        .limit(MOST_OWNERS)
                        .map(
                            one ->
                                (files.participants().size() > 1 ? one.getKey() + " " : "")
                                    + one.getValue())
                        .toList())
                + ".");
  }
}
