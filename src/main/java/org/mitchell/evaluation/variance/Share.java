package org.mitchell.evaluation.variance;

import java.util.Arrays;

/**
 * A share of the variance that feature spaces explain, as a sum of held-out R2 of sets of them with
 * signs (commonality analysis).
 *
 * @param signs by the set of spaces, space s being bit s. Not copied
 */
public record Share(int[] signs) {
  /** What all spaces explain together. */
  public static Share joint(int spaces) {
    return ofSet(spaces, all(spaces));
  }

  /** What one space explains alone. */
  public static Share alone(int spaces, int space) {
    return ofSet(spaces, 1 << space);
  }

  /** What one space explains and no other does. */
  public static Share unique(int spaces, int space) {
    return common(spaces, 1 << space);
  }

  /**
   * What the spaces of a set S, and no others, explain in common: the sum over the subsets T of S
   * of (-1)^(|T| + 1) R2 of T with all spaces that are not in S.
   */
  public static Share common(int spaces, int set) {
    var signs = new int[1 << spaces];
    int others = all(spaces) & ~set;
    for (int other = 1; other < signs.length; other++) {
      boolean counts = (other & others) == others;
      signs[other] = !counts ? 0 : Integer.bitCount(other & set) % 2 == 0 ? -1 : 1;
    }
    return new Share(signs);
  }

  /** What more than one space explains: the joint R2 less all that is unique. */
  public static Share shared(int spaces) {
    int[] signs = joint(spaces).signs;
    for (int s = 0; s < spaces; s++) {
      int[] own = unique(spaces, s).signs;
      Arrays.setAll(signs, set -> signs[set] - own[set]);
    }
    return new Share(signs);
  }

  /** What one space explains and any other does too: its R2 alone less what is unique to it. */
  public static Share sharedBy(int spaces, int space) {
    int[] signs = alone(spaces, space).signs;
    int[] own = unique(spaces, space).signs;
    Arrays.setAll(signs, set -> signs[set] - own[set]);
    return new Share(signs);
  }

  /** Whether R2 of a set of spaces has a part in it. */
  boolean needs(int set) {
    return signs[set] != 0;
  }

  private static Share ofSet(int spaces, int set) {
    var signs = new int[1 << spaces];
    signs[set] = 1;
    return new Share(signs);
  }

  private static int all(int spaces) {
    return (1 << spaces) - 1;
  }
}
