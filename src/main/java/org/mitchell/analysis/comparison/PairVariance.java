package org.mitchell.analysis.comparison;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.mitchell.evaluation.variance.VarianceShares;

/**
 * What two feature spaces explain of the responses to held-out words, each alone and both together.
 *
 * @param a the name of the one
 * @param b of the other
 * @param participants the shares of each participant, pooled over its selected voxels, or over all
 *     where all are compared: 1 - sum of SSE / sum of SST
 * @param intervals of the means over participants, over other words; nothing without subsamples
 */
public record PairVariance(
    String a, String b, List<VarianceShares> participants, Optional<VarianceIntervals> intervals) {
  public PairVariance {
    participants = List.copyOf(participants);
  }

  /**
   * Whether the means can be read as shares of variance: together the two explain no less than
   * either alone. Where they do, the model of both suffers more from its number of features than it
   * gains, and differences of R2 are no variance of anything.
   */
  public boolean divisible() {
    double both = mean(VarianceShares::both);
    return both >= mean(VarianceShares::a) && both >= mean(VarianceShares::b);
  }

  /** The mean over participants of a share, such as {@link VarianceShares#uniqueA()}. */
  public double mean(ToDoubleFunction<VarianceShares> share) {
    return participants.stream().mapToDouble(share).average().orElseThrow();
  }
}
