package org.mitchell.corpus;

import java.util.List;

/** How often each noun met each verb in a text: nouns x verbs whole numbers. Immutable. */
public final class Cooccurrences {
  private final List<String> nouns;
  private final List<String> verbs;
  private final long[] counts;
  private final CorpusTotals totals;

  /**
   * @param counts nouns x verbs, row-major; copied
   * @throws IllegalArgumentException if there are not as many counts as pairs
   */
  public Cooccurrences(List<String> nouns, List<String> verbs, long[] counts, CorpusTotals totals) {
    if (counts.length != nouns.size() * verbs.size()) {
      throw new IllegalArgumentException(
          counts.length
              + " counts where "
              + nouns.size()
              + " nouns x "
              + verbs.size()
              + " verbs are expected");
    }
    this.nouns = List.copyOf(nouns);
    this.verbs = List.copyOf(verbs);
    this.counts = counts.clone();
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

  /**
   * The counts of two texts together.
   *
   * @throws IllegalArgumentException if the other text was counted for other nouns or verbs
   */
  public Cooccurrences plus(Cooccurrences other) {
    if (!nouns.equals(other.nouns) || !verbs.equals(other.verbs)) {
      throw new IllegalArgumentException("counts of different nouns or verbs cannot be added");
    }
    long[] sum = counts.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other.counts[i];
    }
    return new Cooccurrences(nouns, verbs, sum, totals.plus(other.totals));
  }
}
