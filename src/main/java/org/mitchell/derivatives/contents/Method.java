package org.mitchell.derivatives.contents;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * How a model was made and evaluated, options by their names on the command line.
 *
 * @param ridge a penalty, or {@code auto}
 * @param ridgePer what gets a penalty of its own, where it is chosen
 * @param ridgeGrid what it is chosen from
 * @param ridgeError which errors are summed, where not raw ones
 * @param combine how several feature spaces make one model
 * @param voxels how many are compared, or {@code all}
 * @param select what these are chosen by, where not by stability
 * @param form of the computation of a fit's folds
 * @param refittedFolds how many of them the closed form could not do
 * @param rank of a fit's features on its words
 */
public record Method(
    String preset,
    String scale,
    Setting ridge,
    @JsonInclude(NON_ABSENT) Optional<String> ridgePer,
    @JsonInclude(NON_ABSENT) Optional<Grid> ridgeGrid,
    @JsonInclude(NON_ABSENT) Optional<String> ridgeError,
    @JsonInclude(NON_ABSENT) Optional<String> combine,
    Setting voxels,
    @JsonInclude(NON_ABSENT) Optional<String> select,
    String metric,
    String match,
    @JsonInclude(NON_ABSENT) Optional<String> form,
    @JsonInclude(NON_ABSENT) OptionalInt refittedFolds,
    @JsonInclude(NON_ABSENT) OptionalInt rank,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> others) {

  public Method {
    // A null in a file is read as nothing, and says that the grid is the usual one.
    ridgeGrid = ridgePer.isPresent() ? Optional.of(ridgeGrid.orElse(Grid.USUAL)) : ridgeGrid;
    others = Others.kept(others);
  }

  /**
   * Penalties to choose from.
   *
   * @param penalties nothing for the usual ones, null in files
   */
  public record Grid(@JsonValue Optional<List<Double>> penalties) {
    static final Grid USUAL = new Grid(Optional.empty());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Grid read(List<Double> penalties) {
      return new Grid(Optional.of(penalties));
    }
  }

  /** Without what is known of a fit alone. */
  public static Method of(
      String preset,
      String scale,
      Setting ridge,
      Optional<String> ridgePer,
      Optional<List<Double>> grid,
      Optional<String> ridgeError,
      Optional<String> combine,
      Setting voxels,
      Optional<String> select,
      String metric,
      String match) {
    return new Method(
        preset,
        scale,
        ridge,
        ridgePer,
        ridgePer.map(per -> new Grid(grid)),
        ridgeError,
        combine,
        voxels,
        select,
        metric,
        match,
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Others.NONE);
  }

  /** With what is known of a fit. */
  public Method computed(String how, int refitted, int featureRank) {
    return new Method(
        preset,
        scale,
        ridge,
        ridgePer,
        ridgeGrid,
        ridgeError,
        combine,
        voxels,
        select,
        metric,
        match,
        Optional.of(how),
        OptionalInt.of(refitted),
        OptionalInt.of(featureRank),
        others);
  }
}
