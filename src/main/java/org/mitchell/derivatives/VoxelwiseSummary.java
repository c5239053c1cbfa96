package org.mitchell.derivatives;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.mitchell.derivatives.contents.Ceiling;
import org.mitchell.derivatives.contents.ClusterFigures;
import org.mitchell.derivatives.contents.NullFigures;
import org.mitchell.derivatives.contents.SignatureFigures;
import org.mitchell.derivatives.contents.VoxelwiseFigures;
import org.mitchell.files.Json;
import org.mitchell.inference.LargerOfTwo;
import org.mitchell.inference.OneNull;
import org.mitchell.inference.PValues;
import org.mitchell.inference.SignatureUncertainty;
import org.mitchell.inference.VoxelwiseResult;
import org.mitchell.maps.clusters.Cluster;
import org.mitchell.maps.clusters.Clusters;
import org.mitchell.maps.clusters.Neighbourhood;
import org.mitchell.maps.clusters.Peak;
import org.mitchell.maps.clusters.Site;

/** A map's figures, from what was computed. */
final class VoxelwiseSummary {
  private static final String FLIPS = "sign-flips of participants";
  private static final String RELABELLINGS = "permutation of words";
  private static final String RESIDUALS =
      "permutation of the feature space's residuals, given the other spaces, between words";

  private VoxelwiseSummary() {}

  static VoxelwiseFigures of(VoxelwiseRecord record, List<Path> outputs) {
    VoxelwiseResult result = record.result();
    return new VoxelwiseFigures(
        String.join(",", result.subjects()),
        result.plan().shown(),
        result.group().map(VoxelwiseSummary::lower),
        record.study(),
        record.simulated(),
        result.values().length,
        result.common().isPresent()
            ? OptionalInt.of(result.subjects().size())
            : OptionalInt.empty(),
        result.common().isPresent()
            ? OptionalInt.of(result.common().get().voxelsOfAny())
            : OptionalInt.empty(),
        values(result.values()),
        result.threshold(),
        result.formingP(),
        result.counted(),
        !result.plan().statistic().isCorrected(),
        result.minimumSize(),
        result.contiguity(),
        ceilings(record),
        record.signatures().map(VoxelwiseSummary::signatures),
        nulls(result),
        record.atlas().isEmpty() ? Optional.empty() : Optional.of(record.atlas()),
        result.clusters().map(clusters -> clusters(record, clusters)),
        outputs.stream().map(Path::toString).toList(),
        new VoxelwiseFigures.Seconds(record.readSeconds(), record.nullSeconds()));
  }

  /** The middle noise ceiling of each participant. */
  static List<Ceiling> ceilings(VoxelwiseRecord record) {
    return record.ceilings().stream()
        .map(
            ceiling ->
                new Ceiling(
                    ceiling.subject(),
                    ceiling.reliable(),
                    ceiling.voxels(),
                    Json.finite(ceiling.median()),
                    ceiling.interval().map(EvaluationSummary::ends),
                    ceiling.interval().map(EvaluationSummary::interval)))
        .toList();
  }

  private static SignatureFigures signatures(SignatureUncertainty own) {
    List<String> names = own.features();
    return new SignatureFigures(
        own.words(),
        own.margin(),
        SignatureUncertainty.BY_CHANCE * own.stability().length,
        IntStream.range(0, names.size())
            .mapToObj(f -> new SignatureFigures.OfFeature(names.get(f), own.excludingZero(f)))
            .toList(),
        own.halves(),
        Json.finite(own.medianStability()));
  }

  /** What null maps there were, and what they gave; nothing without any. */
  static Optional<NullFigures> nulls(VoxelwiseResult result) {
    return result.inference().map(inference -> nulls(result, inference));
  }

