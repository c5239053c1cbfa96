package org.mitchell.derivatives.contents;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * Which penalties were chosen.
 *
 * @param per what got one of its own
 * @param grid what they were chosen from
 * @param weights of several feature spaces with a penalty each: tuples, each penalty divided by
 *     these being the penalties of the spaces
 * @param model those of the model of all words
 * @param folds those of the folds
 */
public record Penalties(
    String per,
    List<Double> grid,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<List<Double>> weights,
    Choices model,
    Choices folds,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> others) {

  public Penalties {
    weights = weights == null ? List.of() : weights;
    others = Others.kept(others);
  }

  public Penalties(
      String per, List<Double> grid, List<List<Double>> weights, Choices model, Choices folds) {
    this(per, grid, weights, model, folds, Others.NONE);
  }

  /**
   * The penalties of one of several feature spaces.
   *
   * @param smallest nothing, like the others, where the space never has a part
   * @param leftOut how many choices leave the space out
   * @param meanWeight in the sum of predictions, where each space has a model of its own
   */
  public record OfSpace(
      OptionalDouble smallest,
      OptionalDouble median,
      OptionalDouble largest,
      long leftOut,
      @JsonInclude(NON_ABSENT) OptionalDouble meanWeight) {}

  /**
   * How often what was chosen; empty where nothing was.
   *
   * @param atSmallestOfGrid how many choices are at that end
   * @param counts of every penalty of the grid
   */
  public record Choices(
      @JsonInclude(NON_ABSENT) OptionalDouble smallest,
      @JsonInclude(NON_ABSENT) OptionalDouble median,
      @JsonInclude(NON_ABSENT) OptionalDouble largest,
      @JsonInclude(NON_ABSENT) OptionalInt atSmallestOfGrid,
      @JsonInclude(NON_ABSENT) OptionalInt atLargestOfGrid,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Long> counts,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<OfSpace> spaces,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> others) {
    /** Where there are no folds. */
    public static final Choices NONE =
        new Choices(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            List.of(),
            List.of(),
            Others.NONE);

    public Choices {
      counts = counts == null ? List.of() : counts;
      spaces = spaces == null ? List.of() : spaces;
      others = Others.kept(others);
    }

    public Choices(
        double smallest,
        double median,
        double largest,
        long atSmallestOfGrid,
        long atLargestOfGrid,
        List<Long> counts) {
      this(
          OptionalDouble.of(smallest),
          OptionalDouble.of(median),
          OptionalDouble.of(largest),
          OptionalInt.of(Math.toIntExact(atSmallestOfGrid)),
          OptionalInt.of(Math.toIntExact(atLargestOfGrid)),
          counts,
          List.of(),
          Others.NONE);
    }

    /** Of several feature spaces with a penalty each. */
    public Choices(
        long atSmallestOfGrid, long atLargestOfGrid, List<Long> counts, List<OfSpace> spaces) {
      this(
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalInt.of(Math.toIntExact(atSmallestOfGrid)),
          OptionalInt.of(Math.toIntExact(atLargestOfGrid)),
          counts,
          spaces,
          Others.NONE);
    }
  }
}
