package org.mitchell.evaluation;

import java.util.OptionalInt;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.evaluation.stability.VoxelCriterion;

/**
 * How a cross-validation is done.
 *
 * @param encoding how a fold's model is fitted
 * @param voxels how many voxels are compared in each fold; empty for all voxels
 * @param criterion which voxels these are, where not the most stable ones
 * @param metric how alike two images are
 * @param match when a pair counts as right
 */
public record EvaluationOptions(
    EncodingOptions encoding,
    OptionalInt voxels,
    VoxelCriterion criterion,
    Metric metric,
    MatchRule match) {
  /** The paper's: 500 voxels, cosine, sum. */
  public static final EvaluationOptions PAPER =
      new EvaluationOptions(
          EncodingOptions.PAPER, OptionalInt.of(500), Metric.COSINE, MatchRule.SUM);

  public EvaluationOptions {
    if (voxels.isPresent() && voxels.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "a number of voxels is 1 or more, got " + voxels.getAsInt());
    }
  }

  /** Where voxels are chosen, by stability. */
  public EvaluationOptions(
      EncodingOptions encoding, OptionalInt voxels, Metric metric, MatchRule match) {
    this(encoding, voxels, VoxelCriterion.STABILITY, metric, match);
  }

  /** The same options with another number of voxels; empty for all. */
  public EvaluationOptions withVoxels(OptionalInt other) {
    return new EvaluationOptions(encoding, other, criterion, metric, match);
  }

  /** The same options with voxels chosen otherwise. */
  public EvaluationOptions withCriterion(VoxelCriterion other) {
    return new EvaluationOptions(encoding, voxels, other, metric, match);
  }

  /** The same options with models fitted otherwise. */
  public EvaluationOptions withEncoding(EncodingOptions other) {
    return new EvaluationOptions(other, voxels, criterion, metric, match);
  }
}
