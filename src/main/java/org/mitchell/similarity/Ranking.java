package org.mitchell.similarity;

import java.util.Arrays;

/** Ranks of numbers, and how far two orders agree. */
final class Ranking {
  /**
   * Numbers that differ by less, in units of the largest, are equal: two pairs of words whose
   * features are as unlike come out of sums that round differently.
   */
  private static final double SAME = 1e-12;

  private Ranking() {}

  /** From 1 up; equal numbers share the mean of their ranks. */
  static double[] ranks(double[] given) {
    double largest = Arrays.stream(given).map(Math::abs).max().orElse(0);
    double unit = largest > 0 ? largest * SAME : 1;
    double[] values = Arrays.stream(given).map(value -> Math.rint(value / unit)).toArray();
    int[] order = order(values);
    var ranks = new double[values.length];
    int from = 0;
    while (from < order.length) {
      int to = from + 1;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + to + 1) / 2.0;
      }
      from = to;
    }
    return ranks;
  }

  /**
   * Kendall's tau-a. With the items in the order of one, ties in the order of the other, every
   * exchange that sorts the other is a pair in the opposite order (Knight 1966, Journal of the
   * American Statistical Association 61:436-439).
   */
  static double tauA(double[] one, double[] other) {
    double[] x = ranks(one);
    double[] y = ranks(other);
    long pairs = pairs(one.length);
    long tiesOfX = ties(x);
    long tiesOfY = ties(y);
    // Ranks are halves up to 2 ** 31: both fit a double exactly, the second as the low digits.
    double base = 2.0 * one.length + 2;
    var both = new double[one.length];
    for (int i = 0; i < both.length; i++) {
      both[i] = x[i] * base + y[i];
    }
    long tiesOfBoth = ties(both);
    int[] order = order(both);
    var inOrder = new double[order.length];
    for (int i = 0; i < inOrder.length; i++) {
      inOrder[i] = y[order[i]];
    }
    long opposite = exchanges(inOrder, new double[inOrder.length], 0, inOrder.length);
    return (pairs - tiesOfX - tiesOfY + tiesOfBoth - 2.0 * opposite) / pairs;
  }

  private static long pairs(long items) {
    return items * (items - 1) / 2;
  }

  private static long ties(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    long ties = 0;
    int from = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] != sorted[from]) {
        ties += pairs(i - from);
        from = i;
      }
    }
    return ties;
  }

  /** Sorts a part, and tells how many pairs of it stood the wrong way round. */
  private static long exchanges(double[] values, double[] spare, int from, int to) {
    if (to - from < 2) {
      return 0;
    }
    int middle = (from + to) >>> 1;
    long count = exchanges(values, spare, from, middle) + exchanges(values, spare, middle, to);
    int left = from;
    int right = middle;
    for (int at = from; at < to; at++) {
      if (right < to && (left == middle || values[right] < values[left])) {
        count += middle - left;
        spare[at] = values[right++];
      } else {
        spare[at] = values[left++];
      }
    }
    System.arraycopy(spare, from, values, from, to - from);
    return count;
  }

  /** The places of the numbers, lowest first; equal ones in the order they have. */
  private static int[] order(double[] values) {
    // Sorting numbers that carry their place is several times as fast as sorting places.
    var keys = new long[values.length];
    // 0.0 added makes one zero of the two.
    double[] sorted = Arrays.stream(values).map(value -> value + 0.0).sorted().toArray();
    int distinct = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[distinct - 1]) {
        sorted[distinct++] = sorted[i];
      }
    }
    for (int i = 0; i < keys.length; i++) {
      long rank = Arrays.binarySearch(sorted, 0, distinct, values[i] + 0.0);
      keys[i] = rank << 32 | i;
    }
    Arrays.sort(keys);
    var order = new int[keys.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = (int) keys[i];
    }
    return order;
  }
}
