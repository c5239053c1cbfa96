package org.mitchell.words;

import java.text.Normalizer;

/**
 * The form in which words are compared, whatever program wrote them: composed (Unicode's NFC),
 * without characters that no reader sees, and with ligatures and other forms of letters spelled
 * out. The tokens of a text are words in their {@linkplain #folded folded} form.
 */
public final class WordForm {
  /**
   * So many characters are no word of any language; they are not composed, which takes time that
   * grows with the square of the marks behind one letter.
   */
  private static final int LONGEST = 1000;

  private static final int ASCII_END = 0x80;

  private WordForm() {}

  /** The word in its one form; case stays. Words of ASCII letters are returned as they are. */
  public static String canonical(String word) {
    if (isAscii(word)) {
      return word;
    }
    var seen = new StringBuilder(word.length());
    int size;
    for (int i = 0; i < word.length(); i += size) {
      int codePoint = word.codePointAt(i);
      size = Character.charCount(codePoint);
      if (!WordCharacter.isInvisible(codePoint)) {
        seen.append(WordCharacter.spelledOut(codePoint));
      }
    }
    return composed(seen);
  }

  /**
   * The canonical form in lower case, code point by code point, so that no locale decides. Words of
   * small ASCII letters are returned as they are.
   */
  public static String folded(String word) {
    if (isAscii(word)) {
      return lowerAscii(word);
    }
    String canonical = canonical(word);
    var lower = new StringBuilder(canonical.length());
    int size;
    for (int i = 0; i < canonical.length(); i += size) {
      int codePoint = canonical.codePointAt(i);
      size = Character.charCount(codePoint);
      lower.appendCodePoint(Character.toLowerCase(codePoint));
    }
    // Some letters with accents are composed in lower case only.
    return isAscii(lower) ? lower.toString() : composed(lower);
  }

  /**
   * Whether a canonical form is a letter and, behind it, letters and marks: what a token may be.
   */
  public static boolean isWord(String canonical) {
    return !canonical.isEmpty()
        && WordCharacter.of(canonical.codePointAt(0)) == WordCharacter.LETTER
        && canonical.codePoints().mapToObj(WordCharacter::of).allMatch(WordForm::isOfWords);
  }

  private static boolean isOfWords(WordCharacter character) {
    return character == WordCharacter.LETTER || character == WordCharacter.MARK;
  }

  private static String composed(CharSequence word) {
    return word.length() > LONGEST
        ? word.toString()
        : Normalizer.normalize(word, Normalizer.Form.NFC);
  }

  private static boolean isAscii(CharSequence word) {
    for (int i = 0; i < word.length(); i++) { // every word of every text comes here
      if (word.charAt(i) >= ASCII_END) {
        return false;
      }
    }
    return true;
  }

  private static String lowerAscii(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (isUpper(word.charAt(i))) {
        char[] lower = word.toCharArray();
        for (; i < lower.length; i++) {
          lower[i] += isUpper(lower[i]) ? 'a' - 'A' : 0;
        }
        return new String(lower);
      }
    }
    return word;
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
