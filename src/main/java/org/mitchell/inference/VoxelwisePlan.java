package org.mitchell.inference;

import org.mitchell.evaluation.nulls.Relabelling;

/**
 * Which map is made, and by which null maps it is judged.
 *
 * @param statistic what it shows
 * @param relabelling which words may exchange their features in a null map
 * @param permutations how many null maps; 0 for none
 * @param seed of the relabellings
 */
public record VoxelwisePlan(
    VoxelStatistic statistic, Relabelling relabelling, int permutations, long seed) {
  /**
   * @throws IllegalArgumentException if p-values are to come from no permutation
   */
  public VoxelwisePlan {
    if (permutations < (statistic.isP() ? 1 : 0)) {
      throw new IllegalArgumentException(
          "%d permutations for a map of %s".formatted(permutations, statistic.label()));
    }
  }

  /** What several participants become one by. */
  public enum Group {
    /** The mean over participants; null maps are means of the same relabelling. */
    MEAN,
    /**
     * Student's t of what participants exceed their own chance by; p-values are the larger of that
     * of t by flipping participants' signs and that of the mean by relabelling the words of all
     * alike. See {@link org.mitchell.inference.LargerOfTwo}.
     */
    T
  }
}
