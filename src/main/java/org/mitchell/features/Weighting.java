package org.mitchell.features;

import java.util.Locale;
import org.mitchell.corpus.Cooccurrences;
import org.mitchell.files.InputException;
import org.mitchell.provenance.TypedCommand;

/**
 * What a noun's count with a verb becomes as a feature.
 *
 * <p>Below, {@code count} is the count of noun n with verb v, and {@code E} what it would be if the
 * two were strewn over the text independently: of the {@code pairs} ordered pairs of tokens that
 * the windows reach, each has n as its first with probability {@code nounTotal / tokens} and v as
 * its second with probability {@code verbTotal / tokens}, so that
 *
 * <pre>{@code E(n, v) = pairs * (nounTotal(n) / tokens) * (verbTotal(v) / tokens)}</pre>
 *
 * <p>Frequencies are those in the whole text, not the sums over the table's rows and columns: which
 * other words were counted changes nothing.
 */
public enum Weighting {
  /** The count. */
  RAW,
  /** Each noun's counts divided by their Euclidean length; all zero where the counts are. */
  UNIT,
  /**
   * Pointwise mutual information, {@code log2(count / E)}; 0 where the count is 0, although the
   * limit there is minus infinity: the convention that keeps tables sparse.
   *
   * <p>Church and Hanks (1990), Word association norms, mutual information, and lexicography,
   * Computational Linguistics 16(1), 22-29.
   */
  PMI,
  /**
   * Positive PMI, {@code max(0, PMI)}: what is rarer than chance counts as not there. Levy,
   * Goldberg and Dagan (2015), Improving distributional similarity with lessons learned from word
   * embeddings, TACL 3, 211-225.
   */
  PPMI,
  /** The natural logarithm of 1 + count. */
  LOG;

  /** The name in options and files: {@code raw}, {@code unit}, {@code pmi}, ... */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The features, nouns x verbs, row-major.
   *
   * @throws InputException if the counts come without the totals that PMI and PPMI need
   */
  double[] weigh(Cooccurrences counts) {
    if (this == PMI || this == PPMI) {
      requireTotals(counts);
    }
    int columns = counts.verbs().size();
    var values = new double[counts.nouns().size() * columns];
    for (int n = 0; n < counts.nouns().size(); n++) {
      double divisor = this == UNIT ? length(counts, n) : 1;
      for (int v = 0; v < columns; v++) {
        double count = counts.count(n, v);
        values[n * columns + v] =
            switch (this) {
              case RAW -> count;
              case UNIT -> divisor == 0 ? 0 : count / divisor;
              case PMI -> pmi(counts, n, v);
              case PPMI -> Math.max(0, pmi(counts, n, v));
              case LOG -> Math.log1p(count);
            };
      }
    }
    return values;
  }

  private static double length(Cooccurrences counts, int noun) {
    double squares = 0;
    for (int v = 0; v < counts.verbs().size(); v++) {
      squares += (double) counts.count(noun, v) * counts.count(noun, v);
    }
    return Math.sqrt(squares);
  }

  private static double pmi(Cooccurrences counts, int noun, int verb) {
    long count = counts.count(noun, verb);
    if (count == 0) {
      return 0;
    }
    double tokens = counts.totals().tokens();
    double expected =
        counts.totals().pairs()
            * (counts.nounTotal(noun) / tokens)
            * (counts.verbTotal(verb) / tokens);
    return Math.log(count / expected) / Math.log(2);
  }

  private void requireTotals(Cooccurrences counts) {
    var totals = counts.totals();
    if (totals.tokens() == 0 || totals.pairs() == 0) {
      throw missing("the number of tokens and pairs in the text");
    }
    if (totals.pairs() == Long.MAX_VALUE) {
      throw new InputException(
          "weighting %s: the text has more pairs than can be counted. Count with a smaller window"
              .formatted(label()));
    }
    for (int n = 0; n < counts.nouns().size(); n++) {
      for (int v = 0; v < counts.verbs().size(); v++) {
        if (counts.count(n, v) > 0) {
          requireTotal(counts.nounTotal(n), counts.nouns().get(n));
          requireTotal(counts.verbTotal(v), counts.verbs().get(v));
        }
      }
    }
  }

  private void requireTotal(long total, String word) {
    if (total == 0) {
      throw missing("the number of tokens that are '" + word + "'");
    }
  }

  private InputException missing(String what) {
    return new InputException(
        "weighting %s needs %s, and got none: it comes with counts by '%s', in the JSON beside the table (counts.json of counts.tsv). Make the counts again, or take raw, unit or log"
            .formatted(label(), what, TypedCommand.mitchell("corpus", "count")));
  }
}
