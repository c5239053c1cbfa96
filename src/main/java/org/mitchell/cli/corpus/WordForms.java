package org.mitchell.cli.corpus;

import java.util.Locale;

/** What becomes of inflected words in texts. */
public enum WordForms {
  /** They are words of their own. */
  AS_WRITTEN,
  /** They are the word in its base form. */
  BASE;

  /** The name in options and files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
