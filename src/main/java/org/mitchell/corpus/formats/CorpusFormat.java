package org.mitchell.corpus.formats;

import java.util.Locale;

/** What the content of a source is, once inflated. */
public enum CorpusFormat {
  /** Running text. */
  TEXT,
  /** A line an n-gram: {@code ngram TAB count}, as in Web 1T. */
  WEB1T,
  /** A line an n-gram with its counts by year, as in Google Books n-grams of any version. */
  GOOGLE_BOOKS,
  /** A MediaWiki XML dump, a document a page. */
  WIKIPEDIA,
  /** Records of a crawl, WARC or WET, a document each. */
  WARC,
  /** A line a JSON object, one of whose fields is a document. */
  JSONL;

  /** The name in options and files: {@code text}, {@code google-books}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
