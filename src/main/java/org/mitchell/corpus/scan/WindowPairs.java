package org.mitchell.corpus.scan;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.mitchell.corpus.WindowWeight;

/** Pairs at a distance of at most {@code window} tokens either way. */
final class WindowPairs implements PairRule {
  private final int window;
  private final boolean ngrams;
  private final FormIndex forms;
  private final Tally tally;
  private final Recent nouns;
  private final Recent verbs;

  /** The hits of the current context that stand less than a window from its start. */
  private Hits head = new Hits();

  private long contextStart;

  WindowPairs(int window, WindowWeight weight, FormIndex forms, Tally tally) {
    this.window = window;
    this.ngrams = weight == WindowWeight.NGRAM;
    this.forms = forms;
    this.tally = tally;
    this.nouns = new Recent(window);
    this.verbs = new Recent(window);
  }

  @Override
  public void hit(int form, long position) {
    long from = Math.max(position - window, contextStart);
    int noun = forms.noun(form);
    int verb = forms.verb(form);
    if (verb != FormIndex.NONE) {
      for (int i = nouns.last(); nouns.positions[i] >= from; i = nouns.before(i)) {
        long times = inside(position - nouns.positions[i]);
        if ((verb | nouns.groups[i]) >= 0) {
          tally.addPairs(nouns.groups[i], verb, times);
        } else {
          tally.addPairs(forms, nouns.forms[i], form, times);
        }
      }
    }
    if (noun != FormIndex.NONE) {
      for (int i = verbs.last(); verbs.positions[i] >= from; i = verbs.before(i)) {
        long times = inside(position - verbs.positions[i]);
        if ((noun | verbs.groups[i]) >= 0) {
          tally.addPairs(noun, verbs.groups[i], times);
        } else {
          tally.addPairs(forms, form, verbs.forms[i], times);
        }
      }
      nouns.add(form, noun, position);
    }
    if (verb != FormIndex.NONE) {
      verbs.add(form, verb, position);
    }
    if (position - contextStart < window) {
      head.add(form, position - contextStart);
    }
  }

  @Override
  public void end(long start, long end) {
    if (ngrams) {
      complete(cut(start, end));
    } else {
      addReach(end - start);
      head.clear();
      contextStart = end;
    }
  }

  @Override
  public Stretch cut(long start, long end) {
    var tail = new Hits();
    long from = Math.max(end - window, start);
    nouns.addSince(from, start, tail, form -> true);
    verbs.addSince(
        from, start, tail, form -> forms.noun(form) == FormIndex.NONE); // what is both came once
    var stretch = new Stretch(end - start, head, tail);
    head = new Hits();
    contextStart = end;
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
    nouns.clear();
    verbs.clear();
    head.clear();
    contextStart = 0;
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

  /** The last hits of one kind, as many as a window can hold and one more. */
  private static final class Recent {
    private final int[] forms;

    /** The row or column of each, or {@link FormIndex#SEVERAL}. */
    private final int[] groups;

    private final long[] positions;
    private int next;

    Recent(int window) {
      int capacity = Integer.highestOneBit(window) << 1;
      forms = new int[capacity];
      groups = new int[capacity];
      positions = new long[capacity];
      clear();
    }

    int last() {
      return before(next);
    }

    int before(int i) {
      return i - 1 & forms.length - 1;
    }

    void add(int form, int group, long position) {
      forms[next] = form;
      groups[next] = group;
      positions[next] = position;
      next = next + 1 & forms.length - 1;
    }

    /** Copies the hits at {@code from} and later, as positions from {@code start}. */
    void addSince(long from, long start, Hits hits, IntPredicate wanted) {
      for (int i = last(); positions[i] >= from; i = before(i)) {
        if (wanted.test(forms[i])) {
          hits.add(forms[i], positions[i] - start);
        }
      }
    }

    void clear() {
      Arrays.fill(positions, -1);
    }
  }
}
