package org.mitchell.evaluation.intervals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.mitchell.fmri.Stimulus;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;
import org.mitchell.random.RandomStreams.Purpose;

/**
 * Random sets of some of the words, each word in a set once. Halves of the words are what an
 * interval by subsampling is made of. Participants and feature spaces that are to be compared are
 * scored on the same ones.
 *
 * @param words how many words there are, n
 * @param size how many are in a subsample, m
 * @param subsets the subsamples, each the numbers of its words, ascending. Not copied
 */
public record Subsamples(int words, int size, int[][] subsets) {
  /** Enough to know a standard error to about 10%. */
  public static final int USUAL_COUNT = 50;

  /**
   * Halves of the words, n / 2 rounded down, any as likely.
   *
   * @param streams subsample i is drawn from the stream ({@link Purpose#SUBSAMPLE}, i, 0)
   */
  public static Subsamples halves(int words, int count, RandomStreams streams) {
    return ofSize(words, words / 2, count, streams, 0);
  }

  /**
   * Sets of any size, any as likely.
   *
   * @param streams subsample i is drawn from the stream ({@link Purpose#SUBSAMPLE}, i, series)
   * @param series a number that tells these sets from others of the same seed
   */
  public static Subsamples ofSize(
      int words, int size, int count, RandomStreams streams, int series) {
    var all = new int[words];
    Arrays.setAll(all, w -> w);
    return drawn(words, size, count, i -> RandomSubset.of(all, size, stream(streams, i, series)));
  }

  /**
   * Halves that keep half of every category, so that pairs of one category remain: of an odd number
   * of words the larger or the smaller half, such that all together are half of the words, rounded
   * down. Words without a category are a category of their own.
   *
   * @param stimuli the words and their categories, in the order of the words' numbers
   * @param streams subsample i is drawn from the stream ({@link Purpose#SUBSAMPLE}, i, 0)
   */
  public static Subsamples halvesOfCategories(
      List<Stimulus> stimuli, int count, RandomStreams streams) {
    var wordsOf = new LinkedHashMap<String, List<Integer>>();
    for (int w = 0; w < stimuli.size(); w++) {
      wordsOf.computeIfAbsent(stimuli.get(w).category(), c -> new ArrayList<>()).add(w);
    }
    List<int[]> categories = wordsOf.values().stream().map(Subsamples::array).toList();
    int size = stimuli.size() / 2;
    return drawn(
        stimuli.size(), size, count, i -> halfOfEvery(categories, size, stream(streams, i, 0)));
  }

  private static RandomGenerator stream(RandomStreams streams, int number, int series) {
    return streams.stream(Purpose.SUBSAMPLE, number, series);
  }

  private static Subsamples drawn(int words, int size, int count, IntFunction<int[]> draw) {
    var subsets = new int[count][];
    for (int i = 0; i < count; i++) {
      subsets[i] = draw.apply(i);
      Arrays.sort(subsets[i]);
    }
    return new Subsamples(words, size, subsets);
  }

  private static int[] halfOfEvery(List<int[]> categories, int size, RandomGenerator random) {
    int[] odd =
        IntStream.range(0, categories.size())
            .filter(c -> categories.get(c).length % 2 == 1)
            .toArray();
    int smallerHalves = categories.stream().mapToInt(words -> words.length / 2).sum();
    int[] larger = RandomSubset.of(odd, size - smallerHalves, random);
    Arrays.sort(larger);
    return IntStream.range(0, categories.size())
        .flatMap(
            c -> {
              int[] words = categories.get(c);
              int half = words.length / 2 + (Arrays.binarySearch(larger, c) >= 0 ? 1 : 0);
              return Arrays.stream(RandomSubset.of(words, half, random));
            })
        .toArray();
  }

  private static int[] array(List<Integer> numbers) {
    return numbers.stream().mapToInt(n -> n).toArray();
  }

  /** How many subsamples there are. */
  public int count() {
    return subsets.length;
  }

  /**
   * The score of every subsample, in their order; the same for any number of threads. Each
   * subsample is scored by one thread.
   */
  public double[] scores(WordSubsetScore score, Workers workers, Progress progress) {
    var scores = new double[subsets.length];
    progress.begin("interval", "subsamples", subsets.length);
    try (var alone = new Workers(1)) {
      workers.forEach(
          subsets.length,
          i -> {
            scores[i] = score.of(subsets[i], alone);
            progress.advance(1);
          });
    }
    progress.end();
    return scores;
  }
}
