package org.mitchell.corpus.scan;

import java.util.Arrays;
import org.mitchell.corpus.WindowWeight;

/**
 * Pairs at a distance of at most {@code window} tokens either way.
 *
 * <p>Tokens are laid out in an array, a place each, with a window of empty places between contexts:
 * so no window reaches from one into the next, and the pairs of many nouns are counted in one go,
 * from each to the places around it.
 */
final class WindowPairs implements PairRule {
  private static final int LEAST_PLACES = 1 << 10;

  private final int window;
  private final boolean ngrams;
  private final int verbStart;
  private final int nounEnd;
  private final KindCounts counts;

  /** The kind of the token at each place; {@link FormKinds#NONE} where none bears a form. */
  private final int[] kinds;

  /** Where position 0 is, or would be. */
  private long origin;

  /** The places of the nouns whose pairs have not been counted, in their order. */
  private final int[] nouns;

  private int nounCount;

  /** The hits of the context that stand less than a window from its start, where they matter. */
  private Hits head = new Hits();

  private boolean headMatters;
  private long contextStart;

  WindowPairs(int window, WindowWeight weight, FormKinds kinds, KindCounts counts) {
    this.window = window;
    this.ngrams = weight == WindowWeight.NGRAM;
    this.verbStart = kinds.verbStart();
    this.nounEnd = kinds.nounEnd();
    this.counts = counts;
    this.kinds = new int[LEAST_PLACES + 4 * window];
    this.nouns = new int[this.kinds.length];
    restart();
  }

  @Override
  public void hit(int kind, long position) {
    if (origin + position >= kinds.length - window) {
      makeRoom(position);
    }
    int place = (int) (origin + position);
    kinds[place] = kind;
    nouns[nounCount] = place;
    nounCount += kind - nounEnd >>> 31; // 1 for a noun: no branch to be mispredicted
    if (headMatters && position - contextStart < window) {
      head.add(kind, position - contextStart);
    }
  }

  @Override
  public void end(long start, long end) {
    if (ngrams) {
      complete(cut(start, end));
    } else {
      origin += window;
      contextStart = end;
      head.clear();
      addReach(end - start);
      headMatters = false; // the beginning is known, and weighs as the rest does
    }
  }

  @Override
  public Stretch cut(long start, long end) {
    var tail = new Hits();
    for (long position = end - 1; position >= Math.max(start, end - window); position--) {
      long place = origin + position;
      if (place < kinds.length && kinds[(int) place] != FormKinds.NONE) {
        tail.add(kinds[(int) place], position - start);
      }
    }
    var stretch = new Stretch(end - start, head, tail);
    countBefore(kinds.length);
    beginAt(end);
    return stretch;
  }

  @Override
  public Stretch join(Stretch before, Stretch after) {
    for (int t = 0; t < before.tail().size(); t++) {
      for (int h = 0; h < after.head().size(); h++) {
        long distance = before.tokens() + after.head().number(h) - before.tail().number(t);
        if (distance <= window) {
          addBoth(before.tail().kind(t), after.head().kind(h), inside(distance));
        }
      }
    }
    long tokens = before.tokens() + after.tokens();
    var head = new Hits();
    addBetween(0, window, before.head(), 0, head);
    addBetween(0, window, after.head(), before.tokens(), head);
    var tail = new Hits();
    addBetween(tokens - window, tokens, before.tail(), 0, tail);
    addBetween(tokens - window, tokens, after.tail(), before.tokens(), tail);
    return new Stretch(tokens, head, tail);
  }

  @Override
  public void complete(Stretch context) {
    addReach(context.tokens());
    if (ngrams) {
      correctEdges(context);
    }
  }

  @Override
  public void restart() {
    nounCount = 0;
    beginAt(0);
    headMatters = true;
  }

  /** A context begins, and nothing is left to count of those before it. */
  private void beginAt(long position) {
    Arrays.fill(kinds, FormKinds.NONE);
    origin = window - position;
    contextStart = position;
    head = new Hits();
  }

  /** Moves to the front what a noun from {@code position} on, or shortly before, may meet. */
  private void makeRoom(long position) {
    long next = origin + position;
    countBefore(next - window);
    long moved = next - 2L * window;
    int kept = (int) Math.max(0, kinds.length - moved);
    System.arraycopy(kinds, kinds.length - kept, kinds, 0, kept);
    Arrays.fill(kinds, kept, kinds.length, FormKinds.NONE);
    for (int i = 0; i < nounCount; i++) {
      nouns[i] -= (int) moved;
    }
    origin -= moved;
  }

  /** Counts the pairs of the nouns before a place; all tokens in their windows are known. */
  private void countBefore(long place) {
    int counted = 0;
    while (counted < nounCount && nouns[counted] < place) {
      countAround(nouns[counted++]);
    }
    nounCount -= counted;
    System.arraycopy(nouns, counted, nouns, 0, nounCount);
  }

  private void countAround(int place) {
    int noun = kinds[place];
    if (ngrams) {
      for (int distance = 1; distance <= window; distance++) {
        add(noun, kinds[place - distance], inside(distance));
        add(noun, kinds[place + distance], inside(distance));
      }
    } else {
      counts.addPairs(noun, kinds, place - window, place);
      counts.addPairs(noun, kinds, place + 1, place + window + 1);
    }
  }

  private void add(int noun, int other, long times) {
    if (other >= verbStart) {
      counts.addPairs(noun, other, times);
    }
  }

  /** How much a pair counts that stands far from both ends of its context. */
  private long inside(long distance) {
    return ngrams ? window + 1 - distance : 1;
  }

  /** How many n-grams of a context of {@code tokens} tokens hold both positions. */
  private long exactly(long first, long second, long tokens) {
    long from = Math.max(0, second - window);
    long to = Math.min(first, tokens - 1 - window);
    return Math.max(0, to - from + 1);
  }

  /** Fewer n-grams reach the ends of a context than its middle. */
  private void correctEdges(Stretch context) {
    var edge = new Hits();
    addBetween(0, window, context.head(), 0, edge);
    addBetween(window, Long.MAX_VALUE, context.tail(), 0, edge);
    for (int a = 0; a < edge.size(); a++) {
      for (int b = a + 1; b < edge.size(); b++) {
        long first = Math.min(edge.number(a), edge.number(b));
        long second = Math.max(edge.number(a), edge.number(b));
        long distance = second - first;
        if (distance <= window) {
          long correction = exactly(first, second, context.tokens()) - inside(distance);
          addBoth(edge.kind(a), edge.kind(b), correction);
        }
      }
    }
  }

  /** The ordered pairs of a context of {@code tokens} tokens. */
  private void addReach(long tokens) {
    if (ngrams) {
      counts.addReach(Math.max(0, tokens - window), (window + 1L) * window);
    } else {
      long farthest = Math.min(window, tokens - 1);
      counts.addReach(Math.max(0, farthest), 2 * tokens - farthest - 1);
    }
  }

  private void addBoth(int kind, int other, long times) {
    if (kind < nounEnd) {
      add(kind, other, times);
    }
    if (other < nounEnd) {
      add(other, kind, times);
    }
  }

  /** Adds the hits that stand at {@code from} .. {@code to - 1} once moved by {@code shift}. */
  private static void addBetween(long from, long to, Hits hits, long shift, Hits sum) {
    for (int i = 0; i < hits.size(); i++) {
      long position = hits.number(i) + shift;
      if (position >= from && position < to) {
        sum.add(hits.kind(i), position);
      }
    }
  }
}
