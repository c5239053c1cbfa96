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
      description = "compare the N most stable voxels of each fold (default: 500; all when there is one presentation)")
  private String voxels = "";

  @Option(names = "--ridge", paramLabel = "LAMBDA", description = "ridge penalty; 0 is least squares (default: 0)")
  private double ridge;

  @Option(
      names = "--scale",
      paramLabel = "SCALE",
      description = "of the feature vectors: ${COMPLETION-CANDIDATES} (default: unit)")
  private Scale scale = Scale.UNIT;

  @Option(
      names = "--preset",
      paramLabel = "PRESET",
      description = "${COMPLETION-CANDIDATES} (default: paper); strict keeps everything of a held-out word out of training")
  private Preset preset = Preset.PAPER;

  @Option(
      names = "--metric",
      paramLabel = "METRIC",
      description = "how alike two images are: ${COMPLETION-CANDIDATES} (default: cosine)")
  private Metric metric = Metric.COSINE;

  @Option(
      names = "--match",
      paramLabel = "RULE",
      description = "when a pair counts as right: ${COMPLETION-CANDIDATES} (default: sum)")
  private MatchRule match = MatchRule.SUM;

  EvaluationOptions forResponses(Responses responses) {
    EncodingOptions encoding;
    try {
      encoding = new EncodingOptions(preset, scale, ridge);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--ridge: " + e.getMessage());
    }
    return new EvaluationOptions(encoding, voxels(responses), metric, match);
  }

  private OptionalInt voxels(Responses responses) {
    if (voxels.equals("all") || (voxels.isEmpty() && responses.commonPresentations() < 2)) {
      return OptionalInt.empty();
    }
    if (voxels.isEmpty()) {
      return OptionalInt.of(Math.min(DEFAULT_VOXELS, responses.voxels()));
    }
    try {
      int count = Integer.parseInt(voxels);
      if (count > 0) {
        return OptionalInt.of(count);
      }
    } catch (NumberFormatException e) {
      // Said below, together with numbers that are too small.
    }
    throw new UsageException("--voxels: got '" + voxels + "' where a number from 1 up, or all, is expected");
  }
}
