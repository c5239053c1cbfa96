package org.mitchell.analysis.comparison;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.mitchell.evaluation.variance.VarianceShares;

/**
 * What two feature spaces explain of the responses to held-out words, each alone and both together.
 *
 * @param a the name of the one
 * @param b of the other
 * @param participants the shares of each participant, over its selected voxels, or over all where
 *     all are compared
 */
public record PairVariance(String a, String b, List<VarianceShares> participants) {
  public PairVariance {
    participants = List.copyOf(participants);
  }

  /** The mean over participants of a share, such as {@link VarianceShares#uniqueA()}. */
  public double mean(ToDoubleFunction<VarianceShares> share) {
    return participants.stream().mapToDouble(share).average().orElseThrow();
  }
}
