package org.mitchell.corpus;

/** How often each noun met each verb: nouns x verbs, row-major; belongs to one thread. */
final class PairCounts {
  private final int[][] nounsByForm;
  private final int[][] verbsByForm;
  private final int columns;
  private final long[] counts;

  PairCounts(Vocabulary vocabulary) {
    nounsByForm = vocabulary.nounsByForm();
    verbsByForm = vocabulary.verbsByForm();
    columns = vocabulary.verbs().size();
    counts = new long[Math.multiplyExact(vocabulary.nouns().size(), columns)];
  }

  /** How many forms there are. */
  int forms() {
    return nounsByForm.length;
  }

  /** {@code times} pairs of two different tokens, of which one bears one form and one the other. */
  void add(int form, int other, long times) {
    addOrdered(form, other, times);
    addOrdered(other, form, times);
  }

  /** The counts so far, nouns x verbs. */
  long[] toArray() {
    return counts.clone();
  }

  private void addOrdered(int nounForm, int verbForm, long times) {
    for (int noun : nounsByForm[nounForm]) {
      for (int verb : verbsByForm[verbForm]) {
        counts[noun * columns + verb] += times;
      }
    }
  }
}
