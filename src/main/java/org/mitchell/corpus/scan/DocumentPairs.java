package org.mitchell.corpus.scan;

/**
 * Pairs of any two tokens of a context: with n tokens of a noun's kind and m of a verb's, n m
 * pairs; n (n - 1) of a kind that is both with itself.
 */
final class DocumentPairs implements PairRule {
  private final FormKinds kinds;
  private final KindCounts counts;

  /** How often each kind came in the context so far. */
  private final long[] times;

  /** The kinds that came, nouns and verbs apart; a kind that is both stands in both. */
  private final int[] nouns;

  private final int[] verbs;
  private int nounCount;
  private int verbCount;

  DocumentPairs(FormKinds kinds, KindCounts counts) {
    this.kinds = kinds;
    this.counts = counts;
    this.times = new long[kinds.end()];
    this.nouns = new int[kinds.end()];
    this.verbs = new int[kinds.end()];
  }

  @Override
  public void hit(int kind, long position) {
    add(kind, 1);
  }

  @Override
  public void end(long start, long end) {
    count(end - start);
    restart();
  }

  @Override
  public Stretch cut(long start, long end) {
    var stretch = new Stretch(end - start, seen(), new Hits());
    restart();
    return stretch;
  }

  @Override
  public Stretch join(Stretch before, Stretch after) {
    addAll(before.head());
    addAll(after.head());
    return cut(0, before.tokens() + after.tokens());
  }

  @Override
  public void complete(Stretch context) {
    addAll(context.head());
    end(0, context.tokens());
  }

  @Override
  public void restart() {
    for (int i = 0; i < nounCount; i++) {
      times[nouns[i]] = 0;
    }
    for (int i = 0; i < verbCount; i++) {
      times[verbs[i]] = 0;
    }
    nounCount = 0;
    verbCount = 0;
  }

  private void addAll(Hits hits) {
    for (int i = 0; i < hits.size(); i++) {
      add(hits.kind(i), hits.number(i));
    }
  }

  private void add(int kind, long more) {
    if (times[kind] == 0) {
      if (kind < kinds.nounEnd()) {
        nouns[nounCount++] = kind;
      }
      if (kind >= kinds.verbStart()) {
        verbs[verbCount++] = kind;
      }
    }
    times[kind] += more;
  }

  private void count(long tokens) {
    counts.addReach(tokens, Math.max(0, tokens - 1));
    for (int i = 0; i < nounCount; i++) {
      int noun = nouns[i];
      for (int j = 0; j < verbCount; j++) {
        int verb = verbs[j];
        long others = noun == verb ? times[verb] - 1 : times[verb];
        counts.addPairs(noun, verb, times[noun] * others);
      }
    }
  }

  private Hits seen() {
    var seen = new Hits();
    for (int i = 0; i < nounCount; i++) {
      seen.add(nouns[i], times[nouns[i]]);
    }
    for (int i = 0; i < verbCount; i++) {
      if (verbs[i] >= kinds.nounEnd()) {
        seen.add(verbs[i], times[verbs[i]]);
      }
    }
    return seen;
  }
}
