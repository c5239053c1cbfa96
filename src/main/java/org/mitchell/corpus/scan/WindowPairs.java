package org.mitchell.corpus.scan;

import org.mitchell.corpus.WindowWeight;

/**
 * Pairs at a distance of at most {@code window} tokens either way.
 *
 * <p>Hits are collected, and the pairs of many counted in one go: from each noun, which are few, to
 * the verbs on both sides of it.
 */
final class WindowPairs implements PairRule {
  private static final int LEAST_COLLECTED = 1 << 12;

  private final int window;
  private final boolean ngrams;
  private final FormIndex forms;
  private final Tally tally;

  /** The last hits of the context, in their order. */
  private final int[] hits;

  private final long[] positions;
  private int size;

  /** The first hit among them whose pairs, as a noun, have not been counted. */
  private int uncounted;

  /** The hits of the context that stand less than a window from its start, where they matter. */
  private Hits head = new Hits();

  private boolean headMatters = true;
  private long contextStart;

  WindowPairs(int window, WindowWeight weight, FormIndex forms, Tally tally) {
    this.window = window;
    this.ngrams = weight == WindowWeight.NGRAM;
    this.forms = forms;
    this.tally = tally;
    int capacity = Math.max(LEAST_COLLECTED, 4 * (window + 1));
    this.hits = new int[capacity];
    this.positions = new long[capacity];
  }

  @Override
  public void hit(int form, long position) {
    if (size == hits.length) {
      countBefore(position - window);
      forgetBefore(position - 2L * window);
    }
    hits[size] = form;
    positions[size++] = position;
    if (headMatters && position - contextStart < window) {
      head.add(form, position - contextStart);
    }
  }

  @Override
  public void end(long start, long end) {
    if (ngrams) {
      complete(cut(start, end));
    } else {
      countBefore(end);
      beginContext(end);
      head.clear();
      addReach(end - start);
      headMatters = false; // the beginning is known, and weighs as the rest does
    }
  }

  @Override
  public Stretch cut(long start, long end) {
    countBefore(end);
    var tail = new Hits();
    for (int i = size - 1; i >= 0 && positions[i] >= end - window; i--) {
      tail.add(hits[i], positions[i] - start);
    }
    var stretch = new Stretch(end - start, head, tail);
    head = new Hits();
    beginContext(end);
    return stretch;
  }

  @Override
  public Stretch join(Stretch before, Stretch after) {
    for (int t = 0; t < before.tail().size(); t++) {
      for (int h = 0; h < after.head().size(); h++) {
        long distance = before.tokens() + after.head().number(h) - before.tail().number(t);
        if (distance <= window) {
          add(before.tail().form(t), after.head().form(h), inside(distance));
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
    beginContext(0);
    head.clear();
    headMatters = true;
  }

  private void beginContext(long start) {
    contextStart = start;
    size = 0;
    uncounted = 0;
  }

  /** Counts the pairs of the nouns before a position; their windows end among the hits. */
  private void countBefore(long position) {
    for (; uncounted < size && positions[uncounted] < position; uncounted++) {
      int noun = forms.noun(hits[uncounted]);
      if (noun != FormIndex.NONE) {
        countAround(uncounted, noun);
      }
    }
  }

  private void countAround(int at, int noun) {
    long position = positions[at];
    for (int i = at - 1; i >= 0 && positions[i] >= position - window; i--) {
      add(at, noun, i, position - positions[i]);
    }
    for (int i = at + 1; i < size && positions[i] <= position + window; i++) {
      add(at, noun, i, positions[i] - position);
    }
  }

  private void add(int at, int noun, int other, long distance) {
    int verb = forms.verb(hits[other]);
    if ((noun | verb) >= 0) {
      tally.addPairs(noun, verb, inside(distance));
    } else if (verb != FormIndex.NONE) {
      tally.addPairs(forms, hits[at], hits[other], inside(distance));
    }
  }

  /** Forgets hits that no noun to come meets; they have been counted. */
  private void forgetBefore(long position) {
    int first = 0;
    while (first < uncounted && positions[first] < position) {
      first++;
    }
    System.arraycopy(hits, first, hits, 0, size - first);
    System.arraycopy(positions, first, positions, 0, size - first);
    size -= first;
    uncounted -= first;
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
          add(edge.form(a), edge.form(b), correction);
        }
      }
    }
  }

  /** The ordered pairs of a context of {@code tokens} tokens. */
  private void addReach(long tokens) {
    if (ngrams) {
      tally.addReach(Math.max(0, tokens - window), (window + 1L) * window);
    } else {
      long farthest = Math.min(window, tokens - 1);
      tally.addReach(Math.max(0, farthest), 2 * tokens - farthest - 1);
    }
  }

  private void add(int form, int other, long times) {
    tally.addPairs(forms, form, other, times);
    tally.addPairs(forms, other, form, times);
  }

  /** Adds the hits that stand at {@code from} .. {@code to - 1} once moved by {@code shift}. */
  private static void addBetween(long from, long to, Hits hits, long shift, Hits sum) {
    for (int i = 0; i < hits.size(); i++) {
      long position = hits.number(i) + shift;
      if (position >= from && position < to) {
        sum.add(hits.form(i), position);
      }
    }
  }
}
