package org.mitchell.similarity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;
import org.mitchell.random.RandomStreams.Purpose;

/**
 * Variances of means over participants and words, both drawn anew with replacement: of words alone,
 * of participants alone, and of both. Drawing both counts the noise of measurement twice over; from
 * the three the variance is put together that a new sample of both would have (Schuett, Kipnis,
 * Diedrichsen and Kriegeskorte 2023, eLife 12:e82566, equation 5 and its form for few of either).
 *
 * <p>Where a word is drawn twice, the pair of its two copies is left out. A draw in which an
 * agreement is not defined is left out too.
 */
final class TwoFactorBootstrap {
  private static final int FEWEST_WORDS = 3;

  private final int words;
  private final int participants;
  private final double[][] ofWords;
  private final double[][] ofParticipants;
  private final double[][] ofBoth;

  private TwoFactorBootstrap(int words, int participants, int resamples) {
    this.words = words;
    this.participants = participants;
    this.ofWords = new double[resamples][];
    this.ofParticipants = new double[resamples][];
    this.ofBoth = new double[resamples][];
  }

  /**
   * @param images of the participants
   * @param spaces of the same words
   * @param agreements spaces x participants, of all words
   */
  static TwoFactorBootstrap of(
      List<Dissimilarities> images,
      List<Dissimilarities> spaces,
      double[][] agreements,
      SimilarityPlan plan,
      Workers workers,
      Progress progress) {
    int words = images.get(0).words();
    var bootstrap = new TwoFactorBootstrap(words, images.size(), plan.resamples());
    var streams = new RandomStreams(plan.seed());
    int[] all = IntStream.range(0, images.size()).toArray();
    progress.begin("resamples", "resamples", plan.resamples());
    workers.forEach(
        plan.resamples(),
        r -> {
          RandomGenerator random = streams.stream(Purpose.WORDS_AND_PARTICIPANTS, r, 0);
          int[] drawnWords = drawn(words, FEWEST_WORDS, random);
          int[] drawnParticipants = drawn(images.size(), 1, random);
          Pairs pairs = Pairs.ofDifferent(drawnWords);
          List<Dissimilarities> some =
              images.stream().map(image -> image.resampled(pairs, drawnWords)).toList();
          double[][] resampled =
              plan.agreement()
                  .ofEach(
                      spaces.stream().map(space -> space.resampled(pairs, drawnWords)).toList(),
                      some);
          bootstrap.ofWords[r] = means(resampled, all);
          bootstrap.ofParticipants[r] = means(agreements, drawnParticipants);
          bootstrap.ofBoth[r] = means(resampled, drawnParticipants);
          progress.advance(1);
        });
    progress.end();
    return bootstrap;
  }

  /**
   * Of a mean of agreements.
   *
   * @param weights of the spaces: 1 for one, 1 and -1 for a difference
   */
  Uncertainty of(double mean, double[] weights) {
    int freedom = (participants == 1 ? words : Math.min(words, participants)) - 1;
    double standardError = Math.sqrt(variance(weights));
    return standardError > 0
        ? Uncertainty.of(mean, standardError, freedom)
        : Uncertainty.unknown(freedom);
  }

  private double variance(double[] weights) {
    return combined(
        variance(ofBoth, weights),
        variance(ofParticipants, weights),
        variance(ofWords, weights),
        participants,
        words);
  }

  /**
   * The variance for other participants and other words.
   *
   * @param both of the draws of both
   * @param byParticipants of those of participants alone
   * @param byWords of those of words alone
   */
  static double combined(
      double both, double byParticipants, double byWords, int participants, int words) {
    double small = words / (words - 1.0);
    if (participants == 1) {
      return small * byWords;
    }
    double few = participants / (participants - 1.0);
    double corrected =
        few * byParticipants + small * byWords - few * small * (both - byParticipants - byWords);
    return Math.min(both, Math.max(corrected, Math.max(few * byParticipants, small * byWords)));
  }

  private static double variance(double[][] draws, double[] weights) {
    double[] values =
        Arrays.stream(draws)
            .mapToDouble(draw -> Agreement.product(draw, weights))
            .filter(Double::isFinite)
            .toArray();
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return squares / (values.length - 1);
  }

  private static double[] means(double[][] agreements, int[] participants) {
    var means = new double[agreements.length];
    for (int s = 0; s < means.length; s++) {
      for (int k : participants) {
        means[s] += agreements[s][k] / participants.length;
      }
    }
    return means;
  }

  /** With replacement, until there are enough different ones. */
  private static int[] drawn(int size, int fewest, RandomGenerator random) {
    var drawn = new int[size];
    do {
      Arrays.setAll(drawn, i -> random.nextInt(size));
    } while (Arrays.stream(drawn).distinct().count() < Math.min(fewest, size));
    return drawn;
  }
}
