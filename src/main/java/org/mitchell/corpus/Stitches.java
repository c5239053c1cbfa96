package org.mitchell.corpus;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts what spans the cuts of one text: takes the pieces in any order and joins them in theirs.
 * Safe to call from several threads.
 */
final class Stitches {
  private final Vocabulary vocabulary;
  private final PairCounts counts;
  private final PairRule pairs;
  private final Map<Long, Segment> waiting = new HashMap<>();
  private long next;
  private long last = Long.MAX_VALUE;
  private boolean withinDocument;
  private long continued;

  Stitches(Counting counting) {
    vocabulary = counting.vocabulary();
    counts = new PairCounts(vocabulary);
    pairs = PairRule.of(counting.window(), counts);
  }

  /** Hands in piece {@code number}, from 0; true when that makes the text complete. */
  synchronized boolean add(long number, boolean isLast, Segment segment) {
    waiting.put(number, segment);
    last = isLast ? number : last;
    for (var ready = waiting.remove(next); ready != null; ready = waiting.remove(next)) {
      join(ready);
      next++;
    }
    return next > last;
  }

  /** What the pieces' own counts lack; less the documents that several pieces counted. */
  synchronized Cooccurrences correction() {
    var totals = new CorpusTotals(-continued, 0, 0);
    return new Cooccurrences(
        vocabulary.nounNames(), vocabulary.verbNames(), counts.toArray(), totals);
  }

  private void join(Segment segment) {
    if (withinDocument && segment.startsWithin()) {
      continued++;
    }
    withinDocument = segment.endsWithin() || !segment.closed() && withinDocument;
    pairs.join(segment);
  }
}
