package org.mitchell.evaluation.variance;

import java.util.function.IntToDoubleFunction;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.jobs.Workers;

/**
 * The variance of responses to held-out words that two or three feature spaces explain, alone, in
 * common and together.
 *
 * <p>Every word is predicted by models of all other words, one for each set of the spaces, with a
 * penalty for each space that is chosen inside the training words; preset strict, whatever the
 * fit's. What the spaces of a set S, and no others, explain in common is the sum over the subsets T
 * of S, the empty one included, of (-1)^(|T| + 1) R2 of T with all spaces that are not in S
 * (commonality analysis; R2 of no space is 0).
 */
public final class SpacePartition {
  /** Models double with each space. */
  public static final int MOST = 3;

  /**
   * By the set of spaces, space s being bit s; nothing for the empty set and for sets that are not
   * needed.
   */
  private final HeldOutR2.R2[] r2;

  private final boolean[] constant;

  /** What the images' squared deviations from their mean sum up to, a value a voxel. */
  private final double[] variation;

  SpacePartition(HeldOutR2.R2[] r2, boolean[] constant, double[] variation) {
    this.r2 = r2;
    this.constant = constant;
    this.variation = variation;
  }

  HeldOutR2.R2 ofSet(int set) {
    return r2[set];
  }

  /** Of the same images with other models. */
  SpacePartition with(HeldOutR2.R2[] others) {
    return new SpacePartition(others, constant, variation);
  }

  /** See {@link PartitionModels#of}. */
  public static SpacePartition of(EncodingAnalysis analysis, Workers workers) {
    return PartitionModels.of(analysis, workers).partition(analysis.images());
  }

  /** A share, a value a voxel; NaN where responses are constant. */
  public double[] values(Share share) {
    var values = new double[constant.length];
    for (int v = 0; v < values.length; v++) {
      int voxel = v;
      values[v] = constant[v] ? Double.NaN : sum(set -> r2[set].voxels()[voxel], share);
    }
    return values;
  }

  /**
   * A share of what some voxels vary by: their shares, each by its voxel's sum of squares. So R2 of
   * a set is 1 - sum of SSE / sum of SST.
   *
   * @param columns of the voxels
   * @return NaN where all of them are constant
   */
  public double pooled(Share share, int[] columns) {
    double sum = 0;
    double all = 0;
    for (int v : columns) {
      if (!constant[v]) {
        sum += variation[v] * sum(set -> r2[set].voxels()[v], share);
        all += variation[v];
      }
    }
    return sum / all;
  }

  private static double sum(IntToDoubleFunction of, Share share) {
    double sum = 0;
    for (int set = 1; set < share.signs().length; set++) {
      int factor = share.signs()[set];
      sum += factor == 0 ? 0 : factor * of.applyAsDouble(set);
    }
    return sum;
  }
}
