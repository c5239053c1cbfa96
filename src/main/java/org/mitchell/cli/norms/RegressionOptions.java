package org.mitchell.cli.norms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mitchell.cli.options.ChanceOptions;
import org.mitchell.cli.options.OptionValues;
import org.mitchell.cli.options.RidgeGridOption;
import org.mitchell.cli.options.UsageException;
import org.mitchell.encoding.PenaltyGrid;
import org.mitchell.encoding.Scale;
import org.mitchell.norms.EvaluationPlan;
import org.mitchell.norms.RatedVectors;
import org.mitchell.norms.regression.Perceptron;
import org.mitchell.norms.regression.Regression;
import org.mitchell.norms.regression.RidgeRegression;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** By what a norm is predicted, and how that is evaluated. */
final class RegressionOptions {
  /** Of an evaluation. */
  static final int USUAL_REPEATS = 10;

  private static final String AUTO = "auto";

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description =
          "${COMPLETION-CANDIDATES}: least squares, ridge regression, or a multilayer perceptron"
              + " (default: ridge)")
  private ModelKind model = ModelKind.RIDGE;

  @Option(
      names = "--ridge",
      paramLabel = "LAMBDA|auto",
      description =
          "ridge penalty; auto: that of the smallest leave-one-out error among the training words"
              + " of each fold (default: auto)")
  private String ridge;

  @Mixin private RidgeGridOption grid;

  @Option(
      names = "--hidden",
      split = ",",
      paramLabel = "UNITS",
      description = "of the perceptron: units of its hidden layer, or of two (default: 128)")
  private List<Integer> hidden = List.of();

  @Option(
      names = "--scale",
      paramLabel = "SCALE",
      description =
          "of the vectors: ${COMPLETION-CANDIDATES} (default: unit); the perceptron standardises"
              + " them in any case")
  private Scale scale = Scale.UNIT;

  @Option(
      names = "--folds",
      paramLabel = "N",
      description = "words are cut into N folds, each predicted from the others (default: 5)")
  private int folds = 5;

  @Option(
      names = "--repeats",
      paramLabel = "N",
      description =
          "how often that is done, with other folds each time (default: 10; norms predict: 1)")
  private Integer repeats;

  @Mixin private ChanceOptions chance;

  Scale scale() {
    return scale;
  }

  ModelKind model() {
    return model;
  }

  long seed() {
    return chance.seed();
  }

  /**
   * Looks at what can be told before anything is read.
   *
   * @throws UsageException if options do not go together, or a value is none
   */
  void check() {
    if (model != ModelKind.RIDGE && (ridge != null || grid.isGiven())) {
      throw new UsageException(
          "%s: only with --model ridge".formatted(ridge != null ? "--ridge" : "--ridge-grid"));
    }
    if (model != ModelKind.MLP && !hidden.isEmpty()) {
      throw new UsageException("--hidden: only with --model mlp");
    }
    if (grid.isGiven() && isGiven()) {
      throw new UsageException("--ridge-grid: only with --ridge auto");
    }
    if (folds < 2) {
      throw new UsageException(
          "--folds: got %d where a number from 2 up is expected".formatted(folds));
    }
    if (repeats != null && repeats < 1) {
      throw new UsageException(
          "--repeats: got %d where a number from 1 up is expected".formatted(repeats));
    }
    grid();
    if (model == ModelKind.MLP) {
      perceptron();
    }
  }

  /**
   * @param usualRepeats where nobody says how many
   */
  EvaluationPlan plan(int usualRepeats) {
    return new EvaluationPlan(folds, repeats == null ? usualRepeats : repeats, chance.seed());
  }

  /** The regression for some words; of the vectors only the size of their numbers counts. */
  Regression regression(RatedVectors data) {
    return switch (model) {
      case LINEAR -> RidgeRegression.leastSquares();
      case MLP -> perceptron();
      case RIDGE ->
          new RidgeRegression(
              grid().orElseGet(() -> PenaltyGrid.usual(data.rows(), scale)), scale == Scale.ZSCORE);
    };
  }

  private boolean isGiven() {
    return ridge != null && !ridge.equals(AUTO);
  }

  private Perceptron perceptron() {
    try {
      return new Perceptron(hidden.isEmpty() ? List.of(128) : hidden);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "--hidden: got %s where one or two numbers from 1 to 10,000 are expected"
              .formatted(String.join(",", hidden.stream().map(String::valueOf).toList())));
    }
  }

  /** The penalties that the options name; nothing for the usual ones. */
  private Optional<PenaltyGrid> grid() {
    if (isGiven()) {
      try {
        return Optional.of(PenaltyGrid.of(OptionValues.number(ridge)));
      } catch (TypeConversionException | IllegalArgumentException e) {
        throw new UsageException(
            "--ridge: got '%s' where a number from 0 up, or auto, is expected".formatted(ridge));
      }
    }
    return grid.penalties();
  }

  /** What results depend on, for JSON. */
  Map<String, Object> json(int usualRepeats) {
    var json = new LinkedHashMap<String, Object>();
    json.put("model", model.name().toLowerCase(Locale.ROOT));
    json.put("scale", scale.name().toLowerCase(Locale.ROOT));
    if (model == ModelKind.MLP) {
      json.put("hidden", perceptron().hidden());
    }
    json.put("folds", folds);
    json.put("repeats", plan(usualRepeats).repeats());
    json.put("seed", chance.seed());
    return json;
  }
}
