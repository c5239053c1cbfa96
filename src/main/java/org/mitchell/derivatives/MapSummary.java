package org.mitchell.derivatives;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mitchell.analysis.maps.MapResult;
import org.mitchell.analysis.maps.MedianCeiling;
import org.mitchell.files.Json;
import org.mitchell.maps.clusters.Cluster;
import org.mitchell.maps.clusters.Clusters;
import org.mitchell.maps.clusters.Peak;
import org.mitchell.maps.inference.LargerOfTwo;
import org.mitchell.maps.inference.MapInference;
import org.mitchell.maps.inference.OneNull;

/** A map's figures under the names that scripts rely on. */
final class MapSummary {
  private static final String FLIPS = "sign-flips of participants";
  private static final String RELABELLINGS = "permutation of words";

  private MapSummary() {}

  static Map<String, Object> of(MapRecord record, List<Path> outputs) {
    MapResult result = record.result();
    var summary = new LinkedHashMap<String, Object>();
    summary.put("subject", String.join(",", result.subjects()));
    summary.put("stat", result.plan().statistic().label());
    summary.put("group", result.group().map(MapSummary::lower).orElse(null));
    summary.put("study", record.study());
    summary.put("simulated", record.simulated());
    summary.put("voxels", result.values().length);
    result
        .common()
        .ifPresent(
            common -> {
              summary.put("participants", result.subjects().size());
              summary.put("voxelsOfAnyParticipant", common.voxelsOfAny());
            });
    summary.put("map", figures(result.values()));
    summary.put("threshold", result.threshold());
    if (result.formingP().isPresent()) {
      summary.put("thresholdP", result.formingP().getAsDouble());
    }
    summary.put("voxelsCounted", result.counted());
    summary.put("descriptive", !result.plan().statistic().isCorrected());
    summary.put("clusterSize", result.minimumSize());
    summary.put("contiguity", record.result().contiguity());
    if (!record.ceilings().isEmpty()) {
      summary.put("ceilings", ceilings(record));
    }
    summary.put("null", result.inference().map(i -> inference(result, i)).orElse(null));
    summary.put("atlas", record.atlas().isEmpty() ? null : record.atlas());
    summary.put("clusters", result.clusters().map(c -> clusters(record, c)).orElse(null));
    summary.put("outputs", outputs.stream().map(Path::toString).toList());
    var seconds = new LinkedHashMap<String, Object>();
    seconds.put("read", record.readSeconds());
    seconds.put("null", record.nullSeconds());
    summary.put("seconds", seconds);
    return summary;
  }

  /** The middle noise ceiling of each participant. */
  static List<Map<String, Object>> ceilings(MapRecord record) {
    var list = new ArrayList<Map<String, Object>>();
    for (MedianCeiling ceiling : record.ceilings()) {
      var one = new LinkedHashMap<String, Object>();
      one.put("subject", ceiling.subject());
      one.put("reliableVoxels", ceiling.reliable());
      one.put("voxels", ceiling.voxels());
      one.put("median", Json.number(ceiling.median()));
      one.put("ci95", ceiling.interval().map(EvaluationSummary::ends).orElse(null));
      one.put("interval", ceiling.interval().map(EvaluationSummary::interval).orElse(null));
      list.add(one);
    }
    return list;
  }

  /** What null maps there were, and what they gave. */
  static Map<String, Object> inference(MapResult result, MapInference inference) {
    var figures = new LinkedHashMap<String, Object>();
    if (inference instanceof LargerOfTwo both) {
      figures.put("method", "the larger p of " + FLIPS + " and " + RELABELLINGS);
      figures.put("maps", inference.draws());
      figures.put(
          "nulls",
          List.of(one(FLIPS, "t", both.participants()), one(RELABELLINGS, "r", both.words())));
    } else {
      figures.put("method", RELABELLINGS);
      figures.put("maps", inference.draws());
    }
    figures.put("relabelling", lower(result.plan().relabelling()));
    figures.put("permutations", result.plan().permutations());
    figures.put("seed", result.plan().seed());
    figures.put("statistic", result.peakStatistic());
    figures.put("highest05", finite(inference.familyWiseThreshold05()));
    figures.put("dispersion", finite(inference.dispersion()));
    if (result.sizesAreTested() && result.clusters().isPresent()) {
      figures.put("shareOfMapsWithCluster", inference.shareWithCluster(result.minimumSize()));
      figures.put(
          "shareOfVoxelsReachingThreshold", inference.shareReaching((float) result.threshold()));
    }
    return figures;
  }

  /** One of two nulls; {@code r} is the mean over participants. */
  private static Map<String, Object> one(String method, String statistic, OneNull inference) {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("method", method);
    figures.put("maps", inference.draws());
    figures.put("statistic", statistic);
    figures.put("highest05", finite(inference.familyWiseThreshold05()));
    figures.put("dispersion", finite(inference.dispersion()));
    return figures;
  }

  /** The clusters with all their peaks, and p-values where there are null maps. */
  static List<Map<String, Object>> clusters(MapRecord record, Clusters clusters) {
    MapResult result = record.result();
    var list = new ArrayList<Map<String, Object>>();
    for (Cluster cluster : clusters.list()) {
      Map<String, Object> one = peak(record, cluster.maximum());
      one.put("id", cluster.id());
      one.put("voxels", cluster.size());
      one.put("mm3", cluster.size() * voxelVolume(clusters));
      one.put(
          "pCluster",
          result.sizesAreTested()
              ? result.inference().orElseThrow().clusterP(cluster.size())
              : null);
      one.put("subPeaks", cluster.peaks().stream().skip(1).map(sub -> peak(record, sub)).toList());
      list.add(one);
    }
    return list;
  }

  private static Map<String, Object> peak(MapRecord record, Peak peak) {
    MapResult result = record.result();
    var one = new LinkedHashMap<String, Object>();
    one.put("x", peak.x());
    one.put("y", peak.y());
    one.put("z", peak.z());
    one.put("peak", peak.value());
    one.put("region", record.region().apply(peak.column()));
    one.put(
        "pPeak", result.inference().map(i -> finite(i.familyWiseAt(peak.column()))).orElse(null));
    return one;
  }

  private static Map<String, Object> figures(float[] values) {
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
    var figures = new LinkedHashMap<String, Object>();
    figures.put("defined", defined);
    figures.put("mean", defined == 0 ? null : sum / defined);
    figures.put("min", defined == 0 ? null : lowest);
    figures.put("max", defined == 0 ? null : highest);
    return figures;
  }

  /** In mm3, not rounded. */
  private static double voxelVolume(Clusters clusters) {
    double[][] m = clusters.grid().affine().matrix();
    return Math.abs(
        m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
            - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
            + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]));
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
