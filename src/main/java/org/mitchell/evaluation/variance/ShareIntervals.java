package org.mitchell.evaluation.variance;

import java.util.List;
import java.util.function.Function;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.intervals.SubsampleInterval;
import org.mitchell.evaluation.intervals.Subsamples;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * How far shares of variance would differ with other words: the whole partition, voxels and
 * penalties included, is done with half of the words at a time, as if there were no others.
 *
 * @param analysis of two or three spaces
 * @param shares that figures are made of
 * @param figures of a partition, such as a share's value at every voxel; always as many
 */
public record ShareIntervals(
    EncodingAnalysis analysis,
    List<Share> shares,
    Function<SpacePartition, double[]> figures,
    Subsamples subsamples) {

  /**
   * @param whole the partition with all words
   * @return an interval a figure
   */
  public SubsampleInterval[] around(SpacePartition whole, Workers workers, Progress progress) {
    double[] all = figures.apply(whole);
    var scores = new double[all.length][subsamples.count()];
    progress.begin("variance interval", "subsamples", subsamples.count());
    try (var alone = new Workers(1)) {
      workers.forEach(
          subsamples.count(),
          i -> {
            double[] own = figures.apply(partition(subsamples.subsets()[i], alone));
            for (int f = 0; f < own.length; f++) {
              scores[f][i] = own[f];
            }
            progress.advance(1);
          });
    }
    progress.end();
    var intervals = new SubsampleInterval[all.length];
    for (int f = 0; f < all.length; f++) {
      intervals[f] = SubsampleInterval.ofExplainedVariance(all[f], scores[f], subsamples);
    }
    return intervals;
  }

  private SpacePartition partition(int[] words, Workers alone) {
    EncodingAnalysis some = analysis.ofWords(words);
    return PartitionModels.of(some, alone).partition(some.images(), shares);
  }
}
