package org.mitchell.evaluation.curves;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.LeaveTwoOut;
import org.mitchell.evaluation.LeaveTwoOutResult;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.stability.VoxelCriterion;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * How the accuracy moves when one option after another takes other values, everything else as
 * given.
 *
 * <p>The best of these figures is no estimate of anything: it was chosen on the words it is
 * measured on. A table of this kind shows whether a result hangs on a choice.
 *
 * @param rows option by option, each option's values in their order
 */
public record Sensitivity(List<Row> rows) {
  private static final int[] VOXELS = {50, 100, 200, 500, 1000, 2000};
  private static final double[] RIDGES = {0, 0.001, 0.01, 0.1, 1, 10, 100};

  /**
   * @param option as the command line names it: voxels, select, ridge, preset, scale, metric, match
   * @param value as the command line has it
   * @param asGiven whether that is the value of the analysis at hand
   * @param score pairs and correct ones
   */
  public record Row(String option, String value, boolean asGiven, LeaveTwoOutResult.Score score) {}

  public Sensitivity {
    rows = List.copyOf(rows);
  }

  /**
   * Evaluates a participant with every value of every option. Numbers of voxels that the
   * participant does not have are left out, and all but "all" where words have one presentation;
   * the given number and penalty are always among the values.
   *
   * @param analysis with the options at hand
   */
  public static Sensitivity of(EncodingAnalysis analysis, Workers workers, Progress progress) {
    EvaluationOptions given = analysis.options();
    List<Variant> variants = variants(analysis.responses(), given);
    var rows = new ArrayList<Row>();
    progress.begin("sensitivity", "evaluations", variants.size());
    for (Variant variant : variants) {
      LeaveTwoOutResult.Score score =
          LeaveTwoOut.run(analysis.withOptions(variant.options), workers, Progress.NONE).all();
      rows.add(new Row(variant.option, variant.value, variant.options.equals(given), score));
      progress.advance(1);
    }
    progress.end();
    return new Sensitivity(rows);
  }

  private record Variant(String option, String value, EvaluationOptions options) {}

  private static List<Variant> variants(Responses responses, EvaluationOptions given) {
    var variants = new ArrayList<Variant>();
    EncodingOptions encoding = given.encoding();
    for (OptionalInt voxels : voxels(responses, given)) {
      variants.add(
          new Variant(
              "voxels",
              voxels.isPresent() ? Integer.toString(voxels.getAsInt()) : "all",
              given.withVoxels(voxels)));
    }
    for (VoxelCriterion criterion : criteria(responses, given)) {
      variants.add(new Variant("select", criterion.label(), given.withCriterion(criterion)));
    }
    for (double ridge : ridges(encoding.ridge())) {
      EncodingOptions other = encoding.withRidge(ridge);
      variants.add(new Variant("ridge", number(ridge), given.withEncoding(other)));
    }
    for (Preset preset : Preset.values()) {
      EncodingOptions other = encoding.withPreset(preset);
      variants.add(new Variant("preset", word(preset), given.withEncoding(other)));
    }
    for (Scale scale : Scale.values()) {
      EncodingOptions other = encoding.withScale(scale);
      variants.add(new Variant("scale", word(scale), given.withEncoding(other)));
    }
    for (Metric metric : Metric.values()) {
      variants.add(
          new Variant(
              "metric",
              word(metric),
              new EvaluationOptions(
                  encoding, given.voxels(), given.criterion(), metric, given.match())));
    }
    for (MatchRule match : MatchRule.values()) {
      variants.add(
          new Variant(
              "match",
              word(match),
              new EvaluationOptions(
                  encoding, given.voxels(), given.criterion(), given.metric(), match)));
    }
    return variants;
  }

  /** Ascending, all voxels last. */
  private static List<OptionalInt> voxels(Responses responses, EvaluationOptions given) {
    var numbers = new java.util.TreeSet<Integer>();
    if (responses.commonPresentations() >= 2) {
      for (int number : VOXELS) {
        numbers.add(number);
      }
      given.voxels().ifPresent(numbers::add);
      numbers.removeIf(number -> number >= responses.voxels() && !isGiven(given, number));
    }
    var voxels = new ArrayList<OptionalInt>();
    numbers.forEach(number -> voxels.add(OptionalInt.of(number)));
    voxels.add(OptionalInt.empty());
    return voxels;
  }

  /** The given one last where it is none of the others; none where all voxels are compared. */
  private static List<VoxelCriterion> criteria(Responses responses, EvaluationOptions given) {
    if (given.voxels().isEmpty()) {
      return List.of();
    }
    var criteria = new LinkedHashSet<VoxelCriterion>();
    if (responses.commonPresentations() >= 2) {
      criteria.add(VoxelCriterion.STABILITY);
      criteria.add(new VoxelCriterion.OfSignalToNoise());
    }
    criteria.add(new VoxelCriterion.OfPrediction());
    criteria.add(given.criterion());
    return List.copyOf(criteria);
  }

  private static boolean isGiven(EvaluationOptions given, int number) {
    return given.voxels().isPresent() && given.voxels().getAsInt() == number;
  }

  private static List<Double> ridges(double given) {
    var ridges = new java.util.TreeSet<Double>();
    for (double ridge : RIDGES) {
      ridges.add(ridge);
    }
    ridges.add(given + 0.0);
    return List.copyOf(ridges);
  }

  private static String number(double value) {
    return value == Math.rint(value) && value < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
