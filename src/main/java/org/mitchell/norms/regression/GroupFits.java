package org.mitchell.norms.regression;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;

/** Fits on words in groups, each on all groups but one. Any thread may ask for any of them. */
@FunctionalInterface
public interface GroupFits {
  /**
   * The fit on the words of all other groups. Each is asked for once.
   *
   * @param chance for whatever is drawn
   */
  FittedRegression without(int group, RandomGenerator chance);

  /** The words of all other groups, ascending. */
  static int[] others(List<int[]> groups, int group) {
    var others =
        new int[groups.stream().mapToInt(words -> words.length).sum() - groups.get(group).length];
    int next = 0;
    for (int other = 0; other < groups.size(); other++) {
      if (other != group) {
        int[] words = groups.get(other);
        System.arraycopy(words, 0, others, next, words.length);
        next += words.length;
      }
    }
    Arrays.sort(others);
    return others;
  }
}
