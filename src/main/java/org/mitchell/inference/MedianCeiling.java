package org.mitchell.inference;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mitchell.evaluation.intervals.SubsampleInterval;
import org.mitchell.evaluation.intervals.Subsamples;
import org.mitchell.evaluation.stability.NoiseCeiling;
import org.mitchell.evaluation.stability.Stability;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;

/**
 * The middle noise ceiling of a participant, and how far it would move with other words.
 *
 * @param subject the participant's label
 * @param reliable how many voxels have a ceiling: those whose responses are reliable
 * @param voxels how many voxels there are
 * @param median of the reliable voxels' ceilings; NaN where there are none
 * @param interval of the median, for these same voxels; nothing where there are none, or too few
 *     words to halve
 */
public record MedianCeiling(
    String subject, int reliable, int voxels, double median, Optional<SubsampleInterval> interval) {
  /** The correlation of two words is 1 or -1 whatever they are. */
  private static final int FEWEST_WORDS = 3;

  /**
   * @param ceiling a value a voxel; NaN where responses are not reliable
   * @param streams the halves of the words are drawn from it
   */
  static MedianCeiling of(
      Responses responses, double[] ceiling, RandomStreams streams, Workers workers) {
    int[] reliable =
        IntStream.range(0, ceiling.length).filter(v -> !Double.isNaN(ceiling[v])).toArray();
    double median = median(Arrays.stream(reliable).mapToDouble(v -> ceiling[v]).toArray());
    Subsamples halves =
        Subsamples.halves(responses.words().size(), Subsamples.USUAL_COUNT, streams);
    return new MedianCeiling(
        responses.participant(),
        reliable.length,
        ceiling.length,
        median,
        reliable.length == 0 || halves.size() < FEWEST_WORDS
            ? Optional.empty()
            : Optional.of(interval(responses, reliable, median, halves, workers)));
  }

  private static SubsampleInterval interval(
      Responses responses, int[] reliable, double median, Subsamples halves, Workers workers) {
    Responses voxels = responses.selectVoxels(reliable);
    List<String> words = responses.words();
    double[] scores =
        halves.scores(
            (half, alone) -> {
              Responses some = voxels.select(Arrays.stream(half).mapToObj(words::get).toList());
              return median(
                  NoiseCeiling.of(Stability.overAllWords(some, alone), some.commonPresentations()));
            },
            workers,
            Progress.NONE);
    return SubsampleInterval.ofAccuracy(median, scores, halves);
  }

  /** A voxel that has none with some of the words is the lowest: its stability is not above 0. */
  private static double median(double[] ceilings) {
    int n = ceilings.length;
    if (n == 0) {
      return Double.NaN;
    }
    double[] sorted = Arrays.stream(ceilings).map(c -> Double.isNaN(c) ? 0 : c).sorted().toArray();
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }
}
