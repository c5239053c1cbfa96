package org.mitchell.derivatives.contents;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * A cluster: its highest peak, and others in it.
 *
 * @param x in mm, as y and z
 * @param peak the statistic there
 * @param region its anatomical name; n/a without an atlas
 * @param pPeak corrected for the whole map; nothing without null maps, as {@code pCluster}
 * @param id its number in the map, from 1
 * @param voxels how many voxels or vertices it has
 * @param mm3 its volume; nothing of vertices
 * @param mm2 its area, of vertices
 * @param structure of a CIFTI or GIFTI file that it is in, as {@code vertex} of its peak
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
    @JsonInclude(NON_ABSENT) OptionalDouble mm3,
    @JsonInclude(NON_ABSENT) OptionalDouble mm2,
    @JsonInclude(NON_ABSENT) Optional<String> structure,
    @JsonInclude(NON_ABSENT) OptionalInt vertex,
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
      OptionalDouble mm3,
      OptionalDouble mm2,
      Optional<String> structure,
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
        mm2,
        structure,
        peak.vertex,
        pCluster,
        subPeaks,
        Others.NONE);
  }

  /** A local maximum. */
  public record SubPeak(
      double x,
      double y,
      double z,
      float peak,
      String region,
      OptionalDouble pPeak,
      @JsonInclude(NON_ABSENT) OptionalInt vertex) {}
}
