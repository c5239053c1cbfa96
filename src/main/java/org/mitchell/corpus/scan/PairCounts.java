package org.mitchell.corpus.scan;

import java.util.HashMap;
import java.util.Map;

/**
 * How often tokens of each noun's kind met tokens of each verb's kind.
 *
 * <p>A large table does not fit in a processor's cache, and most of the time goes into waiting for
 * memory. So a count takes four bytes, and the few that need more are kept aside; and single
 * meetings are collected and added many at a time, by a loop so short that the processor fetches
 * many counts at once.
 */
final class PairCounts {
  private static final int MOST_WAITING = 1 << 9;

  private final int verbStart;
  private final int columns;
  private final int large;

  /** Nouns x verbs, row-major, without what is kept aside. */
  private final int[] small;

  /** No number of {@link #small} is farther from 0. */
  private long farthest;

  /** By cell: what has become too large. */
  private final Map<Integer, Long> aside = new HashMap<>();

  /** Cells that are to grow by one. */
  private final int[] waitingCells = new int[MOST_WAITING];

  private int waiting;

  PairCounts(FormKinds kinds) {
    this(kinds, 1 << 30);
  }

  /**
   * @param large from which number on a count is kept aside; at most 2^30, and more than are
   *     collected
   */
  PairCounts(FormKinds kinds, int large) {
    this.verbStart = kinds.verbStart();
    this.columns = kinds.end() - verbStart;
    this.large = large;
    this.small = new int[Math.multiplyExact(kinds.nounEnd() - 1, columns)];
  }

  /** A meeting of a noun with every verb among the kinds {@code from} .. {@code to - 1}. */
  void addEach(int noun, int[] kinds, int from, int to) {
    for (int start = from; start < to; start += MOST_WAITING) {
      collect(noun, kinds, start, Math.min(to, start + MOST_WAITING));
    }
  }

  private void collect(int noun, int[] kinds, int from, int to) {
    if (waiting > MOST_WAITING - (to - from)) {
      addWaiting();
    }
    int row = cell(noun, 0);
    int[] cells = waitingCells;
    int size = waiting;
    for (int i = from; i < to; i++) {
      cells[size] = row + kinds[i];
      size += verbStart - 1 - kinds[i] >>> 31; // 1 for a verb: no branch to be mispredicted
    }
    waiting = size;
  }

  /** {@code more} meetings of a noun and a verb; below zero, so many fewer. */
  void add(int noun, int verb, long more) {
    int cell = cell(noun, verb);
    long sum = small[cell] + more;
    if (Math.abs(sum) < large) {
      small[cell] = (int) sum;
      farthest = Math.max(farthest, Math.abs(sum));
    } else {
      keepAside(cell, sum);
    }
  }

  /** How often a noun has met a verb. */
  long get(int noun, int verb) {
    if (waiting > 0) {
      addWaiting();
    }
    int cell = cell(noun, verb);
    return aside.isEmpty() ? small[cell] : small[cell] + aside.getOrDefault(cell, 0L);
  }

  private int cell(int noun, int verb) {
    return (noun - 1) * columns + verb - verbStart;
  }

  private void addWaiting() {
    if (farthest + waiting >= 2L * large) {
      keepLargeAside();
    }
    farthest += waiting;
    int[] counts = small;
    int[] cells = waitingCells;
    for (int i = 0; i < waiting; i++) {
      counts[cells[i]]++;
    }
    waiting = 0;
  }

  private void keepLargeAside() {
    farthest = 0;
    for (int cell = 0; cell < small.length; cell++) {
      if (Math.abs(small[cell]) >= large) {
        keepAside(cell, small[cell]);
      }
      farthest = Math.max(farthest, Math.abs(small[cell]));
    }
  }

  private void keepAside(int cell, long count) {
    aside.merge(cell, count, Long::sum);
    small[cell] = 0;
  }
}
