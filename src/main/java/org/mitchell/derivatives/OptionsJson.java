package org.mitchell.derivatives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.mitchell.analysis.ParticipantFit;
import org.mitchell.derivatives.contents.Method;
import org.mitchell.derivatives.contents.Penalties;
import org.mitchell.derivatives.contents.Setting;
import org.mitchell.encoding.ChosenPenalties;
import org.mitchell.encoding.Combination;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Penalty;
import org.mitchell.encoding.PenaltyGrid;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.encoding.Spaces;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.stability.VoxelCriterion;
import org.mitchell.files.InputException;
import org.mitchell.files.Json;
import org.mitchell.files.JsonField;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.maps.atlas.Atlas;
import org.mitchell.maps.atlas.AtlasRegions;

/** The options of a model in files: the one place where they are written and read. */
final class OptionsJson {
  private static final String AUTO = "auto";
  private static final String RIDGE = "ridge";
  private static final String PER = "ridgePer";
  private static final String GRID = "ridgeGrid";
  private static final String ERROR = "ridgeError";
  private static final String COMBINE = "combine";
  private static final String SELECT = "select";
  private static final int MOST_VOXELS = 100_000_000;

  private OptionsJson() {}

  /** As files and scripts name them. */
  static Method of(EvaluationOptions options) {
    EncodingOptions encoding = options.encoding();
    Optional<Penalty.Chosen> chosen = encoding.penalty().chosen();
    return Method.of(
        lower(encoding.preset()),
        lower(encoding.scale()),
        ridge(encoding),
        chosen.map(c -> lower(c.per())),
        chosen.flatMap(Penalty.Chosen::grid).map(grid -> boxed(grid.penalties())),
        chosen.filter(c -> c.error() != Penalty.Error.RAW).map(c -> lower(c.error())),
        encoding.spaces().several()
            ? Optional.of(lower(encoding.spaces().combination()))
            : Optional.empty(),
        new Setting(options.voxels().isPresent() ? (Object) options.voxels().getAsInt() : "all"),
        options.criterion().usual() ? Optional.empty() : Optional.of(options.criterion().label()),
        lower(options.metric()),
        lower(options.match()));
  }

  /** A number, or {@code auto}. */
  static Setting ridge(EncodingOptions options) {
    return new Setting(options.penalty().isGiven() ? (Object) options.ridge() : AUTO);
  }

  /**
   * @param widths of the feature spaces; none where there is one
   * @throws org.mitchell.files.InputException if an option is missing or none that there is
   */
  static EvaluationOptions read(JsonField json, List<Integer> widths) {
    JsonField voxels = json.at("voxels");
    boolean all = voxels.isText() && voxels.text().equals("all");
    return new EvaluationOptions(
        new EncodingOptions(
            json.at("preset").oneOf(Preset.class),
            json.at("scale").oneOf(Scale.class),
            penalty(json),
            spaces(json, widths)),
        all ? OptionalInt.empty() : OptionalInt.of(voxels.whole(1, MOST_VOXELS)),
        json.find(SELECT).map(OptionsJson::criterion).orElse(VoxelCriterion.STABILITY),
        json.at("metric").oneOf(Metric.class),
        json.at("match").oneOf(MatchRule.class));
  }

  private static VoxelCriterion criterion(JsonField json) {
    String label = json.text();
    if (label.startsWith(VoxelCriterion.OfRegions.NAME)) {
      String atlas = label.substring(VoxelCriterion.OfRegions.NAME.length());
      return new VoxelCriterion.OfRegions(atlas, grid -> regions(Path.of(atlas), grid));
    }
    return List.of(new VoxelCriterion.OfSignalToNoise(), new VoxelCriterion.OfPrediction()).stream()
        .filter(known -> known.label().equals(label))
        .findFirst()
        .orElseThrow(() -> json.wrong("snr, reliability:ATLAS or top-r-train"));
  }

  private static int[] regions(Path atlas, VoxelGrid grid) {
    if (!Files.exists(atlas)) {
      throw InputException.in(
          atlas,
          "the voxels of this model were chosen by the regions of this atlas, and it is not there."
              + " Put it back, or start where the fit was started");
    }
    try {
      return AtlasRegions.labels(Atlas.readLabels(atlas), grid);
    } catch (IOException e) {
      throw InputException.in(atlas, "cannot be read: " + e.getMessage(), e);
    }
  }

  private static Spaces spaces(JsonField json, List<Integer> widths) {
    return widths.isEmpty()
        ? Spaces.ONE
        : new Spaces(widths, json.at(COMBINE).oneOf(Combination.class));
  }

  private static Penalty penalty(JsonField json) {
    JsonField ridge = json.at(RIDGE);
    if (!ridge.isText()) {
      return ridge.checked("a penalty from 0 up", () -> new Penalty.Fixed(ridge.number()));
    }
    if (!ridge.text().equals(AUTO)) {
      throw ridge.wrong("a penalty, or auto,");
    }
    return new Penalty.Chosen(
        json.find(GRID)
            .map(grid -> grid.checked("ascending penalties", () -> PenaltyGrid.of(grid.numbers()))),
        json.at(PER).oneOf(Penalty.Per.class),
        json.find(ERROR).map(error -> error.oneOf(Penalty.Error.class)).orElse(Penalty.Error.RAW));
  }

  /** What was chosen for the model of all words and for the folds; nothing where it was given. */
  static Optional<Penalties> chosen(ParticipantFit fit) {
    return fit.penalties()
        .map(
            model ->
                new Penalties(
                    lower(model.per()),
                    boxed(model.grid().penalties().penalties()),
                    model.spaces() > 1 ? model.grid().tuples() : List.of(),
                    choices(model),
                    fit.evaluation()
                        .penalties()
                        .map(OptionsJson::choices)
                        .orElse(Penalties.Choices.NONE)));
  }

  private static Penalties.Choices choices(ChosenPenalties chosen) {
    if (chosen.spaces() > 1) {
      return new Penalties.Choices(
          chosen.atSmallest(),
          chosen.atLargest(),
          Arrays.stream(chosen.counts()).boxed().toList(),
          IntStream.range(0, chosen.spaces()).mapToObj(s -> ofSpace(chosen, s)).toList());
    }
    return new Penalties.Choices(
        chosen.smallest(),
        chosen.median(),
        chosen.largest(),
        chosen.atSmallest(),
        chosen.atLargest(),
        Arrays.stream(chosen.counts()).boxed().toList());
  }

  private static Penalties.OfSpace ofSpace(ChosenPenalties chosen, int space) {
    boolean stack = !chosen.meanWeights().isEmpty();
    ChosenPenalties.OfSpace own = chosen.ofSpace(space);
    return new Penalties.OfSpace(
        Json.finite(own.smallest()),
        Json.finite(own.median()),
        Json.finite(own.largest()),
        stack ? 0 : own.leftOut(),
        stack ? OptionalDouble.of(chosen.meanWeights().get(space)) : OptionalDouble.empty());
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
