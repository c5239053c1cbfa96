package org.mitchell.norms.regression;

import java.util.List;

/**
 * The {@link CentredProducts} of all groups of words but one. Those of each group are summed once,
 * when the first is asked for, and let go with the last.
 */
final class GroupProducts {
  private final double[][] rows;
  private final double[] values;
  private final List<int[]> groups;
  private CentredProducts[] ofGroups;
  private int asked;

  /**
   * @param rows vectors, words x features; not changed
   * @param values one a word
   * @param groups the words of each group
   */
  GroupProducts(double[][] rows, double[] values, List<int[]> groups) {
    this.rows = rows;
    this.values = values;
    this.groups = groups;
  }

  /**
   * The sums over all groups but one, in the order of the groups. Each is asked for once.
   *
   * @param words of these groups
   */
  CentredProducts without(int group, int[] words) {
    return areFew() ? added(group) : CentredProducts.of(rows, values, words);
  }

  /** Whether the sums of all groups take no more memory than the vectors themselves. */
  private boolean areFew() {
    return groups.size() * (long) rows[0].length <= rows.length;
  }

  private synchronized CentredProducts added(int group) {
    if (ofGroups == null) {
      ofGroups =
          groups.stream()
              .map(words -> CentredProducts.of(rows, values, words))
              .toArray(CentredProducts[]::new);
    }
    CentredProducts sum = null;
    for (int other = 0; other < ofGroups.length; other++) {
      if (other != group) {
        sum = sum == null ? ofGroups[other] : sum.with(ofGroups[other]);
      }
    }
    asked++;
    if (asked == ofGroups.length) {
      ofGroups = null;
    }
    return sum;
  }
}
