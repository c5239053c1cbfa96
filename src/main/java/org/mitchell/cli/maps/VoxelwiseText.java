package org.mitchell.cli.maps;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mitchell.cli.text.Decimals;
import org.mitchell.cli.text.IntervalWords;
import org.mitchell.cli.text.Remedies;
import org.mitchell.derivatives.VoxelwiseRecord;
import org.mitchell.evaluation.nulls.Relabelling;
import org.mitchell.files.Remedy;
import org.mitchell.fmri.CommonVoxels;
import org.mitchell.fmri.Grayordinates;
import org.mitchell.inference.LargerOfTwo;
import org.mitchell.inference.MedianCeiling;
import org.mitchell.inference.PValues;
import org.mitchell.inference.VoxelStatistic;
import org.mitchell.inference.VoxelwiseResult;
import org.mitchell.maps.clusters.Cluster;
import org.mitchell.maps.clusters.Clusters;
import org.mitchell.maps.clusters.Peak;
import org.mitchell.maps.clusters.Site;
import org.mitchell.text.Counted;

/** A map as lines of text for people. */
final class VoxelwiseText {
  /** Clusters beyond these are in the file. */
  private static final int MOST_CLUSTERS = 20;

  /** What a peak is, where columns are grayordinates. */
  private static final String SITE = "%-20s  ";

  private static final double LEVEL = 0.05;

  /** A variance of null maps over voxels so many times the binomial one is worth a word. */
  private static final double NOT_ALIKE = 2;

  private final VoxelwiseRecord record;
  private final VoxelwiseResult result;
  private final List<Path> outputs;

