package org.mitchell.corpus.words;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;

/** A word and how often it came. */
public record CountedWord(String word, long count) implements Serializable {
  /** The most frequent first; words of the same count in the order of their code points. */
  public static final Comparator<CountedWord> MOST_FREQUENT_FIRST =
      Comparator.comparingLong(CountedWord::count)
          .reversed()
          .thenComparing(CountedWord::word, CountedWord::compareCodePoints);

  private static int compareCodePoints(String a, String b) {
    return Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
  }
}
