package org.mitchell.cli;

import java.util.OptionalInt;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.fmri.Responses;
import picocli.CommandLine.Option;

/** How the model is fitted and evaluated. */
final class ModelOptions {
  private static final int DEFAULT_VOXELS = 500;

  @Option(
      names = "--voxels",
      paramLabel = "N|all",
      description =
          "compare the N most stable voxels of each fold (default: 500; all when there is one"
              + " presentation)")
  private String voxels = "";

  @Option(
      names = "--ridge",
      paramLabel = "LAMBDA",
      description = "ridge penalty; 0 is least squares (default: 0)")
  private double ridge;

  @Option(
      names = "--scale",
      paramLabel = "SCALE",
      converter = Choices.Scales.class,
      completionCandidates = Choices.Scales.class,
      description = "of the feature vectors: ${COMPLETION-CANDIDATES} (default: unit)")
  private Scale scale = Scale.UNIT;

  @Option(
      names = "--preset",
      paramLabel = "PRESET",
      converter = Choices.Presets.class,
      completionCandidates = Choices.Presets.class,
      description =
          "${COMPLETION-CANDIDATES} (default: paper); strict keeps everything of a held-out word"
              + " out of training")
  private Preset preset = Preset.PAPER;

  @Option(
      names = "--metric",
      paramLabel = "METRIC",
      converter = Choices.Metrics.class,
      completionCandidates = Choices.Metrics.class,
      description = "how alike two images are: ${COMPLETION-CANDIDATES} (default: cosine)")
  private Metric metric = Metric.COSINE;

  @Option(
      names = "--match",
      paramLabel = "RULE",
      converter = Choices.MatchRules.class,
      completionCandidates = Choices.MatchRules.class,
      description = "when a pair counts as right: ${COMPLETION-CANDIDATES} (default: sum)")
  private MatchRule match = MatchRule.SUM;

  /** The options, checked: to be called before anything is read, so that a slip is said at once. */
  Checked checked() {
    try {
      return new Checked(
          new EncodingOptions(preset, scale, ridge),
          voxels.isEmpty() ? OptionalInt.empty() : voxels(voxels),
          voxels.isEmpty(),
          metric,
          match);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--ridge: " + e.getMessage());
    }
  }

  /**
   * Options that are in order by themselves.
   *
   * @param voxels how many; empty for all
   * @param asUsual whether the user said nothing of voxels
   */
  record Checked(
      EncodingOptions encoding,
      OptionalInt voxels,
      boolean asUsual,
      Metric metric,
      MatchRule match) {

    /**
     * With nothing said, one presentation means all voxels, and fewer voxels than usual mean as
     * many as there are.
     */
    EvaluationOptions forResponses(Responses responses) {
      OptionalInt compared = voxels;
      if (asUsual) {
        compared =
            responses.commonPresentations() < 2
                ? OptionalInt.empty()
                : OptionalInt.of(Math.min(DEFAULT_VOXELS, responses.voxels()));
      }
      return new EvaluationOptions(encoding, compared, metric, match);
    }
  }

  /** How many voxels to compare as the option {@code --voxels} says it; nothing for all. */
  static OptionalInt voxels(String voxels) {
    if (voxels.equals("all")) {
      return OptionalInt.empty();
    }
    try {
      int count = Integer.parseInt(voxels);
      if (count > 0) {
        return OptionalInt.of(count);
      }
    } catch (NumberFormatException e) {
      // Said below, together with numbers that are too small.
    }
    throw new UsageException(
        "--voxels: got '" + voxels + "' where a number from 1 up, or all, is expected");
  }
}
