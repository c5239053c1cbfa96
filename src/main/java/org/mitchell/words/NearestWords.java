package org.mitchell.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The nearest spellings of a word that is not known. */
public final class NearestWords {
  private NearestWords() {}

  /**
   * The candidates at the smallest Damerau-Levenshtein distance (a letter put in, left out,
   * replaced, or two neighbours swapped; no letter edited twice), the nearest first, ties in the
   * order given. Only candidates with at most half of the letters wrong, and at most three, count
   * as near.
   *
   * @param most how many to give at most
   */
  public static List<String> of(String word, Collection<String> candidates, int most) {
    int limit = Math.min(3, Math.max(1, word.length() / 2));
    var byDistance = new ArrayList<List<String>>();
    for (int d = 0; d <= limit; d++) {
      byDistance.add(new ArrayList<>());
    }
    for (String candidate : candidates) {
      if (Math.abs(candidate.length() - word.length()) <= limit) {
        int distance = distance(word, candidate);
        if (distance <= limit) {
          byDistance.get(distance).add(candidate);
        }
      }
    }
    return byDistance.stream().flatMap(List::stream).limit(most).toList();
  }

  /**
   * As {@link #of}, those alone that nothing is nearer than: of a few names that are made not to be
   * mistaken for each other, a farther one is not what was meant.
   */
  public static List<String> nearest(String word, Collection<String> candidates, int most) {
    List<String> near = of(word, candidates, most);
    return near.stream()
        .takeWhile(other -> distance(word, other) == distance(word, near.get(0)))
        .toList();
  }

  /** The optimal string alignment distance. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      d[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      d[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
