package org.mitchell.corpus.scan;

/** What a tagged word is; see {@link TextCounter#tagged}. */
public enum PartOfSpeech {
  NOUN('1'),
  VERB('2'),
  OTHER('0');

  /**
   * Ends the forms of such words in the tables of a counter: a digit, which no token has and which
   * lower-casing leaves as it is.
   */
  final char mark;

  PartOfSpeech(char mark) {
    this.mark = mark;
  }
}
