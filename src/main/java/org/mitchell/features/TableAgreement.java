package org.mitchell.features;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Progress;

/**
 * How far two feature tables agree on the words that both have: word by word in the columns that
 * are the same features, and in which words they hold for alike, whatever the columns.
 *
 * @param matching how the columns of the one were found in the other
 * @param features how many columns were compared; 0 where they cannot be matched
 * @param featuresOfA how many columns the first table has
 * @param featuresOfB how many columns the second table has
 * @param words the shared words in the order of the first table
 * @param perWord the shared words one by one; empty where columns cannot be matched
 * @param similarity of the two tables' structures: Spearman's correlation of the cosines between
 *     words in the one table with those in the other, each pair of words once (representational
 *     similarity analysis: Kriegeskorte, Mur and Bandettini 2008, Frontiers in Systems Neuroscience
 *     2:4), over all columns of each table; words that are all zero in either table are left out;
 *     NaN where fewer than three are left, or all cosines are the same
 * @param pairs how many pairs of words {@code similarity} rests on
 * @param allPairs how many there are; above {@link #MOST_PAIRS} those compared are drawn at random
 * @param zeroWords shared words that are all zero in either table
 * @param onlyInA words of the first table alone
 * @param onlyInB words of the second table alone
 */
public record TableAgreement(
    ColumnMatching matching,
    int features,
    int featuresOfA,
    int featuresOfB,
    List<String> words,
    List<Word> perWord,
    double similarity,
    long pairs,
    long allPairs,
    List<String> zeroWords,
    List<String> onlyInA,
    List<String> onlyInB) {

  /** Of more pairs so many are drawn: the standard error of the correlation is then below .0005. */
  static final int MOST_PAIRS = 5_000_000;

  public TableAgreement {
    words = List.copyOf(words);
    perWord = List.copyOf(perWord);
    zeroWords = List.copyOf(zeroWords);
    onlyInA = List.copyOf(onlyInA);
    onlyInB = List.copyOf(onlyInB);
  }

  /** How the columns of two tables belong together. */
  public enum ColumnMatching {
    /** The columns whose names are in both, wherever they stand. */
    NAME,
    /** As many columns without a shared name: the first with the first, and so on. */
    ORDER,
    /** Other numbers of columns and no shared name: only similarities between words. */
    NONE
  }

  /**
   * One word's vectors in the two tables.
   *
   * @param cosine of the two vectors; NaN where one is all zero
   * @param rank Spearman's correlation over the features, equal values sharing their mean rank; NaN
   *     where a vector has the same value everywhere
   */
  public record Word(String word, double cosine, double rank) {}

  /** Compares two tables, which many words take long for, and nobody is told how it goes. */
  public static TableAgreement of(FeatureSpace a, FeatureSpace b) {
    return of(a, b, Progress.NONE);
  }

  /**
   * Compares two tables.
   *
   * @throws InputException if they share no word
   */
  public static TableAgreement of(FeatureSpace a, FeatureSpace b, Progress progress) {
    FeatureSpace ofB = b.forWords(a.words());
    List<String> shared = ofB.words();
    if (shared.isEmpty()) {
      throw new InputException(
          "%s and %s share no word (of %,d and %,d). Check that the first column of both holds words"
              .formatted(a.name(), b.name(), a.words().size(), b.words().size()));
    }
    List<String> sharedInB =
        shared.stream().map(word -> ofB.spellings().getOrDefault(word, word)).toList();
    return new TableComparison(a.forWords(shared), ofB, progress)
        .agreement(without(a.words(), shared), without(b.words(), sharedInB));
  }

  /** Mean, median, lowest and highest; NaN each where there is nothing to summarise. */
  public record Summary(double mean, double median, double lowest, double highest) {
    private static Summary of(DoubleStream values) {
      double[] sorted = values.filter(value -> !Double.isNaN(value)).sorted().toArray();
      int n = sorted.length;
      if (n == 0) {
        return new Summary(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
      }
      return new Summary(
          Arrays.stream(sorted).sum() / n,
          (sorted[(n - 1) / 2] + sorted[n / 2]) / 2,
          sorted[0],
          sorted[n - 1]);
    }
  }

  /** Of the cosines that are defined. */
  public Summary cosines() {
    return summary(Word::cosine);
  }

  /** Of the rank correlations that are defined. */
  public Summary ranks() {
    return summary(Word::rank);
  }

  private Summary summary(ToDoubleFunction<Word> figure) {
    return Summary.of(perWord.stream().mapToDouble(figure));
  }

  private static List<String> without(List<String> words, List<String> shared) {
    var known = new HashSet<>(shared);
    return words.stream().filter(word -> !known.contains(word)).toList();
  }
}
