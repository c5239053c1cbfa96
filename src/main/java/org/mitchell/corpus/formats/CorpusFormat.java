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
  /** A MediaWiki XML dump, or some pages of one; a document a page. */
  WIKIPEDIA,
  /** Records of a crawl, WARC, WET or the older ARC, a document each. */
  WARC,
  /** A line a JSON object, one of whose fields is a document. */
  JSONL,
  /** An array of JSON objects or strings, or objects of several lines, a document each. */
  JSON,
  /** One page of HTML. */
  HTML,
  /** Any other XML: TEI, the BNC, a text in elements. */
  XML,
  /** Elements {@code <doc>} on end, as WikiExtractor, TREC and Gigaword have them. */
  DOCS,
  /** A line a token, its tags in columns behind tabs, tags of XML on lines of their own. */
  VRT,
  /** A line a token with ten columns, the first a number: Universal Dependencies. */
  CONLLU,
  /** A table, one of whose columns is a text; a document a row. */
  CSV;

  /** The name in options and files: {@code text}, {@code google-books}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether parts can be told from the bytes around their bounds, and read each by itself. */
  boolean isCut() {
    return switch (this) {
      case TEXT, WEB1T, GOOGLE_BOOKS, WIKIPEDIA, JSONL, DOCS, VRT, CONLLU -> true;
      case WARC, JSON, HTML, XML, CSV -> false;
    };
  }

  /** Whether the content itself says in which encoding its documents are. */
  boolean saysItsEncoding() {
    return this == WARC;
  }
}
