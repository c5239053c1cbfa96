package org.mitchell.corpus;

import java.util.Locale;

/** How much a pair counts by its distance inside the window. */
public enum WindowWeight {
  /** Every pair counts once. */
  FLAT,
  /**
   * A pair counts as often as it would in the overlapping n-grams of its context (a document, or a
   * sentence): with a window of 4, a pair at distance d is in 5 - d of the 5-grams, and in fewer
   * where the context begins or ends beside it.
   */
  NGRAM;

  /** The name in options and files: {@code flat}, {@code ngram}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