  private static NullFigures nulls(VoxelwiseResult result, PValues inference) {
    boolean sizes = result.sizesAreTested() && result.clusters().isPresent();
    List<NullFigures.One> two =
        inference instanceof LargerOfTwo both
            ? List.of(
                one(FLIPS, result.plan().variance().label(), both.participants()),
                one(RELABELLINGS, "r", both.words()))
            : List.of();
    return new NullFigures(
        result.plan().part().isPresent()
            ? RESIDUALS
            : two.isEmpty() ? RELABELLINGS : "the larger p of " + FLIPS + " and " + RELABELLINGS,
        inference.draws(),
        two,
        Optional.of(lower(result.plan().relabelling())),
        OptionalInt.of(result.plan().permutations()),
        OptionalLong.of(result.plan().seed()),
        result.peakStatistic(),
        Json.finite(inference.familyWiseThreshold05()),
        Json.finite(inference.dispersion()),
        sizes
            ? OptionalDouble.of(inference.shareWithCluster(result.minimumSize()))
            : OptionalDouble.empty(),
        sizes
            ? OptionalDouble.of(inference.shareReaching((float) result.threshold()))
            : OptionalDouble.empty(),
        Map.of());
  }

  /** One of two nulls; {@code r} is the mean over participants. */
  private static NullFigures.One one(String method, String statistic, OneNull inference) {
    return new NullFigures.One(
        method,
        inference.draws(),
        statistic,
        Json.finite(inference.familyWiseThreshold05()),
        Json.finite(inference.dispersion()));
  }

  /** The clusters with all their peaks, and p-values where there are null maps. */
  static List<ClusterFigures> clusters(VoxelwiseRecord record, Clusters clusters) {
    VoxelwiseResult result = record.result();
    var list = new ArrayList<ClusterFigures>();
    for (Cluster cluster : clusters.list()) {
      list.add(
          new ClusterFigures(
              peak(record, clusters, cluster.maximum()),
              cluster.id(),
              cluster.size(),
              size(clusters, cluster, Neighbourhood.Unit.MM3),
              size(clusters, cluster, Neighbourhood.Unit.MM2),
              Site.of(clusters.neighbourhood().places(), cluster.maximum().column())
                  .map(Site::structure),
              result.sizesAreTested()
                  ? OptionalDouble.of(result.inference().orElseThrow().clusterP(cluster.size()))
                  : OptionalDouble.empty(),
              cluster.peaks().stream().skip(1).map(sub -> peak(record, clusters, sub)).toList()));
    }
    return list;
  }

  private static ClusterFigures.SubPeak peak(VoxelwiseRecord record, Clusters clusters, Peak peak) {
    Optional<PValues> inference = record.result().inference();
    return new ClusterFigures.SubPeak(
        peak.x(),
        peak.y(),
        peak.z(),
        peak.value(),
        record.region().apply(peak.column()),
        inference.isPresent()
            ? Json.finite(inference.get().familyWiseAt(peak.column()))
            : OptionalDouble.empty(),
        Site.of(clusters.neighbourhood().places(), peak.column())
            .map(Site::vertex)
            .orElse(OptionalInt.empty()));
  }

  private static VoxelwiseFigures.Values values(float[] values) {
    double sum = 0;
    float lowest = Float.POSITIVE_INFINITY;
    float highest = Float.NEGATIVE_INFINITY;
    int defined = 0;
    for (float value : values) {
      if (!Float.isNaN(value)) {
        defined++;
        sum += value;
        lowest = Math.min(lowest, value);
        highest = Math.max(highest, value);
      }
    }
    return defined == 0
        ? new VoxelwiseFigures.Values(0, OptionalDouble.empty(), Optional.empty(), Optional.empty())
        : new VoxelwiseFigures.Values(
            defined, OptionalDouble.of(sum / defined), Optional.of(lowest), Optional.of(highest));
  }

  /** Not rounded; nothing where the cluster's size is in the other unit. */
  private static OptionalDouble size(Clusters clusters, Cluster cluster, Neighbourhood.Unit unit) {
    Neighbourhood.Extent extent = clusters.neighbourhood().extent(cluster);
    return extent.unit() == unit ? OptionalDouble.of(extent.value()) : OptionalDouble.empty();
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
