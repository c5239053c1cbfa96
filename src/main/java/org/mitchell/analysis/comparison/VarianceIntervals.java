package org.mitchell.analysis.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.mitchell.evaluation.intervals.SubsampleInterval;
import org.mitchell.evaluation.intervals.Subsamples;
import org.mitchell.evaluation.variance.VarianceShares;

/**
 * How far shares of variance, means over participants, would differ with other words.
 *
 * @param both of what the two explain together
 * @param uniqueA of what the first explains and the second does not
 * @param uniqueB of what the second explains and the first does not
 * @param shared of what either explains
 */
public record VarianceIntervals(
    SubsampleInterval both,
    SubsampleInterval uniqueA,
    SubsampleInterval uniqueB,
    SubsampleInterval shared) {

  /**
   * @param shares with all words, one a participant
   * @param ofSubsamples with the words of each subsample, one array a participant
   */
  static VarianceIntervals of(
      List<VarianceShares> shares, List<VarianceShares[]> ofSubsamples, Subsamples subsamples) {
    return new VarianceIntervals(
        interval(VarianceShares::both, shares, ofSubsamples, subsamples),
        interval(VarianceShares::uniqueA, shares, ofSubsamples, subsamples),
        interval(VarianceShares::uniqueB, shares, ofSubsamples, subsamples),
        interval(VarianceShares::shared, shares, ofSubsamples, subsamples));
  }

  private static SubsampleInterval interval(
      ToDoubleFunction<VarianceShares> share,
      List<VarianceShares> shares,
      List<VarianceShares[]> ofSubsamples,
      Subsamples subsamples) {
    double[][] scores =
        ofSubsamples.stream()
            .map(participant -> Arrays.stream(participant).mapToDouble(share).toArray())
            .toArray(double[][]::new);
    double figure = shares.stream().mapToDouble(share).average().orElseThrow();
    return SubsampleInterval.ofExplainedVariance(
        figure, SubsampleInterval.mean(scores), subsamples);
  }
}
