package org.mitchell.cli.options;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
import org.mitchell.fmri.Responses;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the model is fitted and evaluated. */
public final class ModelOptions {
  private static final int DEFAULT_VOXELS = 500;
  private static final String AUTO = "auto";
  private static final String BANDED = "banded";

  private static final String ONLY_CHOSEN = ": only where penalties are chosen, as by --ridge auto";

  @Option(
      names = "--voxels",
      paramLabel = "N|all",
      description =
          "compare the N most stable voxels of each fold (default: 500; all when there is one"
              + " presentation)")
  private String voxels = "";

  @Option(
      names = "--ridge",
      paramLabel = "LAMBDA|auto|banded",
      description =
          "ridge penalty; 0 is least squares (default: 0); auto: that of the smallest leave-one-out"
              + " error among the training words of each fold; banded: as --combine banded")
  private String ridge;

  @Option(
      names = "--ridge-per",
      paramLabel = "WHAT",
      description =
          "with penalties that are chosen: ${COMPLETION-CANDIDATES}; one penalty for the compared"
              + " voxels, or one for each voxel (default: global)")
  private Penalty.Per per;

  @Option(
      names = "--ridge-error",
      paramLabel = "ERROR",
      description =
          "with --ridge auto and one penalty for the compared voxels: ${COMPLETION-CANDIDATES}; the"
              + " sum of squared errors, in which noisy voxels weigh most, or of their shares of"
              + " each voxel's variance (default: raw)")
  private Penalty.Error error;

  @Mixin private RidgeGridOption grid;

  @Option(
      names = "--scale",
      paramLabel = "SCALE",
      description = "of the feature vectors: ${COMPLETION-CANDIDATES} (default: unit)")
  private Scale scale = Scale.UNIT;

  @Option(
      names = "--preset",
      paramLabel = "PRESET",
      description =
          "${COMPLETION-CANDIDATES} (default: paper); strict keeps everything of a held-out word"
              + " out of training")
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

  /** The options, checked: to be called before anything is read, so that a slip is said at once. */
  public Checked checked() {
    if (asksForBands()) {
      throw new UsageException(
          "--ridge banded: goes with several feature spaces in one model, --features a=A,b=B of"
              + " fit, evaluate and check");
    }
    return checked(Combination.CONCATENATED);
  }

  /** The same for several feature spaces in one model. */
  Checked checked(Combination combination) {
    return new Checked(
        new EncodingOptions(
            preset, scale, penalty(combination), new Spaces(List.of(), combination)),
        voxels.isEmpty() ? OptionalInt.empty() : voxels(voxels),
        voxels.isEmpty(),
        VoxelCriterion.STABILITY,
        metric,
        match);
  }

  /** Whether the penalty is asked for by the word that stands for a penalty a space. */
  boolean asksForBands() {
    return BANDED.equals(ridge);
  }

  private Penalty penalty(Combination combination) {
    boolean number = ridge != null && !ridge.equals(AUTO) && !asksForBands();
    if (combination == Combination.BANDED && number) {
      throw new UsageException(
          "--ridge: got '%s', and a penalty for each space is chosen with --combine banded; --ridge-grid FROM:TO:N says from what"
              .formatted(ridge));
    }
    if (AUTO.equals(ridge) || combination != Combination.CONCATENATED) {
      Optional<PenaltyGrid> wanted = grid.penalties();
      if (number) {
        requireNoGrid();
        wanted = Optional.of(PenaltyGrid.of(given().lambda()));
      }
      if (error != null && per == Penalty.Per.VOXEL) {
        throw new UsageException(
            "--ridge-error: a penalty a voxel sums no errors over voxels (--ridge-per global)");
      }
      return new Penalty.Chosen(
          wanted,
          per == null ? Penalty.Per.GLOBAL : per,
          error == null ? Penalty.Error.RAW : error);
    }
    if (per != null || error != null) {
      throw new UsageException((per != null ? "--ridge-per" : "--ridge-error") + ONLY_CHOSEN);
    }
    requireNoGrid();
    return given();
  }

  private void requireNoGrid() {
    if (grid.isGiven()) {
      throw new UsageException("--ridge-grid" + ONLY_CHOSEN);
    }
  }

  private Penalty.Fixed given() {
    try {
      return new Penalty.Fixed(ridge == null ? 0 : Double.parseDouble(ridge));
    } catch (NumberFormatException e) {
      throw new UsageException(
          "--ridge: got '" + ridge + "' where a number from 0 up, or auto, is expected");
    } catch (IllegalArgumentException e) {
      throw new UsageException("--ridge: " + e.getMessage());
    }
  }

  /**
   * Options that are in order by themselves.
   *
   * @param voxels how many; empty for all
   * @param asUsual whether the user said nothing of voxels
   * @param criterion what they are chosen by
   */
  public record Checked(
      EncodingOptions encoding,
      OptionalInt voxels,
      boolean asUsual,
      VoxelCriterion criterion,
      Metric metric,
      MatchRule match) {

    /**
     * That one penalty is chosen for all voxels of a fold: inner products of images know no single
     * voxels.
     *
     * @param command that works on them
     */
    public void requireOnePenaltyAFold(String command) {
      if (encoding.penalty().isPerVoxel()) {
        throw new UsageException(
            "--ridge-per voxel: %s chooses one penalty a fold (--ridge-per global)"
                .formatted(command));
      }
    }

    /** The same with models fitted otherwise. */
    Checked withEncoding(EncodingOptions other) {
      return new Checked(other, voxels, asUsual, criterion, metric, match);
    }

    /** The same with voxels chosen by something else. */
    Checked withCriterion(VoxelCriterion other) {
      return new Checked(encoding, voxels, asUsual, other, metric, match);
    }

    /**
     * With nothing said, one presentation means all voxels, and fewer voxels than usual mean as
     * many as there are.
     */
    public EvaluationOptions forResponses(Responses responses) {
      return forResponses(responses, responses.commonPresentations());
    }

    /**
     * As above, where a cross-validation holds out presentations.
     *
     * @param presentations of every word that are trained on
     */
    public EvaluationOptions forResponses(Responses responses, int presentations) {
      OptionalInt compared = voxels;
      if (asUsual) {
        compared =
            criterion.usual() && presentations < 2
                ? OptionalInt.empty()
                : OptionalInt.of(Math.min(DEFAULT_VOXELS, responses.voxels()));
      }
      return new EvaluationOptions(encoding, compared, criterion, metric, match);
    }
  }

  /** How many voxels to compare as the option {@code --voxels} says it; nothing for all. */
  public static OptionalInt voxels(String voxels) {
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
