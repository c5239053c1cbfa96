package org.mitchell.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts of nouns and verbs as they come in, a pair at a time and in any order, until every pair is
 * there.
 *
 * <p>Holds eight bytes a pair and nothing else that grows with the pairs: tables of millions of
 * pairs are usual.
 */
final class CountsGrid {
  private static final long MISSING = -1;

  /** So many pairs may be held open without asking how many of them have come. */
  private static final long MOST_OPEN = 16_000_000;

  private final Map<String, Integer> nouns = new LinkedHashMap<>();
  private final Map<String, Integer> verbs = new LinkedHashMap<>();

  /** A noun's counts by verb, as far as its last verb so far or further. */
  private final List<long[]> rows = new ArrayList<>();

  private long pairs;
  private long held;

  /** Takes the count of a pair; false, and nothing taken, where the pair was there already. */
  boolean add(String noun, String verb, long count) {
    int n = number(noun, nouns);
    int v = number(verb, verbs);
    if (n == rows.size()) {
      rows.add(new long[0]);
    }
    long[] row = reaching(n, v);
    if (row[v] != MISSING) {
      return false;
    }
    row[v] = count;
    pairs++;
    return true;
  }

  /** How many pairs came. */
  long pairs() {
    return pairs;
  }

  /**
   * Whether so few of so many pairs have come that they cannot be held as a grid: a table without
   * its zeros, most likely.
   */
  boolean isTooScattered() {
    return held > MOST_OPEN && held > 8 * pairs;
  }

  /** Nouns in the order of their first mention. */
  List<String> nouns() {
    return List.copyOf(nouns.keySet());
  }

  /** Verbs in the order of their first mention. */
  List<String> verbs() {
    return List.copyOf(verbs.keySet());
  }

  /** A noun and a verb. */
  record Pair(String noun, String verb) {}

  /** The first pair, noun by noun, that did not come. */
  Optional<Pair> missing() {
    for (int n = 0; n < rows.size(); n++) {
      long[] row = rows.get(n);
      for (int v = 0; v < verbs.size(); v++) {
        if (v >= row.length || row[v] == MISSING) {
          return Optional.of(new Pair(nouns().get(n), verbs().get(v)));
        }
      }
    }
    return Optional.empty();
  }

  /** Nouns x verbs, row-major; to be called when no pair is missing. */
  long[] counts() {
    int columns = verbs.size();
    var counts = new long[Math.multiplyExact(rows.size(), columns)];
    for (int n = 0; n < rows.size(); n++) {
      System.arraycopy(rows.get(n), 0, counts, n * columns, columns);
    }
    return counts;
  }

  private static int number(String name, Map<String, Integer> numbers) {
    Integer known = numbers.get(name);
    if (known == null) {
      known = numbers.size();
      numbers.put(name, known);
    }
    return known;
  }

  /** The row of a noun, made long enough for a verb. */
  private long[] reaching(int noun, int verb) {
    long[] row = rows.get(noun);
    if (verb >= row.length) {
      // Twice as long as it was serves the first noun, which brings a new verb every time.
      int length = Math.max(verbs.size(), 2 * row.length);
      long[] longer = Arrays.copyOf(row, length);
      Arrays.fill(longer, row.length, length, MISSING);
      held += length - row.length;
      rows.set(noun, longer);
      return longer;
    }
    return row;
  }
}
