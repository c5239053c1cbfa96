package org.mitchell.corpus.scan;

import org.mitchell.corpus.DocumentRule;

/**
 * Finds where documents and sentences end from the characters between tokens.
 *
 * <p>A sentence ends with {@code . ! ?} or an ellipsis, closing quotes and brackets after it, and
 * then white space; or with an ideographic full stop. Abbreviations are not known: {@code Mr. Hill}
 * is cut.
 */
final class Boundaries {
  /** What a character between two tokens ends. */
  enum End {
    NOTHING,
    SENTENCE,
    DOCUMENT
  }

  private static final String ENDING = ".!?\u2026";
  private static final String CLOSING = "\"')]}\u2019\u201d\u00bb\u203a";
  private static final String IDEOGRAPHIC = "\u3002\uff01\uff1f";

  private final DocumentRule documents;
  private final boolean sentences;

  /** Since the last line feed, or since a document ended, there was nothing but white space. */
  private boolean blankLine;

  private boolean sentenceEnding;

  Boundaries(DocumentRule documents, boolean sentences) {
    this.documents = documents;
    this.sentences = sentences;
    start();
  }

  /** Whether any character could end anything. */
  boolean matter() {
    return sentences || documents != DocumentRule.FILE;
  }

  /** How many line feeds there must be between two tokens for a document to end there. */
  int feedsToEnd() {
    return switch (documents) {
      case FILE -> Integer.MAX_VALUE;
      case PARAGRAPH -> 2;
      case LINE -> 1;
    };
  }

  /** Whether a full stop, an exclamation or a question mark may end something. */
  boolean stopsMatter() {
    return sentences;
  }

  /** A document begins. */
  void start() {
    blankLine = true;
    sentenceEnding = false;
  }

  /** Text goes on of which nothing is known. */
  void startWithin() {
    blankLine = false;
    sentenceEnding = false;
  }

  /** A token was met. */
  void token() {
    blankLine = false;
    sentenceEnding = false;
  }

  /** A character that is no letter was met; -1 for malformed bytes. */
  End separator(int codePoint) {
    boolean whiteSpace = isWhiteSpace(codePoint);
    if (codePoint == '\n') {
      boolean ends =
          switch (documents) {
            case FILE -> false;
            case PARAGRAPH -> blankLine;
            case LINE -> true;
          };
      blankLine = true;
      if (ends) {
        sentenceEnding = false;
        return End.DOCUMENT;
      }
    } else if (!whiteSpace) {
      blankLine = false;
    }
    return sentences && endsSentence(codePoint, whiteSpace) ? End.SENTENCE : End.NOTHING;
  }

  /** Whether an ASCII character is white space. */
  static boolean isWhiteSpace(int c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  private boolean endsSentence(int codePoint, boolean whiteSpace) {
    if (whiteSpace || Character.isSpaceChar(codePoint)) {
      boolean ends = sentenceEnding;
      sentenceEnding = false;
      return ends;
    }
    if (codePoint >= 0 && IDEOGRAPHIC.indexOf(codePoint) >= 0) {
      return true;
    }
    boolean closing = codePoint >= 0 && CLOSING.indexOf(codePoint) >= 0;
    sentenceEnding = codePoint >= 0 && ENDING.indexOf(codePoint) >= 0 || sentenceEnding && closing;
    return false;
  }
}
