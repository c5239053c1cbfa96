package org.mitchell.derivatives.contents;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Which voxels of a map count, and what a cluster of them is; maps that have no threshold say
 * nothing.
 *
 * @param threshold from where, or for p-values up to where, such as {@code >= 0.28}
 * @param thresholdKind what is claimed of the voxels that reach it
 * @param smallestCluster voxels of the smallest
 * @param contiguity how many neighbours a voxel has
 * @param meshes whose edges say which vertices are neighbours
 * @param atlas what anatomical names come from
 */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record Rule(
    @JsonInclude(NON_ABSENT) Optional<String> threshold,
    @JsonInclude(NON_ABSENT) Optional<String> thresholdKind,
    @JsonInclude(NON_ABSENT) OptionalInt voxelsCounted,
    @JsonInclude(NON_ABSENT) OptionalInt smallestCluster,
    @JsonInclude(NON_ABSENT) OptionalInt contiguity,
    @JsonInclude(NON_ABSENT) Optional<List<MeshFile>> meshes,
    @JsonInclude(NON_ABSENT) Optional<String> atlas) {

  /** Of maps without a threshold. */
  public static final Rule NONE =
      new Rule(
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty());

  private static final Pattern NUMBER = Pattern.compile("[<>]= (.+)");

  /** The number of the threshold. */
  public OptionalDouble number() {
    var parts = NUMBER.matcher(threshold.orElse(""));
    try {
      return parts.matches()
          ? OptionalDouble.of(Double.parseDouble(parts.group(1)))
          : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
