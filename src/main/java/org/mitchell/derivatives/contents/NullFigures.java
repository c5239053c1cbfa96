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
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * What null maps there were, and what they gave.
 *
 * @param maps how many
 * @param nulls each of two, of which the larger p counts
 * @param relabelling of words, as {@code permutations} and {@code seed} are
 * @param statistic of the peaks
 * @param highest05 what 5% of the highest values reach
 * @param dispersion of the null values
 * @param shareOfMapsWithCluster of the null maps, by the rule of the map
 */
public record NullFigures(
    String method,
    int maps,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<One> nulls,
    @JsonInclude(NON_ABSENT) Optional<String> relabelling,
    @JsonInclude(NON_ABSENT) OptionalInt permutations,
    @JsonInclude(NON_ABSENT) OptionalLong seed,
    String statistic,
    OptionalDouble highest05,
    OptionalDouble dispersion,
    @JsonInclude(NON_ABSENT) OptionalDouble shareOfMapsWithCluster,
    @JsonInclude(NON_ABSENT) OptionalDouble shareOfVoxelsReachingThreshold,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> others) {

  public NullFigures {
    others = Others.kept(others);
  }

  /** One of two nulls. */
  public record One(
      String method,
      int maps,
      String statistic,
      OptionalDouble highest05,
      OptionalDouble dispersion) {}
}
