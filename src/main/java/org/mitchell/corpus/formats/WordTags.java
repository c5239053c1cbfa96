package org.mitchell.corpus.formats;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.mitchell.corpus.scan.PartOfSpeech;

/**
 * The tags of words in Google Books n-grams: {@code eat_VERB}; and placeholders for any such word
 * ({@code _VERB_}) or for a place ({@code _START_}), which are tags without a word.
 *
 * <p>The tags are the twelve of the universal tagset (Petrov, Das and McDonald 2012); an underscore
 * before anything else belongs to the word.
 */
final class WordTags {
  /** No tag: not a place in any bytes. */
  static final int NONE = -1;

  private static final byte[] NOUN = ascii("NOUN");
  private static final byte[] VERB = ascii("VERB");
  private static final byte[][] TAGS =
      Stream.of("NOUN", "VERB", "ADJ", "ADV", "PRON", "DET", "ADP", "NUM", "CONJ", "PRT", "X", ".")
          .map(WordTags::ascii)
          .toArray(byte[][]::new);
  private static final byte[][] PLACES =
      Stream.of("START", "END", "ROOT").map(WordTags::ascii).toArray(byte[][]::new);

  private WordTags() {}

  /** Where the word ends that begins at {@code from}: at a space or the end of the n-gram. */
  static int wordEnd(byte[] bytes, int from, int to) {
    int end = from;
    while (end < to && bytes[end] != ' ') {
      end++;
    }
    return end;
  }

  /**
   * Where in a word its tag begins, with the underscore: at {@code from} if there is a tag alone;
   * {@link #NONE} if there is none.
   */
  static int start(byte[] bytes, int from, int to) {
    int last = lastUnderscore(bytes, from, to);
    if (last == to - 1 && last > from && bytes[from] == '_') {
      boolean placeholder =
          isOneOf(TAGS, bytes, from + 1, last) || isOneOf(PLACES, bytes, from + 1, last);
      return placeholder ? from : NONE;
    }
    return last != NONE && isOneOf(TAGS, bytes, last + 1, to) ? last : NONE;
  }

  /** Whether any word of an n-gram has a tag. */
  static boolean anyIn(byte[] bytes, int from, int to) {
    for (int word = from, end; word < to; word = end + 1) {
      end = wordEnd(bytes, word, to);
      if (start(bytes, word, end) != NONE) {
        return true;
      }
    }
    return false;
  }

  /** Whether every word of an n-gram has a tag, and no tag stands alone. */
  static boolean onEveryWordOf(byte[] bytes, int from, int to) {
    for (int word = from, end; word < to; word = end + 1) {
      end = wordEnd(bytes, word, to);
      if (start(bytes, word, end) <= word) {
        return false;
      }
    }
    return true;
  }

  /** The part of speech of the tag that begins at {@code start} with its underscore. */
  static PartOfSpeech partOfSpeech(byte[] bytes, int start, int to) {
    if (Arrays.equals(NOUN, 0, NOUN.length, bytes, start + 1, to)) {
      return PartOfSpeech.NOUN;
    }
    boolean verb = Arrays.equals(VERB, 0, VERB.length, bytes, start + 1, to);
    return verb ? PartOfSpeech.VERB : PartOfSpeech.OTHER;
  }

  private static int lastUnderscore(byte[] bytes, int from, int to) {
    for (int at = to - 1; at >= from; at--) {
      if (bytes[at] == '_') {
        return at;
      }
    }
    return NONE;
  }

  private static boolean isOneOf(byte[][] tags, byte[] bytes, int from, int to) {
    for (byte[] tag : tags) {
      if (Arrays.equals(tag, 0, tag.length, bytes, from, to)) {
        return true;
      }
    }
    return false;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
