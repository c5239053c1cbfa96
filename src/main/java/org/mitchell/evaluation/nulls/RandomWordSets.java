package org.mitchell.evaluation.nulls;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.FoldPredictor;
import org.mitchell.encoding.Spaces;
import org.mitchell.evaluation.schemes.FeatureSet;
import org.mitchell.files.InputException;
import org.mitchell.random.RandomStreams;
import org.mitchell.random.RandomStreams.Purpose;
import org.mitchell.text.Counted;

/**
 * Random sets of words of a vocabulary in the place of chosen verbs: the features of a set are the
 * counts of the stimuli with its words (Mitchell et al. 2008: 115 sets of 25 words, the 500 most
 * frequent words of the corpus left out).
 *
 * <p>In a small corpus a stimulus may never meet a word of a set. Its vector is then zero, and has
 * no direction: in preset paper it predicts nothing, so its similarities are 0, its pairs are
 * decided by the other word alone, and two such words tie. Nothing is drawn again for that, and no
 * word left out: it is what a set of words that do not occur is worth, and all sets are measured on
 * the same pairs. {@link #zeroWords} tells how many there are; whoever shows the accuracies should
 * say it.
 */
public final class RandomWordSets {
  /** Words a set in the paper. */
  public static final int SIZE = 25;

  /** How many of the most frequent words the paper leaves out. */
  public static final int MOST_FREQUENT = 500;

  private final double[][] counts;
  private final int[] eligible;
  private final int size;

  private RandomWordSets(double[][] counts, int[] eligible, int size) {
    this.counts = counts;
    this.eligible = eligible;
    this.size = size;
  }

  /**
   * @param counts of the stimuli with every word of the vocabulary, stimuli x vocabulary. Not
   *     copied
   * @param totals how often each word of the vocabulary occurs in the corpus
   * @param mostFrequent how many of the words with the highest totals are never drawn; equal totals
   *     count as falling with the column
   * @param size words a set
   * @throws InputException if the vocabulary has too few words for that
   */
  public static RandomWordSets of(double[][] counts, double[] totals, int mostFrequent, int size) {
    if (counts[0].length != totals.length || mostFrequent < 0 || size < 1) {
      throw new IllegalArgumentException(
          "counts of %s with %d totals, %d of them left out, %d a set"
              .formatted(Counted.of(counts[0].length, "word"), totals.length, mostFrequent, size));
    }
    if (totals.length - mostFrequent < size) {
      throw new InputException(
          "a set of %s cannot be drawn from a vocabulary of %,d without its %d most frequent words. Count the stimuli with more words, or leave out fewer"
              .formatted(Counted.of(size, "word"), totals.length, mostFrequent));
    }
    int[] eligible =
        IntStream.range(0, totals.length)
            .boxed()
            .sorted(Comparator.comparingDouble(column -> -totals[column]))
            .skip(mostFrequent)
            .mapToInt(column -> column)
            .sorted()
            .toArray();
    return new RandomWordSets(counts, eligible, size);
  }

  /** The sets of numbers 0 to {@code count - 1}, ready for a scheme. */
  public List<FeatureSet> sets(int count, EncodingOptions options, RandomStreams streams) {
    EncodingOptions ofOneSpace = options.withSpaces(Spaces.ONE);
    return IntStream.range(0, count)
        .mapToObj(number -> FoldPredictor.ofOneRun(features(columns(number, streams)), ofOneSpace))
        .map(predictor -> FeatureSet.asItIs(predictor, counts.length))
        .toList();
  }

  /**
   * The words of one set as columns of the counts, ascending. A set depends on the seed, its number
   * and the vocabulary only.
   */
  public int[] columns(int number, RandomStreams streams) {
    var random = streams.stream(Purpose.RANDOM_WORDS, number, 0);
    int[] shuffled = eligible.clone();
    for (int i = 0; i < size; i++) {
      int other = i + random.nextInt(shuffled.length - i);
      int kept = shuffled[i];
      shuffled[i] = shuffled[other];
      shuffled[other] = kept;
    }
    int[] columns = Arrays.copyOf(shuffled, size);
    Arrays.sort(columns);
    return columns;
  }

  /** The counts in some columns, stimuli x columns. */
  public double[][] features(int[] columns) {
    return Arrays.stream(counts)
        .map(row -> Arrays.stream(columns).mapToDouble(column -> row[column]).toArray())
        .toArray(double[][]::new);
  }

  /** How many stimuli never meet a word of these columns. */
  public int zeroWords(int[] columns) {
    return (int)
        Arrays.stream(counts)
            .filter(row -> Arrays.stream(columns).allMatch(column -> row[column] == 0))
            .count();
  }
}