  VoxelwiseText(VoxelwiseRecord record, List<Path> outputs) {
    this.record = record;
    this.result = record.result();
    this.outputs = outputs;
  }

  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add(title());
    lines.addAll(voxels());
    record.ceilings().forEach(ceiling -> lines.add(ceiling(ceiling)));
    record.signatures().ifPresent(own -> lines.addAll(SignatureText.lines(own)));
    result.inference().ifPresent(inference -> lines.addAll(nulls(inference)));
    lines.add("");
    if (result.clusters().isPresent()) {
      lines.addAll(clusters(result.clusters().get()));
    } else {
      lines.add("  " + whyNoClusters());
    }
    lines.add("");
    lines.add("  wrote");
    outputs.forEach(output -> lines.add("    " + output));
    return lines;
  }

  private String whyNoClusters() {
    if (result.places().isEmpty()) {
      return "no voxel coordinates: a table, a row a voxel column, and no clusters";
    }
    return result.places().get() instanceof Grayordinates
        ? "no clusters: nothing says which vertices are neighbours. "
            + Remedies.options(Remedy.MESHES)
        : "no clusters, which are of voxels or vertices: these are "
            + result.places().get().inWords();
  }

  private String title() {
    String who = String.join(", ", result.subjects());
    String simulated = record.simulated() ? " (SIMULATED)" : "";
    return result.group().isEmpty()
        ? "Participant %s%s: map of %s%s".formatted(who, simulated, result.title(), heldOut())
        : "Group of %d%s, %s: map of %s%s"
            .formatted(result.subjects().size(), simulated, who, result.title(), heldOut());
  }

  private String heldOut() {
    return record.heldOut().equals("leave-two-out")
            || result.plan().part().isPresent()
            || record.signatures().isPresent()
        ? ""
        : " (" + record.heldOut() + ")";
  }

  private List<String> voxels() {
    var lines = new ArrayList<String>();
    result
        .common()
        .ifPresent(
            common ->
                lines.add(
                    "  %s that %s have, of %,d that any has"
                        .formatted(
                            Counted.of(common.voxels(), "voxel"),
                            common.fewest() == result.subjects().size()
                                ? "all participants"
                                : "at least %s"
                                    .formatted(Counted.of(common.fewest(), "participant")),
                            common.voxelsOfAny())));
    if (result.common().filter(CommonVoxels::isMatched).isPresent()) {
      lines.add(
          "  the files list other grayordinates: matched by structure and by vertex or voxel");
    }
    boolean isP = result.plan().statistic().isP();
    lines.add(
        "  %,d of %s at %s %s %s (%s)"
            .formatted(
                result.counted(),
                Counted.of(result.values().length, "voxel"),
                result.inWords(),
                Decimals.decimal(result.threshold()),
                isP ? "or less" : "or more",
                result.plan().statistic().isCorrected()
                    ? "corrected for the number of voxels"
                    : (result.formingP().isPresent()
                            ? "uncorrected p %s; "
                                .formatted(p(result.formingP().getAsDouble()).strip())
                            : "")
                        + "descriptive: not corrected for the number of voxels"));
    return lines;
  }

  private static String ceiling(MedianCeiling ceiling) {
    return "  noise ceiling of %s: median %s of the %s whose responses are reliable%s"
        .formatted(
            ceiling.subject(),
            Decimals.decimal(ceiling.median()),
            Counted.of(ceiling.reliable(), "voxel"),
            ceiling.interval().map(interval -> "; " + IntervalWords.of(interval)).orElse(""));
  }

  private List<String> nulls(PValues inference) {
    var lines = new ArrayList<String>();
    lines.add("  null maps: %s, seed %d".formatted(drawn(inference), result.plan().seed()));
    if (inference instanceof LargerOfTwo both) {
      lines.add(
          "  every p is the larger of both: that of %s over other participants, that of the mean r over other words"
              .formatted(result.plan().variance().statistic()));
      if (Double.isFinite(both.words().familyWiseThreshold05())) {
        lines.add(
            "  the highest %smean r of a map with words relabelled exceeds %s in 5%% of them"
                .formatted(
                    enhanced() ? "TFCE of " : "",
                    Decimals.decimal(both.words().familyWiseThreshold05())));
      }
    }
    if (Double.isFinite(inference.familyWiseThreshold05())) {
      lines.add(
          "  the highest %s of a %s exceeds %s in 5%% of them"
              .formatted(
                  result.judgedBy(),
                  inference instanceof LargerOfTwo ? "map with signs flipped" : "null map",
                  Decimals.decimal(inference.familyWiseThreshold05())));
    }
    if (result.sizesAreTested() && result.clusters().isPresent()) {
      lines.add(chance(inference));
    }
    if (1.0 / (1 + inference.draws()) > LEVEL) {
      lines.add(
          "  with so few null maps no p can be %s or less".formatted(Decimals.decimal(LEVEL)));
    }
    if (inference.dispersion() > NOT_ALIKE && !enhanced()) {
      lines.add(
          "  null values of voxels are not alike (%.1f times the binomial variance): --stat fdr pools them, take --stat fwer"
              .formatted(inference.dispersion()));
    }
    return lines;
  }

  private boolean enhanced() {
    return result.plan().statistic() == VoxelStatistic.TFCE;
  }

  private String drawn(PValues inference) {
    String relabelled =
        (result.plan().part().isPresent()
                ? "residuals of the space, given the others, permuted"
                : "words relabelled")
            + (result.plan().relabelling() == Relabelling.WITHIN_CATEGORY
                ? " within their categories"
                : "");
    if (inference instanceof LargerOfTwo both) {
      return "%,d, %s, alike for all, and %,d, participants' signs flipped (of r less its mean under relabelling)"
          .formatted(both.words().draws(), relabelled, both.participants().draws());
    }
    return "%,d, %s%s"
        .formatted(
            inference.draws(),
            relabelled,
            result.group().isPresent() ? ", alike for all; these participants" : "");
  }

  /** What chance makes of the threshold, in these responses with their own smoothness. */
  private String chance(PValues inference) {
    return "  by chance: %s of the null maps have a cluster%s at this threshold, which %s of all null values reach"
        .formatted(
            share(inference.shareWithCluster(result.minimumSize())),
            atLeast(),
            share(inference.shareReaching((float) result.threshold())));
  }

  private static String share(double share) {
    return share > 0 && share < 0.0005 ? "less than .001" : Decimals.decimal(share);
  }

  private List<String> clusters(Clusters clusters) {
    if (clusters.list().isEmpty()) {
      return List.of("  no cluster%s, %s".formatted(atLeast(), touching(clusters)));
    }
    var lines = new ArrayList<String>();
    lines.add(
        "  %s%s, %s%s"
            .formatted(
                Counted.of(clusters.list().size(), "cluster"),
                atLeast(),
                touching(clusters),
                result.inference().isPresent() ? "; p corrected for the whole map" : ""));
    lines.add(
        "    id       x       y       z  %s  %s%s%s  %sregion"
            .formatted(
                peakTitle(),
                isOfCortex() ? "  size" : "voxels",
                result.inference().isPresent() ? "  p of peak" : "",
                result.sizesAreTested() ? "  p of size" : "",
                isOfCortex() ? SITE.formatted("structure, vertex") : ""));
    for (Cluster cluster :
        clusters.list().subList(0, Math.min(MOST_CLUSTERS, clusters.list().size()))) {
      lines.add(line(cluster));
    }
    if (clusters.list().size() > MOST_CLUSTERS) {
      lines.add("    ... (all in the table)");
    }
    return lines;
  }

  private String line(Cluster cluster) {
    Peak peak = cluster.maximum();
    return String.format(
        Locale.ROOT,
        "  %4d %7.1f %7.1f %7.1f  %" + peakTitle().length() + "s  %,6d%s%s  %s%s",
        cluster.id(),
        peak.x(),
        peak.y(),
        peak.z(),
        Decimals.decimal(peak.value()),
        cluster.size(),
        result.inference().map(i -> p(i.familyWiseAt(peak.column()))).orElse(""),
        result.sizesAreTested() ? p(result.inference().orElseThrow().clusterP(cluster.size())) : "",
        Site.of(result.clusters().orElseThrow().neighbourhood().places(), peak.column())
            .map(site -> SITE.formatted(site.inWords()))
            .orElse(""),
        record.region().apply(peak.column()));
  }

  /** By what voxels and vertices hang together. */
  private String touching(Clusters clusters) {
    String voxels = "contiguity %d".formatted(result.contiguity());
    return !isOfCortex()
        ? voxels
        : clusters.neighbourhood().hasVoxels()
            ? "joined by the mesh's edges, voxels by " + voxels
            : "joined by the mesh's edges";
  }

  /** Whether clusters are of vertices, or of voxels beside them. */
  private boolean isOfCortex() {
    return result.places().filter(Grayordinates.class::isInstance).isPresent();
  }

  private static String p(double p) {
    return String.format(Locale.ROOT, "  %9s", Decimals.decimal(p));
  }

  private String peakTitle() {
    return "  peak " + result.peakStatistic();
  }

  private String atLeast() {
    return result.minimumSize() == 1
        ? ""
        : " of %s or more".formatted(Counted.of(result.minimumSize(), "voxel"));
  }
}
