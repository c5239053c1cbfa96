package org.mitchell.derivatives.contents;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A map's figures: what {@code map --json} prints.
 *
 * @param group how participants became one map; nothing of one
 * @param participants how many, of a group
 * @param map its values
 * @param thresholdP the p that the threshold stands for, where it was given as one
 * @param descriptive whether the threshold is not corrected for the number of voxels
 * @param clusterSize voxels of the smallest
 * @param contiguity how many neighbours a voxel has
 * @param signatures how sure they are, where the map is of them
 * @param clusters nothing where voxels have no coordinates
 */
public record VoxelwiseFigures(
    String subject,
    String stat,
    Optional<String> group,
    String study,
    boolean simulated,
    int voxels,
    @JsonInclude(NON_ABSENT) OptionalInt participants,
    @JsonInclude(NON_ABSENT) OptionalInt voxelsOfAnyParticipant,
    Values map,
    double threshold,
    @JsonInclude(NON_ABSENT) OptionalDouble thresholdP,
    int voxelsCounted,
    boolean descriptive,
    int clusterSize,
    int contiguity,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Ceiling> ceilings,
    @JsonInclude(NON_ABSENT) Optional<SignatureFigures> signatures,
    @JsonProperty("null") Optional<NullFigures> nulls,
    Optional<String> atlas,
    Optional<List<ClusterFigures>> clusters,
    List<String> outputs,
    Seconds seconds) {

  /** Over the voxels that have one. */
  public record Values(
      int defined, OptionalDouble mean, Optional<Float> min, Optional<Float> max) {}

  /** How long the parts took. */
  public record Seconds(double read, @JsonProperty("null") double nulls) {}
}
