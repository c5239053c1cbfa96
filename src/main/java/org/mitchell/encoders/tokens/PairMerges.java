package org.mitchell.encoders.tokens;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Byte-pair encoding (Sennrich, Haddow and Birch 2016): of neighbours, the pair that was learned
 * first is joined, the leftmost before others, until no pair is left that was learned.
 */
final class PairMerges {
  private final Map<Long, Merge> merges = new HashMap<>();

  private record Merge(int rank, int id) {}

  private record Candidate(int rank, int place, int left, int right, int id) {}

  /** A pair, in the order in which they were learned. */
  void add(int left, int right, int joined) {
    merges.putIfAbsent(key(left, right), new Merge(merges.size(), joined));
  }

  private static long key(int left, int right) {
    return (long) left << Integer.SIZE | right;
  }

  /**
   * Joins pieces.
   *
   * @param ids of the pieces; in the end those of the joined ones, each at the place of its first,
   *     and -1 elsewhere
   */
  void join(int[] ids) {
    var next = new int[ids.length];
    var before = new int[ids.length];
    var queue =
        new PriorityQueue<Candidate>(
            Comparator.comparingInt(Candidate::rank).thenComparingInt(Candidate::place));
    for (int i = 0; i < ids.length; i++) {
      next[i] = i + 1;
      before[i] = i - 1;
      offer(queue, ids, i, i + 1);
    }
    while (!queue.isEmpty()) {
      Candidate best = queue.remove();
      int left = best.place;
      int right = next[left];
      boolean stands = ids[left] == best.left && right < ids.length && ids[right] == best.right;
      if (stands) {
        ids[left] = best.id;
        ids[right] = -1;
        next[left] = next[right];
        if (next[left] < ids.length) {
          before[next[left]] = left;
        }
        offer(queue, ids, left, next[left]);
        if (before[left] >= 0) {
          offer(queue, ids, before[left], left);
        }
      }
    }
  }

  private void offer(PriorityQueue<Candidate> queue, int[] ids, int left, int right) {
    Merge merge = right < ids.length ? merges.get(key(ids[left], ids[right])) : null;
    if (merge != null) {
      queue.add(new Candidate(merge.rank, left, ids[left], ids[right], merge.id));
    }
  }
}
