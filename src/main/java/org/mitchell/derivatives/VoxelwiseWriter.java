package org.mitchell.derivatives;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mitchell.derivatives.contents.ClusterSidecar;
import org.mitchell.derivatives.contents.MapSidecar;
import org.mitchell.derivatives.contents.Rule;
import org.mitchell.derivatives.contents.Unknown;
import org.mitchell.derivatives.contents.VoxelwiseFigures;
import org.mitchell.files.Json;
import org.mitchell.files.OutputSet;
import org.mitchell.inference.SignatureUncertainty;
import org.mitchell.inference.VoxelStatistic;
import org.mitchell.inference.VoxelwiseResult;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.StatMap;
import org.mitchell.maps.clusters.ClusterTable;
import org.mitchell.maps.clusters.Clusters;
import org.mitchell.nifti.NiftiIntent;
import org.mitchell.text.Counted;

/** Writes a map, its clusters as an image of labels and as a table, and what they are worth. */
public final class VoxelwiseWriter {
  private static final String CLUSTERS = "_desc-clusters";
  private static final String ERRORS = "_desc-signatureerrors";
  private static final String TABLE = "desc-clusters.tsv";
  private static final String TABLE_JSON = "desc-clusters.json";

  private final VoxelwiseRecord record;
  private final Path root;

  private VoxelwiseWriter(VoxelwiseRecord record, Path root) {
    this.record = record;
    this.root = root;
  }

  /**
   * What was written.
   *
   * @param figures with the names of the files
   */
  public record Written(VoxelwiseFigures figures, List<Path> outputs) {}

  /**
   * @param root the derivatives folder; made if need be
   * @throws IOException if the folder cannot be written or the disk is full; nothing is then left
   *     under a final name
   */
  public static Written write(VoxelwiseRecord record, Path root, Workers workers)
      throws IOException {
    return new VoxelwiseWriter(record, root).write(workers);
  }

  private Written write(Workers workers) throws IOException {
    VoxelwiseResult result = record.result();
    Sidecar sidecar =
        new Sidecar(
            String.join(",", result.subjects()),
            record.study(),
            record.simulated(),
            result.places(),
            record.options(),
            record.provenance());
    BidsName name = name();
    String stat = "_stat-" + result.shown();
    try (var outputs = new OutputSet()) {
      var maps = new VoxelFiles(outputs, name, sidecar);
      var files = new ArrayList<Path>();
      files.addAll(maps.add(stat, map(), details()));
      for (VoxelwiseRecord.Extra extra : record.extras()) {
        files.addAll(maps.add("_stat-" + extra.file(), map(extra), MapSidecar.Details.NONE));
      }
      record
          .signatures()
          .ifPresent(own -> files.addAll(maps.add(ERRORS, errors(own), MapSidecar.Details.NONE)));
      if (result.clusters().isPresent()) {
        Clusters clusters = result.clusters().get();
        String what = "Clusters of " + result.shown() + ": their ids in the table";
        files.addAll(maps.addLabels(stat + CLUSTERS, "clusters", what, clusters.ids(), rule()));
        files.add(table(outputs, name, stat, clusters, sidecar));
      } else {
        // Those of an earlier map, made with a mesh, are not of this one.
        maps.replaceLabels(stat + CLUSTERS);
        outputs.replace(name.map(stat, TABLE));
        outputs.replace(name.map(stat, TABLE_JSON));
      }
      maps.writeAll(workers);
      outputs.writeText(
          DatasetDescription.file(root),
          DatasetDescription.text(root, record.sources(), record.simulated()));
      outputs.commit();
      return new Written(VoxelwiseSummary.of(record, files), List.copyOf(files));
    }
  }

  private Path table(
      OutputSet outputs, BidsName name, String stat, Clusters clusters, Sidecar sidecar)
      throws IOException {
    Path file = name.map(stat, TABLE);
    ClusterTable table = ClusterTable.of(clusters, record.region());
    outputs.write(file, table::write);
    var json =
        new ClusterSidecar(
            sidecar.description("Clusters, highest peak first, and their sub-peaks"),
            ClusterSidecar.Columns.of(record.result().peakStatistic(), table.ofCortex()),
            rule(),
            new ClusterSidecar.Chance(
                VoxelwiseSummary.nulls(record.result()),
                VoxelwiseSummary.clusters(record, clusters)),
            sidecar.about(),
            Unknown.NONE);
    outputs.writeText(name.map(stat, TABLE_JSON), Json.text(json));
    return file;
  }

