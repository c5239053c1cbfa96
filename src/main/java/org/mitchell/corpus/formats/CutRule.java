package org.mitchell.corpus.formats;

import java.nio.charset.StandardCharsets;
import org.mitchell.corpus.Tokens;
import org.mitchell.words.WordCharacter;

/**
 * Where content may be cut into pieces that can be counted each by itself. A cut place is told by
 * the bytes around it alone, so that neighbours who read the same bytes agree on it.
 */
enum CutRule {
  /** Before a byte that is no white space and after one that is. */
  WORDS(1 << 24) {
    @Override
    boolean isCut(byte[] bytes, int at, int length) {
      return isWhiteSpace(bytes[at - 1]) && !isWhiteSpace(bytes[at]);
    }

    @Override
    boolean isWhole(byte[] bytes, int length) {
      return length > 0 && isWhiteSpace(bytes[length - 1]);
    }
  },
  /** After a line feed. */
  LINES(1 << 26) {
    @Override
    boolean isCut(byte[] bytes, int at, int length) {
      return bytes[at - 1] == '\n';
    }

    @Override
    boolean isWhole(byte[] bytes, int length) {
      return length > 0 && bytes[length - 1] == '\n';
    }
  },
  /** Before the tag that opens a page of a MediaWiki dump. */
  PAGES(1 << 26) {
    @Override
    boolean isCut(byte[] bytes, int at, int length) {
      return stands(PAGE, bytes, at, length);
    }

    @Override
    boolean isWhole(byte[] bytes, int length) {
      int end = length;
      while (end > 0 && isWhiteSpace(bytes[end - 1])) {
        end--;
      }
      return stands(PAGE_END, bytes, end - PAGE_END.length, end);
    }
  },
  /** Before a line that opens an element {@code <doc>}. */
  DOCS(1 << 26) {
    @Override
    boolean isCut(byte[] bytes, int at, int length) {
      int end = at + DOC.length;
      return bytes[at - 1] == '\n'
          && (stands(DOC, bytes, at, length) || stands(DOC_CAPITALS, bytes, at, length))
          && end < length
          && (bytes[end] == '>' || isWhiteSpace(bytes[end]));
    }

    @Override
    boolean isWhole(byte[] bytes, int length) {
      return false; // what a document holds is not known before its end
    }
  },
  /** After a blank line. */
  SENTENCES(1 << 26) {
    @Override
    boolean isCut(byte[] bytes, int at, int length) {
      return isBlankLine(bytes, at) && bytes[at] != '\n' && bytes[at] != '\r';
    }

    @Override
    boolean isWhole(byte[] bytes, int length) {
      return isBlankLine(bytes, length);
    }
  };

  private static final byte[] PAGE = "<page>".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DOC = "<doc".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DOC_CAPITALS = "<DOC".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PAGE_END = "</page>".getBytes(StandardCharsets.US_ASCII);

  /** How many bytes behind a cut place are looked at, at most. */
  static final int LONGEST_MARK = 8;

  private final int largest;

  CutRule(int largest) {
    this.largest = largest;
  }

  static CutRule of(CorpusFormat format) {
    return switch (format) {
      case TEXT -> WORDS;
      case WEB1T, GOOGLE_BOOKS, JSONL, VRT -> LINES;
      case WIKIPEDIA -> PAGES;
      case DOCS -> DOCS;
      case CONLLU -> SENTENCES;
      case WARC, JSON, HTML, XML, CSV ->
          throw new IllegalArgumentException(format + " is not cut by its bytes");
    };
  }

  /**
   * Whether there is a cut place between bytes {@code at - 1} and {@code at}, of {@code length}.
   */
  abstract boolean isCut(byte[] bytes, int at, int length);

  /** Whether no word, line or page is under way behind {@code length} bytes, whatever follows. */
  abstract boolean isWhole(byte[] bytes, int length);

  /** How many bytes are looked at that stand before the one before a cut place, at most. */
  int back() {
    return this == SENTENCES ? 2 : 0;
  }

  /** The most bytes that are held in search of a cut place. */
  int largest() {
    return largest;
  }

  /** The first cut place at {@code from} (1 or more) or later, or -1. */
  int first(byte[] bytes, int from, int length) {
    for (int at = from; at < length; at++) {
      if (isCut(bytes, at, length)) {
        return at;
      }
    }
    return -1;
  }

  /** The last cut place, or -1. */
  int last(byte[] bytes, int length) {
    for (int at = length - 1; at > 0; at--) {
      if (isCut(bytes, at, length)) {
        return at;
      }
    }
    return -1;
  }

  /**
   * Where running text without white space may be cut: before the last letter behind a character
   * that separates, or else before the last character.
   */
  static int lastBetweenWords(byte[] utf8, int length) {
    int lastCharacter = length - 1;
    var behind = WordCharacter.SEPARATOR;
    for (int at = length - 1; at > 0; at--) {
      int codePoint = Tokens.decode(utf8, at, length);
      if (codePoint < 0) {
        continue; // a byte within a character, or of one that is cut off
      }
      lastCharacter = lastCharacter == length - 1 ? at : lastCharacter;
      var character = WordCharacter.of(codePoint);
      if (character == WordCharacter.SEPARATOR && behind == WordCharacter.LETTER) {
        return at + Tokens.length(codePoint);
      }
      behind = character;
    }
    return lastCharacter;
  }

  private static boolean stands(byte[] mark, byte[] bytes, int at, int length) {
    if (at < 0 || length - at < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if (bytes[at + i] != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether the two line ends before a place are all that stands between them and it. */
  private static boolean isBlankLine(byte[] bytes, int at) {
    boolean carriage = at > 2 && bytes[at - 2] == '\r';
    return at > 1 && bytes[at - 1] == '\n' && bytes[at - (carriage ? 3 : 2)] == '\n';
  }

  private static boolean isWhiteSpace(byte b) {
    return b == ' ' || b >= '\t' && b <= '\r';
  }
}
