package org.mitchell.corpus.scan;

/**
 * Pairs of any two tokens of a context: with n tokens of a noun's form and m of a verb's, n m
 * pairs; n (n - 1) of a form that is both with itself.
 */
final class DocumentPairs implements PairRule {
  private final FormIndex forms;
  private final Tally tally;

  /** How often each form came in the context so far. */
  private final long[] times;

  /** The forms that came, nouns and verbs apart; a form that is both stands in both. */
  private final int[] nouns;

  private final int[] verbs;
  private int nounCount;
  private int verbCount;

  DocumentPairs(FormIndex forms, Tally tally) {
    this.forms = forms;
    this.tally = tally;
    this.times = new long[forms.size()];
    this.nouns = new int[forms.size()];
    this.verbs = new int[forms.size()];
  }

  @Override
  public void hit(int form, long position) {
    add(form, 1);
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
      add(hits.form(i), hits.number(i));
    }
  }

  private void add(int form, long more) {
    if (times[form] == 0) {
      if (forms.noun(form) != FormIndex.NONE) {
        nouns[nounCount++] = form;
      }
      if (forms.verb(form) != FormIndex.NONE) {
        verbs[verbCount++] = form;
      }
    }
    times[form] += more;
  }

  private void count(long tokens) {
    tally.addReach(tokens, Math.max(0, tokens - 1));
    for (int i = 0; i < nounCount; i++) {
      int noun = nouns[i];
      for (int j = 0; j < verbCount; j++) {
        int verb = verbs[j];
        long others = noun == verb ? times[verb] - 1 : times[verb];
        tally.addPairs(forms, noun, verb, times[noun] * others);
      }
    }
  }

  private Hits seen() {
    var seen = new Hits();
    for (int i = 0; i < nounCount; i++) {
      seen.add(nouns[i], times[nouns[i]]);
    }
    for (int i = 0; i < verbCount; i++) {
      if (forms.noun(verbs[i]) == FormIndex.NONE) {
        seen.add(verbs[i], times[verbs[i]]);
      }
    }
    return seen;
  }
}
