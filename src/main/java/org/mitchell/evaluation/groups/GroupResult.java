package org.mitchell.evaluation.groups;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mitchell.evaluation.intervals.SubsampleInterval;
import org.mitchell.evaluation.intervals.Subsamples;
import org.mitchell.evaluation.nulls.NullDistribution;
import org.mitchell.random.RandomStreams;

/**
 * The accuracies of several participants who saw the same words. Three questions, three answers:
 * what other participants would give with these words ({@link #participants()}), what these
 * participants would give with other words ({@link #words()}), and whether these participants do
 * better than words that mean something else ({@link #permutations()}).
 *
 * @param accuracies one a participant. Not copied
 * @param chance what each participant would have by chance: the mean of its own null distribution,
 *     or 1/2 without one. Not copied
 * @param participants participants as random, words as fixed
 * @param words words as random, participants as fixed: the interval of the mean accuracy; nothing
 *     without subsamples
 * @param permutations the mean accuracy of the participants under each permutation, the same
 *     permutation for all; nothing without permutations
 * @param prevalence in how large a share of people there is an effect, from the participants' own
 *     p; nothing where there are too few permutations for one of {@link Prevalence#USUAL_LEVEL}
 */
public record GroupResult(
    double[] accuracies,
    double[] chance,
    ParticipantsTest participants,
    Optional<SubsampleInterval> words,
    Optional<NullDistribution> permutations,
    Optional<Prevalence> prevalence) {
  private static final double CHANCE = 0.5;

  /**
   * The participants' scores on subsamples of their words.
   *
   * @param subsamples of the words that all participants have
   * @param scores participants x subsamples
   */
  public record WordScores(Subsamples subsamples, double[][] scores) {}

  /**
   * @param accuracies one a participant
   * @param wordScores their scores on the same subsamples, if there are any
   * @param nulls what each participant's accuracy is when words are permuted, participants x
   *     permutations; the same permutations in the same order for all. No columns where none were
   *     done: chance is then 1/2
   */
  public static GroupResult of(
      double[] accuracies,
      Optional<WordScores> wordScores,
      double[][] nulls,
      RandomStreams streams) {
    requireShape(accuracies, wordScores, nulls);
    int draws = nulls[0].length;
    double[] chance =
        Arrays.stream(nulls)
            .mapToDouble(own -> draws == 0 ? CHANCE : new NullDistribution(own).mean())
            .toArray();
    double mean = Arrays.stream(accuracies).average().orElseThrow();
    return new GroupResult(
        accuracies,
        chance,
        ParticipantsTest.of(accuracies, chance, streams),
        wordScores.map(
            given ->
                SubsampleInterval.ofAccuracy(
                    mean, SubsampleInterval.mean(given.scores), given.subsamples)),
        draws == 0 ? Optional.empty() : Optional.of(meanNull(nulls)),
        prevalence(accuracies, nulls));
  }

  /** The mean accuracy. */
  public double mean() {
    return participants.mean();
  }

  /** The permutation p of the mean accuracy; NaN without permutations. */
  public double permutationP() {
    return permutations.map(draws -> draws.p(mean())).orElse(Double.NaN);
  }

  private static Optional<Prevalence> prevalence(double[] accuracies, double[][] nulls) {
    double smallest = 1.0 / (1 + nulls[0].length);
    if (smallest > Prevalence.USUAL_LEVEL) {
      return Optional.empty();
    }
    int significant = 0;
    for (int k = 0; k < accuracies.length; k++) {
      double p = new NullDistribution(nulls[k]).p(accuracies[k]);
      significant += p <= Prevalence.USUAL_LEVEL ? 1 : 0;
    }
    return Optional.of(Prevalence.of(significant, accuracies.length, Prevalence.USUAL_LEVEL));
  }

  private static NullDistribution meanNull(double[][] nulls) {
    return new NullDistribution(
        IntStream.range(0, nulls[0].length)
            .mapToDouble(
                draw -> Arrays.stream(nulls).mapToDouble(own -> own[draw]).average().orElseThrow())
            .toArray());
  }

  private static void requireShape(
      double[] accuracies, Optional<WordScores> wordScores, double[][] nulls) {
    int participants = accuracies.length;
    boolean fits =
        participants > 0
            && nulls.length == participants
            && Arrays.stream(nulls).allMatch(own -> own.length == nulls[0].length)
            && wordScores.stream().allMatch(given -> given.scores.length == participants);
    if (!fits) {
      throw new IllegalArgumentException(
          "%d accuracies, null values of %d participants: as many of each, and as many values, are expected"
              .formatted(participants, nulls.length));
    }
  }
}
