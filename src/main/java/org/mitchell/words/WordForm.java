package org.mitchell.words;

import java.text.Normalizer;

/**
 * The form in which words are compared, whatever program wrote them: composed (Unicode's NFC),
 * without characters that no reader sees, and with Latin ligatures spelled out.
 */
public final class WordForm {
  /** Soft hyphen, zero-width space, non-joiner and joiner, word joiner, byte order mark. */
  private static final String INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff";

  private static final char FIRST_LIGATURE = '\ufb00';
  private static final char LAST_LIGATURE = '\ufb06';

  private WordForm() {}

  /** The word in its one form; case stays. Words of ASCII letters are returned as they are. */
  public static String canonical(String word) {
    if (word.chars().allMatch(c -> c < 0x80)) {
      return word;
    }
    var seen = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c >= FIRST_LIGATURE && c <= LAST_LIGATURE) {
        seen.append(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC));
      } else if (INVISIBLE.indexOf(c) < 0) {
        seen.append(c);
      }
    }
    return Normalizer.normalize(seen, Normalizer.Form.NFC);
  }

  /** The canonical form in lower case, code point by code point, so that no locale decides. */
  public static String folded(String word) {
    return canonical(word)
        .codePoints()
        .map(Character::toLowerCase)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
