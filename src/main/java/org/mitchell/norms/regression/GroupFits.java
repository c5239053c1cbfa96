package org.mitchell.norms.regression;

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

  /**
   * The words of all other groups, ascending.
   *
   * @param groups each ascending, none with a word of another
   */
  static int[] others(List<int[]> groups, int group) {
    int count = 0;
    int behind = 0;
    for (int[] words : groups) {
      count += words.length;
      behind = words.length == 0 ? behind : Math.max(behind, words[words.length - 1] + 1);
    }
    var isOther = new boolean[behind];
    for (int other = 0; other < groups.size(); other++) {
      for (int word : groups.get(other)) {
        isOther[word] = other != group;
      }
    }
    var others = new int[count - groups.get(group).length];
    int next = 0;
    for (int word = 0; word < behind; word++) {
      if (isOther[word]) {
        others[next++] = word;
      }
    }
    return others;
  }
}
