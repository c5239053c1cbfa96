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

  private final int spaces;

  /**
   * By the set of spaces, space s being bit s; nothing for the empty set and for sets that are not
   * needed.
   */
  private final HeldOutR2.R2[] r2;

  private final boolean[] constant;

  /** What the images' squared deviations from their mean sum up to, a value a voxel. */
  private final double[] variation;

  SpacePartition(int spaces, HeldOutR2.R2[] r2, boolean[] constant, double[] variation) {
    this.spaces = spaces;
    this.r2 = r2;
    this.constant = constant;
    this.variation = variation;
  }

  HeldOutR2.R2 ofSet(int set) {
    return r2[set];
  }

  /** Of the same images with other models. */
  SpacePartition with(HeldOutR2.R2[] others) {
    return new SpacePartition(spaces, others, constant, variation);
  }

  /** See {@link PartitionModels#of}. */
  public static SpacePartition of(EncodingAnalysis analysis, Workers workers) {
    return PartitionModels.of(analysis, workers).partition(analysis.images());
  }

  /** How many spaces there are. */
  public int spaces() {
    return spaces;
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

  /** R2 of all spaces together, a value a voxel; NaN where responses are constant. */
  public double[] joint() {
    return values(Share.joint(spaces));
  }

  /** R2 of one space alone. */
  public double[] alone(int space) {
    return values(Share.alone(spaces, space));
  }

  /** What one space explains and no other does: joint R2 less that of the others. */
  public double[] unique(int space) {
    return values(Share.unique(spaces, space));
  }

  /** What the spaces of a set, and no others, explain in common; space s is bit s. */
  public double[] common(int set) {
    return values(Share.common(spaces, set));
  }

  /** What more than one space explains: joint R2 less all that is unique. */
  public double[] shared() {
    return values(Share.shared(spaces));
  }

  /** What a set explains in common, of sums of squares over all voxels. */
  public double pooled(int set) {
    return sum(each -> r2[each].pooled(), Share.common(spaces, set));
  }

  /** Likewise of the selected voxels; NaN where all are compared. */
  public double selected(int set) {
    return sum(each -> r2[each].selected(), Share.common(spaces, set));
  }

  /** R2 of a set of spaces over all voxels. */
  public double pooledOfSet(int set) {
    return r2[set].pooled();
  }

  /** R2 of a set of spaces over the selected voxels. */
  public double selectedOfSet(int set) {
    return r2[set].selected();
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
