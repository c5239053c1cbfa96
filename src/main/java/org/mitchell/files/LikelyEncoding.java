package org.mitchell.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What text that is no UTF-8 looks like, for messages: a guess that the user has to confirm, never
 * one that anything is read by.
 */
public final class LikelyEncoding {
  private static final List<String> EASTERN =
      List.of("Shift_JIS", "EUC-JP", "EUC-KR", "GB18030", "Big5", "windows-1251", "KOI8-R");

  /** The share of letters that speaks for an encoding. */
  private static final double ENOUGH = 0.75;

  /** The ellipsis, curly quotes, dashes, quotes with angles, and marks that begin in Spanish. */
  private static final String TYPOGRAPHY =
      "\u0085\u0091\u0092\u0093\u0094\u0096\u0097\u00a0\u00a1\u00ab\u00bb\u00bf";

  /** A sample may be cut inside a character. */
  private static final int LONGEST_CHARACTER = 4;

  /** No encoding has smaller bytes than this inside a character. */
  private static final int FIRST_INNER_BYTE = 0x30;

  private static final String JAPANESE_ESCAPE = "\u001b$B";

  private LikelyEncoding() {}

  /**
   * The name of an encoding that these bytes are likely in; nothing where none is likely. Western
   * text is windows-1252, which has the letters of ISO-8859-1 and more.
   *
   * @param bytes some of a text, cut anywhere
   */
  public static Optional<String> of(byte[] bytes) {
    if (isUtf16(bytes)) {
      return Optional.of("UTF-16");
    }
    if (hasJapaneseEscapes(bytes)) {
      return Optional.of("ISO-2022-JP");
    }
    if (westernShare(bytes) >= ENOUGH) {
      return Optional.of("windows-1252");
    }
    String best = null;
    double highest = 0;
    for (String name : EASTERN) {
      double share = Charset.isSupported(name) ? easternShare(bytes, Charset.forName(name)) : 0;
      if (share > highest) {
        highest = share;
        best = name;
      }
    }
    return highest >= ENOUGH ? Optional.of(best) : Optional.empty();
  }

  /** A byte order mark, or every other byte zero. */
  private static boolean isUtf16(byte[] bytes) {
    if (bytes.length >= 2) {
      int mark = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
      if (mark == 0xfeff || mark == 0xfffe) {
        return true;
      }
    }
    int[] zeros = new int[2];
    for (int i = 0; i < bytes.length; i++) {
      zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
    }
    int half = Math.max(1, bytes.length / 2);
    return Math.max(zeros[0], zeros[1]) >= 0.4 * half && Math.min(zeros[0], zeros[1]) < 0.1 * half;
  }

  /**
   * The share of high bytes that are Latin letters among ASCII, at most two in a row; marks of
   * typography do not count beside letters.
   */
  private static double westernShare(byte[] bytes) {
    int high = 0;
    int letters = 0;
    int marks = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] < 0 && TYPOGRAPHY.indexOf(bytes[i] & 0xff) >= 0) {
        marks++;
      } else if (bytes[i] < 0) {
        high++;
        boolean crowded = i > 1 && bytes[i - 1] < 0 && bytes[i - 2] < 0;
        letters += (bytes[i] & 0xff) >= 0xc0 && !crowded ? 1 : 0;
      }
    }
    return high > 0 ? letters / (double) high : marks > 0 ? 1 : 0;
  }

  /** Whether the shifts of ISO-2022-JP are there, which has no byte beyond ASCII. */
  public static boolean hasJapaneseEscapes(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1).contains(JAPANESE_ESCAPE);
  }

  /** The share of letters of the encoding's script among what is not ASCII; 0 where it fails. */
  private static double easternShare(byte[] bytes, Charset charset) {
    String text = decoded(bytes, charset);
    double score = 0;
    long all = text.codePoints().filter(c -> c >= 0x80).count();
    for (int c : text.codePoints().filter(c -> c >= 0x80).toArray()) {
      score += weight(c, charset);
    }
    return all == 0 ? 0 : score / all;
  }

  /** The text, less a character that is cut at either end; empty where it is none. */
  private static String decoded(byte[] bytes, Charset charset) {
    int whole = 0;
    while (whole < bytes.length && !(bytes[whole] >= 0 && bytes[whole] < FIRST_INNER_BYTE)) {
      whole++;
    }
    for (int from : new int[] {0, whole}) {
      for (int cut = 0; cut < LONGEST_CHARACTER && from + cut < bytes.length; cut++) {
        try {
          ByteBuffer some = ByteBuffer.wrap(bytes, from, bytes.length - from - cut);
          return charset.newDecoder().decode(some).toString();
        } catch (CharacterCodingException e) {
          // Cut inside a character, perhaps.
        }
      }
    }
    return "";
  }

  private static double weight(int character, Charset charset) {
    if (character >= 0xff61 && character <= 0xff9f) {
      return 0; // half-width kana: what other encodings look like in Shift_JIS
    }
    return switch (Character.UnicodeScript.of(character)) {
      case HIRAGANA, KATAKANA -> charset.name().equals("GB18030") ? 0.5 : 1;
      case HANGUL -> isSyllable(character) ? 0.95 : 0;
      case HAN -> ideographs(charset);
      case CYRILLIC -> Character.isLowerCase(character) ? 0.95 : 0.5;
      default -> isPunctuation(character) ? 0.8 : 0;
    };
  }

  /** Single letters of Hangul are what kana of EUC-JP look like in EUC-KR. */
  private static boolean isSyllable(int character) {
    return character >= 0xac00 && character <= 0xd7a3;
  }

  /** Beside kana and Hangul, ideographs say little: Chinese is the language of nothing else. */
  private static double ideographs(Charset charset) {
    return switch (charset.name()) {
      case "EUC-KR" -> 0;
      case "EUC-JP" -> 0.76;
      case "Shift_JIS" -> 0.8;
      default -> 0.78;
    };
  }

  /** Ideographic full stops, brackets and spaces, and full-width forms of ASCII. */
  private static boolean isPunctuation(int character) {
    return character >= 0x3000 && character <= 0x303f
        || character >= 0xff01 && character <= 0xff5e
        || character == 0x30fc;
  }
}
