package org.mitchell.derivatives.contents;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/**
 * A cluster: its highest peak, and others in it.
 *
 * @param x in mm, as y and z
 * @param peak the statistic there
 * @param region its anatomical name; n/a without an atlas
 * @param pPeak corrected for the whole map; nothing without null maps, as {@code pCluster}
 * @param id its number in the map, from 1
 * @param mm3 its volume
 */
public record ClusterFigures(
    double x,
    double y,
    double z,
    float peak,
    String region,
    OptionalDouble pPeak,
    int id,
    int voxels,
    double mm3,
    OptionalDouble pCluster,
    List<SubPeak> subPeaks,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> others) {

  public ClusterFigures {
    others = Others.kept(others);
  }

  public ClusterFigures(
      SubPeak peak,
      int id,
      int voxels,
      double mm3,
      OptionalDouble pCluster,
      List<SubPeak> subPeaks) {
    this(
        peak.x,
        peak.y,
        peak.z,
        peak.peak,
        peak.region,
        peak.pPeak,
        id,
        voxels,
        mm3,
        pCluster,
        subPeaks,
        Others.NONE);
  }

  /** A local maximum. */
  public record SubPeak(
      double x, double y, double z, float peak, String region, OptionalDouble pPeak) {}
}
