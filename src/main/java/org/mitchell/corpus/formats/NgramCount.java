package org.mitchell.corpus.formats;

import java.nio.charset.StandardCharsets;

/** Numbers in lines of n-grams, and what to say of lines that have none. */
final class NgramCount {
  /** What is no number, or a larger one than {@link #LARGEST}. */
  static final long NONE = -1;

  /** No corpus has so many words; sums of such counts stay far from what 64 bits hold. */
  static final long LARGEST = 999_999_999_999_999L;

  private static final int LONGEST_SHOWN = 60;

  private NgramCount() {}

  /** The number whose digits are all of these bytes, or {@link #NONE}. */
  static long of(byte[] bytes, int from, int to) {
    if (from >= to) {
      return NONE;
    }
    long number = 0;
    for (int at = from; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        return NONE;
      }
      number = 10 * number + digit;
      if (number > LARGEST) {
        return NONE;
      }
    }
    return number;
  }

  /** Says that a line is another than it should be, and shows its beginning. */
  static String problem(byte[] bytes, int from, int to, String expected) {
    int shownBytes = Math.min(to - from, 4 * LONGEST_SHOWN);
    String line = new String(bytes, from, shownBytes, StandardCharsets.UTF_8);
    var shown = new StringBuilder();
    line.replace("\t", "\\t")
        .codePoints()
        .limit(LONGEST_SHOWN)
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .forEach(shown::appendCodePoint);
    if (shownBytes < to - from || line.length() > LONGEST_SHOWN) {
      shown.append("...");
    }
    return "got the line '%s' where %s is expected".formatted(shown, expected);
  }
}
