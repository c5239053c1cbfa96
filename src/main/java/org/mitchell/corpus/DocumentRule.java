package org.mitchell.corpus;

import java.util.Locale;

/** What a document is; windows never cross from one into the next. */
public enum DocumentRule {
  /** A whole source: one file, one record of an archive. */
  FILE,
  /** Up to a blank line: one that holds nothing but ASCII white space. */
  PARAGRAPH,
  /** Up to a line feed. */
  LINE;

  /** The name in options and files: {@code file}, {@code paragraph}, {@code line}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
