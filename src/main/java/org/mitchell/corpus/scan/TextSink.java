package org.mitchell.corpus.scan;

/** Takes in text, as UTF-8 bytes in any pieces that end between two tokens. One thread's. */
public interface TextSink {
  /**
   * The bytes {@code from} .. {@code to - 1}, which go on where the last ones ended. The end of the
   * bytes ends a token.
   */
  void text(byte[] utf8, int from, int to);

  /** As {@link #text}; may be faster where the text is short: an n-gram. */
  default void shortText(byte[] utf8, int from, int to) {
    text(utf8, from, to);
  }

  /** As {@link #text}, for text all of which has one tag: a word, or several joined by hyphens. */
  default void tagged(byte[] utf8, int from, int to, PartOfSpeech tag) {
    text(utf8, from, to);
  }

  /** Bytes that were not UTF-8, which a reader has replaced before it handed on the text. */
  void replaced(long malformed);

  /** The document ends here, whatever the rule says of the text. */
  void endDocument();

  /**
   * The documents that follow stand for so many each: the count of an n-gram. To be called between
   * documents.
   */
  void times(long times);
}