  private BidsName name() {
    Optional<String> space = record.result().places().map(places -> places.space().label());
    return record
        .result()
        .group()
        .map(kind -> BidsName.ofGroup(root, VoxelwiseSummary.lower(kind), record.task(), space))
        .orElseGet(
            () -> BidsName.of(root, record.result().subjects().get(0), record.task(), space));
  }

  private StatMap map() {
    VoxelwiseResult result = record.result();
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

  /** Volumes as in the signatures of the fit. */
  private static StatMap errors(SignatureUncertainty signatures) {
    double[][] errors = signatures.errors().standardErrors();
    var rounded = new float[errors.length][errors[0].length];
    for (int f = 0; f < rounded.length; f++) {
      for (int v = 0; v < rounded[f].length; v++) {
        rounded[f][v] = (float) errors[f][v];
      }
    }
    return new StatMap(
            "standarderror",
            "Standard errors over words (jackknife) of the signature of each feature; its 95%% interval is the coefficient -/+ %.3f of them"
                .formatted(signatures.margin()),
            signatures.features(),
            rounded)
        .unsigned();
  }

  private static StatMap map(VoxelwiseRecord.Extra extra) {
    StatMap map = StatMap.of(extra.statistic(), extra.description(), extra.values());
    return extra.signed() ? map : map.unsigned();
  }

  private String description() {
    VoxelwiseResult result = record.result();
    String what = result.plan().description();
    if (!record.heldOut().equals("leave-two-out")
        && result.plan().part().isEmpty()
        && result.plan().statistic() != VoxelStatistic.SIGNATURES
        && result.plan().statistic() != VoxelStatistic.CEILING) {
      what += ", " + record.heldOut();
    }
    if (result.group().isEmpty()) {
      return what;
    }
    String participants = Counted.of(result.subjects().size(), "participant");
    return switch (result.group().get()) {
      case MEAN -> "Mean of %s. %s".formatted(participants, what);
      case T ->
          result.plan().statistic().isP()
              ? "%s of %s, the larger p of sign-flips and relabelled words. %s"
                  .formatted(
                      result.plan().variance().inWords(), participants, what.replace(" of r", ""))
              : "%s over %s of r less its mean under permutation"
                  .formatted(result.plan().variance().inWords(), participants);
    };
  }

  private MapSidecar.Details details() {
    VoxelwiseResult result = record.result();
    MapSidecar.Group group =
        result
            .common()
            .map(
                common ->
                    new MapSidecar.Group(
                        Optional.of(result.subjects()),
                        OptionalInt.of(common.fewest()),
                        OptionalInt.of(common.voxelsOfAny())))
            .orElse(MapSidecar.Group.NONE);
    var chance =
        new MapSidecar.Chance(VoxelwiseSummary.ceilings(record), VoxelwiseSummary.nulls(result));
    return new MapSidecar.Details(MapSidecar.Word.NONE, rule(), group, chance);
  }

  /** Which voxels count and what a cluster is. */
  private Rule rule() {
    VoxelwiseResult result = record.result();
    boolean isP = result.plan().statistic().isP();
    return new Rule(
        Optional.of((isP ? "<= " : ">= ") + result.threshold()),
        Optional.of(thresholdKind()),
        OptionalInt.of(result.counted()),
        OptionalInt.of(result.minimumSize()),
        result.clusters().filter(clusters -> !clusters.neighbourhood().hasVoxels()).isPresent()
            ? OptionalInt.empty()
            : OptionalInt.of(result.contiguity()),
        record.meshes().isEmpty() ? Optional.empty() : Optional.of(record.meshes()),
        record.atlas().isEmpty() ? Optional.empty() : Optional.of(record.atlas()));
  }

  private String thresholdKind() {
    VoxelwiseResult result = record.result();
    return switch (result.plan().statistic()) {
      case FDR -> "corrected: false discovery rate";
      case FWER, TFCE -> "corrected: family-wise error rate";
      default ->
          (result.formingP().isPresent()
                  ? "uncorrected p %s; ".formatted(result.formingP().getAsDouble())
                  : "")
              + "descriptive: not corrected for the number of voxels";
    };
  }
}
