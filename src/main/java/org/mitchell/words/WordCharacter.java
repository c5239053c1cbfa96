package org.mitchell.words;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;

/** What a character is to the word in which it stands. */
public enum WordCharacter {
  /** Begins a word, or goes on with one. */
  LETTER,
  /** Belongs to the letter before it: an accent, a vowel sign. Without one it separates. */
  MARK,
  /** No reader sees it: a soft hyphen. It is as if it were not there. */
  INVISIBLE,
  /** Ends a word. */
  SEPARATOR;

  private static final int ZERO_WIDTH_SPACE = 0x200b;

  /** Arabic's stretching of a line between two letters. */
  private static final int TATWEEL = 0x0640;

  /** Written without spaces between words (line breaking class SA): there it tells words apart. */
  private static final Set<UnicodeScript> WITHOUT_SPACES =
      EnumSet.of(
          UnicodeScript.AHOM,
          UnicodeScript.KHMER,
          UnicodeScript.LAO,
          UnicodeScript.MYANMAR,
          UnicodeScript.NEW_TAI_LUE,
          UnicodeScript.TAI_LE,
          UnicodeScript.TAI_THAM,
          UnicodeScript.TAI_VIET,
          UnicodeScript.THAI);

  /** What a character is, whatever stands around it. */
  public static WordCharacter of(int codePoint) {
    if (isInvisible(codePoint)) {
      return INVISIBLE;
    }
    if (isMark(codePoint)) {
      return MARK;
    }
    if (!Character.isLetter(codePoint)) {
      return SEPARATOR;
    }
    String letters = spelledOut(codePoint);
    if (letters.isEmpty()) {
      return INVISIBLE;
    }
    return isMark(letters.codePointAt(0)) ? MARK : LETTER;
  }

  /**
   * Whether a character separates although it is invisible: a zero-width space does behind a letter
   * or mark of a script that is written without spaces.
   *
   * @param before the letter or mark before it
   */
  public static boolean separatesBehind(int before, int codePoint) {
    return codePoint == ZERO_WIDTH_SPACE && WITHOUT_SPACES.contains(UnicodeScript.of(before));
  }

  /**
   * Whether a letter is the same whatever letters stand around it: no other form of letters, and
   * nothing that composes with a letter before it.
   */
  public static boolean isPlainLetter(int codePoint) {
    return Character.isBmpCodePoint(codePoint)
        && of(codePoint) == LETTER
        && !isHangulJamo(codePoint)
        && !isOtherFormOfLetters(codePoint)
        && Normalizer.isNormalized(Character.toString(codePoint), Normalizer.Form.NFC);
  }

  static boolean isMark(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }

  /**
   * Unicode's default ignorable characters but the blanks of Hangul, and the tatweel.
   *
   * <p>Of the characters of type Cf some are seen (signs that span numbers), and annotations
   * separate what they annotate.
   */
  static boolean isInvisible(int c) {
    if (Character.getType(c) == Character.FORMAT) {
      return !(isIn(c, 0x600, 0x605)
          || c == 0x6dd
          || c == 0x70f
          || isIn(c, 0x890, 0x891)
          || c == 0x8e2
          || isIn(c, 0xfff9, 0xfffb)
          || c == 0x110bd
          || c == 0x110cd
          || isIn(c, 0x13430, 0x1343f));
    }
    return c == 0x34f // combining grapheme joiner
        || c == TATWEEL
        || isIn(c, 0x17b4, 0x17b5) // Khmer's inherent vowels
        || isIn(c, 0x180b, 0x180f) // variation selectors, here and below
        || isIn(c, 0xfe00, 0xfe0f)
        || isIn(c, 0xe0100, 0xe01ef);
  }

  /**
   * The letters for which another form of them stands (ligatures, full and half width, Arabic as it
   * is shown, letters of mathematics, the long s): those of Unicode's NFKC, if they are letters and
   * marks alone. Any other character is returned as it is.
   */
  static String spelledOut(int codePoint) {
    String itself = Character.toString(codePoint);
    if (!isOtherFormOfLetters(codePoint)) {
      return itself;
    }
    String letters = Normalizer.normalize(itself, Normalizer.Form.NFKC);
    boolean word = letters.codePoints().allMatch(c -> Character.isLetter(c) || isMark(c));
    return word ? letters.replace(Character.toString(TATWEEL), "") : itself;
  }

  private static boolean isOtherFormOfLetters(int c) {
    return Character.isLetter(c)
        && (isIn(c, 0x132, 0x133) // ij, the long s, digraphs of Croatian, the dotted long s
            || c == 0x17f
            || isIn(c, 0x1c4, 0x1cc)
            || isIn(c, 0x1f1, 0x1f3)
            || c == 0x1e9b
            || isIn(c, 0x2100, 0x214f) // letterlike symbols
            || isIn(c, 0xfb00, 0xfdff) // alphabetic and Arabic presentation forms A
            || isIn(c, 0xfe70, 0xfefc) // Arabic presentation forms B
            || isIn(c, 0xff00, 0xffef) // half and full width
            || isIn(c, 0x1d400, 0x1d7ff) // letters of mathematics, here and below
            || isIn(c, 0x1ee00, 0x1eeff));
  }

  private static boolean isHangulJamo(int c) {
    return isIn(c, 0x1100, 0x11ff);
  }

  private static boolean isIn(int c, int first, int last) {
    return c >= first && c <= last;
  }
}
