package org.mitchell.analysis.comparison;

import java.util.Arrays;
import java.util.Optional;
import org.mitchell.evaluation.groups.ParticipantsTest;
import org.mitchell.evaluation.intervals.SubsampleInterval;
import org.mitchell.evaluation.intervals.Subsamples;
import org.mitchell.random.RandomStreams;

/**
 * A space's accuracy for every participant, with all words and with every subsample of them: what
 * intervals and differences are made of.
 *
 * @param name of the space
 * @param baseline whether it is there to be beaten
 * @param features how many it has
 * @param accuracies one a participant. Not copied
 * @param ofSubsamples participants x subsamples; without values where there are none. Not copied
 */
public record ScoredSpace(
    String name, boolean baseline, int features, double[] accuracies, double[][] ofSubsamples) {

  /** The mean over participants. */
  public double mean() {
    return Arrays.stream(accuracies).average().orElseThrow();
  }

  /** With intervals over other words and over other participants. */
  public SpaceAccuracies accuracies(Optional<Subsamples> subsamples, RandomStreams streams) {
    return new SpaceAccuracies(
        name,
        baseline,
        features,
        accuracies,
        subsamples.map(
            s -> SubsampleInterval.ofAccuracy(mean(), SubsampleInterval.mean(ofSubsamples), s)),
        ParticipantsTest.of(accuracies, new double[accuracies.length], streams));
  }

  /**
   * How much better it is than another, on the same participants and subsamples; its p is not
   * corrected.
   */
  public SpaceDifference less(
      ScoredSpace other, Optional<Subsamples> subsamples, RandomStreams streams) {
    var differences = new double[accuracies.length];
    Arrays.setAll(differences, p -> accuracies[p] - other.accuracies[p]);
    double difference = Arrays.stream(differences).average().orElseThrow();
    Optional<SubsampleInterval> words =
        subsamples.map(
            s ->
                SubsampleInterval.ofDifference(
                    difference,
                    SubsampleInterval.mean(ofSubsamples),
                    SubsampleInterval.mean(other.ofSubsamples),
                    s));
    var participants = ParticipantsTest.of(differences, new double[differences.length], streams);
    double p = larger(words.map(SubsampleInterval::p).orElse(Double.NaN), participants.pTwoSided());
    return new SpaceDifference(
        name,
        other.name,
        !baseline || !other.baseline,
        difference,
        words,
        participants,
        p,
        Double.NaN);
  }

  private static double larger(double one, double two) {
    return Double.isNaN(one) ? two : Double.isNaN(two) ? one : Math.max(one, two);
  }
}
