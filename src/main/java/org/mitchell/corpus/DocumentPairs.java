package org.mitchell.corpus;

/**
 * Pairs of any two tokens of a document: with n_f tokens of form f, n_f n_g pairs of two forms and
 * n_f (n_f - 1) / 2 of a form with itself.
 */
final class DocumentPairs implements PairRule {
  private final PairCounts counts;

  /**
   * How often each form came in the document so far, and which forms did, in order of first coming.
   */
  private final long[] times;

  private final int[] met;
  private int size;

  private boolean inHead;
  private Hits head = new Hits();

  DocumentPairs(PairCounts counts) {
    this.counts = counts;
    this.times = new long[counts.forms()];
    this.met = new int[counts.forms()];
  }

  @Override
  public void startSegment() {
    clear();
    inHead = true;
    head = new Hits();
  }

  @Override
  public void hit(int form, long position) {
    add(form, 1);
  }

  @Override
  public void endDocument() {
    if (inHead) {
      head = seen();
      inHead = false;
    } else {
      count();
    }
    clear();
  }

  @Override
  public Hits head() {
    return inHead ? seen() : head;
  }

  @Override
  public Hits tail(long tokens) {
    return inHead ? new Hits() : seen();
  }

  @Override
  public void join(Segment next) {
    addAll(next.head());
    if (next.closed()) {
      endDocument();
    }
    addAll(next.tail());
  }

  private void addAll(Hits hits) {
    for (int i = 0; i < hits.size(); i++) {
      add(hits.form(i), hits.number(i));
    }
  }

  private void add(int form, long more) {
    if (times[form] == 0) {
      met[size++] = form;
    }
    times[form] += more;
  }

  private void count() {
    for (int i = 0; i < size; i++) {
      long n = times[met[i]];
      counts.add(met[i], met[i], n * (n - 1) / 2);
      for (int j = i + 1; j < size; j++) {
        counts.add(met[i], met[j], n * times[met[j]]);
      }
    }
  }

  private Hits seen() {
    var seen = new Hits();
    for (int i = 0; i < size; i++) {
      seen.add(met[i], times[met[i]]);
    }
    return seen;
  }

  private void clear() {
    for (int i = 0; i < size; i++) {
      times[met[i]] = 0;
    }
    size = 0;
  }
}
