package org.mitchell.evaluation.intervals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.evaluation.intervals.SmallParticipant.Experiment;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;

/**
 * How often the 95% interval of one experiment holds the accuracy that experiments of its kind have
 * on average, words and noise drawn anew in each.
 */
class SubsampleCoverageTest {
  private static final int WORDS = 20;
  private static final int EXPERIMENTS = 300;
  private static final int DRAWS = 3000;

  /** So few experiments are covered by chance in 1 of 100 tests, were the coverage .95. */
  private static final int FEWEST_COVERED =
      new BinomialDistribution(null, EXPERIMENTS, 0.95).inverseCumulativeProbability(0.01);

  @ParameterizedTest(name = "noise of sd {0}")
  @ValueSource(doubles = {2.5, 4, 7})
  void theIntervalHoldsTheExpectedAccuracyAtLeastAsOftenAsItSays(double noise) {
    var participant = new SmallParticipant(11, 4, 12, noise);
    var random = new Random(42);
    try (var workers = new Workers(2)) {
      double expected = 0;
      for (int draw = 0; draw < DRAWS; draw++) {
        expected += participant.experiment(WORDS, random).accuracy(workers) / DRAWS;
      }
      assertThat(expected).as("moderate signal").isBetween(0.53, 0.92);
      int covered = 0;
      int coveredByBinomial = 0;
      for (int e = 0; e < EXPERIMENTS; e++) {
        Experiment experiment = participant.experiment(WORDS, random);
        double accuracy = experiment.accuracy(workers);
        var subsamples = Subsamples.halves(WORDS, 40, new RandomStreams(e));
        double[] scores = subsamples.scores(experiment.score(), workers, Progress.NONE);
        var interval = SubsampleInterval.ofAccuracy(accuracy, scores, subsamples);
        covered += interval.low() <= expected && expected <= interval.high() ? 1 : 0;
        double pairs = WORDS * (WORDS - 1) / 2.0;
        double margin = 1.96 * Math.sqrt(accuracy * (1 - accuracy) / pairs);
        coveredByBinomial += Math.abs(accuracy - expected) <= margin ? 1 : 0;
      }
      assertThat(covered)
          .as("intervals that hold %.3f", expected)
          .isGreaterThanOrEqualTo(FEWEST_COVERED);
      // Pairs share words: what takes them for independent trials would not pass.
      assertThat(coveredByBinomial).isLessThan(FEWEST_COVERED);
    }
  }

  @Test
  void twoFeatureSpacesOfEqualWorthRarelyDifferSignificantly() {
    // Both see the features of the brain through noise of their own, of the same strength.
    var participant = new SmallParticipant(12, 4, 12, 3);
    var random = new Random(43);
    int significant = 0;
    int covered = 0;
    try (var workers = new Workers(2)) {
      for (int e = 0; e < EXPERIMENTS; e++) {
        Experiment sharp = participant.experiment(WORDS, random);
        Experiment one = sharp.blurred(0.7, random);
        Experiment other = sharp.blurred(0.7, random);
        var subsamples = Subsamples.halves(WORDS, 40, new RandomStreams(e));
        var interval =
            SubsampleInterval.ofDifference(
                one.accuracy(workers) - other.accuracy(workers),
                subsamples.scores(one.score(), workers, Progress.NONE),
                subsamples.scores(other.score(), workers, Progress.NONE),
                subsamples);
        significant += interval.p() <= 0.05 ? 1 : 0;
        covered += interval.low() <= 0 && 0 <= interval.high() ? 1 : 0;
      }
    }
    assertThat(EXPERIMENTS - significant).isGreaterThanOrEqualTo(FEWEST_COVERED);
    assertThat(covered).isGreaterThanOrEqualTo(FEWEST_COVERED);
  }
}
