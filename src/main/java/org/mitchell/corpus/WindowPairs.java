package org.mitchell.corpus;

/** Pairs at a distance of at most {@code window} tokens either way. */
final class WindowPairs implements PairRule {
  private final int window;
  private final PairCounts counts;

  /** A ring of the hits that the next token may still meet; its capacity is a power of two. */
  private int[] forms = new int[16];

  private long[] positions = new long[16];
  private int first;
  private int size;

  private boolean inHead;
  private Hits head = new Hits();

  /** Where the next piece starts, when pieces are joined. */
  private long joined;

  WindowPairs(int window, PairCounts counts) {
    this.window = window;
    this.counts = counts;
  }

  @Override
  public void startSegment() {
    size = 0;
    inHead = true;
    head = new Hits();
  }

  @Override
  public void hit(int form, long position) {
    if (inHead && position < window) {
      head.add(form, position);
    } else {
      forget(position - window);
      for (int i = 0; i < size; i++) {
        counts.add(forms[first + i & forms.length - 1], form, 1);
      }
    }
    remember(form, position);
  }

  @Override
  public void endDocument() {
    size = 0;
    inHead = false;
  }

  @Override
  public Hits head() {
    return head;
  }

  @Override
  public Hits tail(long tokens) {
    var tail = new Hits();
    for (int i = 0; i < size; i++) {
      int at = first + i & forms.length - 1;
      boolean isHead = inHead && positions[at] < window;
      if (positions[at] >= tokens - window && !isHead) {
        tail.add(forms[at], positions[at]);
      }
    }
    return tail;
  }

  @Override
  public void join(Segment next) {
    for (int i = 0; i < next.head().size(); i++) {
      hit(next.head().form(i), joined + next.head().number(i));
    }
    if (next.closed()) {
      endDocument();
    }
    forget(joined + next.tokens() - window);
    for (int i = 0; i < next.tail().size(); i++) {
      remember(next.tail().form(i), joined + next.tail().number(i));
    }
    joined += next.tokens();
  }

  private void forget(long before) {
    while (size > 0 && positions[first] < before) {
      first = first + 1 & forms.length - 1;
      size--;
    }
  }

  private void remember(int form, long position) {
    if (size == forms.length) {
      grow();
    }
    int at = first + size++ & forms.length - 1;
    forms[at] = form;
    positions[at] = position;
  }

  private void grow() {
    var moreForms = new int[2 * size];
    var morePositions = new long[2 * size];
    for (int i = 0; i < size; i++) {
      moreForms[i] = forms[first + i & size - 1];
      morePositions[i] = positions[first + i & size - 1];
    }
    forms = moreForms;
    positions = morePositions;
    first = 0;
  }
}
