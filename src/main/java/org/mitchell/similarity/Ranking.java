package org.mitchell.similarity;

import java.util.Arrays;

/** Ranks of numbers, and how far two orders agree. */
final class Ranking {
  /**
   * Numbers that differ by less, in units of the largest, are equal: two pairs of words whose
   * features are as unlike come out of sums that round differently.
   */
  private static final double SAME = 1e-12;

  /** Bits of a number that carries its place: its sign is another. */
  private static final int BITS = 62;

  /** As many for each number are quicker than sorting by comparison. */
  private static final long MOST_EXCHANGES = 8;

  private Ranking() {}

  /** Whether all numbers are equal. */
  static boolean allTied(double[] values) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    double largest = Math.max(Math.abs(least), Math.abs(most));
    return values.length == 0 || most - least <= SAME * largest;
  }

  /** {@link #ranks} less their mean, which is known. */
  static double[] centredRanks(double[] values) {
    double[] ranks = ranks(values);
    double mean = (values.length + 1) / 2.0;
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] -= mean;
    }
    return ranks;
  }

  /** From 1 up; equal numbers share the mean of their ranks. */
  static double[] ranks(double[] values) {
    // Sorting whole numbers that carry their place is several times as fast as sorting places.
    int placeBits = 64 - Long.numberOfLeadingZeros(values.length);
    double unit = unit(values, placeBits);
    var keys = new long[values.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (long) Math.rint(values[i] / unit) << placeBits | i;
    }
    long[] sorted = sorted(keys);
    long places = (1L << placeBits) - 1;
    var ranks = new double[values.length];
    int from = 0;
    while (from < sorted.length) {
      int to = from + 1;
      while (to < sorted.length && sorted[to] >> placeBits == sorted[from] >> placeBits) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[(int) (sorted[i] & places)] = (from + to + 1) / 2.0;
      }
      from = to;
    }
    return ranks;
  }

  /**
   * The numbers in ascending order. They are dealt out by their place between the least and the
   * most, two shares a number, which leaves little to exchange where they are spread as distances
   * are: several times as fast as sorting by comparison, which is what the rest comes to.
   */
  private static long[] sorted(long[] numbers) {
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    for (long number : numbers) {
      least = Math.min(least, number);
      most = Math.max(most, number);
    }
    int shareBits = 65 - Long.numberOfLeadingZeros(numbers.length);
    int shift = Math.max(0, 64 - Long.numberOfLeadingZeros(most - least) - shareBits);
    var ends = new int[(1 << shareBits) + 1];
    for (long number : numbers) {
      ends[(int) ((number - least) >>> shift) + 1]++;
    }
    for (int share = 1; share < ends.length; share++) {
      ends[share] += ends[share - 1];
    }
    var dealt = new long[numbers.length];
    for (long number : numbers) {
      dealt[ends[(int) ((number - least) >>> shift)]++] = number;
    }
    return finished(dealt);
  }

  /** By exchanging neighbours, unless that takes many exchanges. */
  private static long[] finished(long[] numbers) {
    long left = MOST_EXCHANGES * numbers.length;
    for (int i = 1; i < numbers.length && left >= 0; i++) {
      long number = numbers[i];
      int at = i;
      while (at > 0 && numbers[at - 1] > number) {
        numbers[at] = numbers[at - 1];
        at--;
      }
      numbers[at] = number;
      left -= i - at;
    }
    if (left < 0) {
      Arrays.sort(numbers);
    }
    return numbers;
  }

  private static double unit(double[] values, int placeBits) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    double same = Math.max(SAME, Math.scalb(1.0, placeBits - BITS));
    return largest > 0 ? largest * same : 1;
  }

  /**
   * Kendall's tau-a. With the items in the order of one, ties in the order of the other, every
   * exchange that sorts the other is a pair in the opposite order (Knight 1966, Journal of the
   * American Statistical Association 61:436-439).
   */
  static double tauA(double[] one, double[] other) {
    int items = one.length;
    double[] x = ranks(one);
    double[] y = ranks(other);
    // Twice a rank is a whole number up to twice the items.
    long base = 2L * items + 1;
    var both = new long[items];
    for (int i = 0; i < items; i++) {
      both[i] = (long) (2 * x[i]) * base + (long) (2 * y[i]);
    }
    Arrays.sort(both);
    long[] inOrder = Arrays.stream(both).map(key -> key % base).toArray();
    long tiesOfX = ties(Arrays.stream(both).map(key -> key / base).toArray());
    long tiesOfY = ties(Arrays.stream(inOrder).sorted().toArray());
    long opposite = exchanges(inOrder, new long[items], 0, items);
    double pairs = pairs(items);
    return (pairs - tiesOfX - tiesOfY + ties(both) - 2.0 * opposite) / pairs;
  }

  private static long pairs(long items) {
    return items * (items - 1) / 2;
  }

  private static long ties(long[] sorted) {
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
  private static long exchanges(long[] values, long[] spare, int from, int to) {
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
}
