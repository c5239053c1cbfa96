package org.mitchell.inference;

import java.util.Optional;
import org.mitchell.evaluation.nulls.Relabelling;

/**
 * Which map is made, and by which null maps it is judged.
 *
 * @param statistic what it shows
 * @param relabelling which words may exchange their features in a null map
 * @param permutations how many null maps; 0 for none
 * @param seed of the relabellings
 * @param part of the variance, where the statistic is one
 * @param variance what a mean over participants is divided by
 */
public record VoxelwisePlan(
    VoxelStatistic statistic,
    Relabelling relabelling,
    int permutations,
    long seed,
    Optional<PartOfVariance> part,
    GroupVariance variance) {
  /**
   * @throws IllegalArgumentException if p-values are to come from no permutation
   */
  public VoxelwisePlan {
    if (permutations < (statistic.isP() ? 1 : 0)) {
      throw new IllegalArgumentException(
          "%d permutations for a map of %s".formatted(permutations, statistic.label()));
    }
    if (part.isPresent() != statistic.isPartOfVariance()) {
      throw new IllegalArgumentException("which part of the variance a map shows");
    }
  }

  /** A map of all that the features explain. */
  public VoxelwisePlan(
      VoxelStatistic statistic, Relabelling relabelling, int permutations, long seed) {
    this(statistic, relabelling, permutations, seed, Optional.empty(), GroupVariance.OWN);
  }

  /** What the values are called. */
  public String shown() {
    return part.map(PartOfVariance::shown).orElse(statistic.shown());
  }

  /** The same for readers. */
  String inWords() {
    return part.map(PartOfVariance::inWords).orElse(statistic.inWords());
  }

  /** One line on what the values are. */
  public String description() {
    return part.map(PartOfVariance::description).orElse(statistic.description());
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
