package org.mitchell.corpus;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often each noun met each verb in a text, nouns x verbs whole numbers, and how often each came
 * at all. Immutable.
 */
public final class Cooccurrences {
  private final List<String> nouns;
  private final List<String> verbs;
  private final long[] counts;
  private final long[] nounTotals;
  private final long[] verbTotals;
  private final CorpusTotals totals;

  /**
   * @param counts nouns x verbs, row-major; copied
   * @param nounTotals how many tokens bear a form of each noun; copied
   * @param verbTotals how many tokens bear a form of each verb; copied
   * @throws IllegalArgumentException if there are not as many counts as pairs, or totals as words
   */
  public Cooccurrences(
      List<String> nouns,
      List<String> verbs,
      long[] counts,
      long[] nounTotals,
      long[] verbTotals,
      CorpusTotals totals) {
    if (counts.length != nouns.size() * verbs.size()
        || nounTotals.length != nouns.size()
        || verbTotals.length != verbs.size()) {
      throw new IllegalArgumentException(
          "%d counts, %d and %d totals where %d nouns x %d verbs are expected"
              .formatted(
                  counts.length, nounTotals.length, verbTotals.length, nouns.size(), verbs.size()));
    }
    this.nouns = List.copyOf(nouns);
    this.verbs = List.copyOf(verbs);
    this.counts = counts.clone();
    this.nounTotals = nounTotals.clone();
    this.verbTotals = verbTotals.clone();
    this.totals = totals;
  }

  /** Row names. */
  public List<String> nouns() {
    return nouns;
  }

  /** Column names. */
  public List<String> verbs() {
    return verbs;
  }

  /** How much text the counts come from. */
  public CorpusTotals totals() {
    return totals;
  }

  /** How many tokens bear a form of row {@code noun}, from 0. */
  public long nounTotal(int noun) {
    return nounTotals[noun];
  }

  /** How many tokens bear a form of column {@code verb}, from 0. */
  public long verbTotal(int verb) {
    return verbTotals[verb];
  }

  /** {@link #nounTotal} of every noun by name, in row order. */
  public Map<String, Long> nounTotals() {
    return byName(nouns, nounTotals);
  }

  /** {@link #verbTotal} of every verb by name, in column order. */
  public Map<String, Long> verbTotals() {
    return byName(verbs, verbTotals);
  }

  /** The count of row {@code noun} and column {@code verb}, both from 0. */
  public long count(int noun, int verb) {
    return counts[noun * verbs.size() + verb];
  }

  /**
   * The count of a noun and a verb by name.
   *
   * @throws IllegalArgumentException if either was not counted
   */
  public long count(String noun, String verb) {
    int row = nouns.indexOf(noun);
    int column = verbs.indexOf(verb);
    if (row < 0 || column < 0) {
      throw new IllegalArgumentException("'" + noun + "' with '" + verb + "' was not counted");
    }
    return count(row, column);
  }

  private static Map<String, Long> byName(List<String> names, long[] totals) {
    var map = new LinkedHashMap<String, Long>();
    for (int i = 0; i < totals.length; i++) {
      map.put(names.get(i), totals[i]);
    }
    return Collections.unmodifiableMap(map);
  }
}
