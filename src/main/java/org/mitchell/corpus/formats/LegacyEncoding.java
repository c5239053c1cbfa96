package org.mitchell.corpus.formats;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.mitchell.corpus.Tokens;

/**
 * Tells text in an encoding other than UTF-8: most of what is beyond ASCII in it is malformed, and
 * that is more than now and then.
 */
final class LegacyEncoding {
  /** Malformed bytes are noted where there are fewer, one in so many. */
  private static final int NOW_AND_THEN = 1000;

  /** The beginning may be cut inside a character. */
  private static final int LONGEST_CHARACTER = 4;

  private static final byte[] JAPANESE_ESCAPE = {0x1b, '$', 'B'};

  /** The most frequent characters of Chinese, in both ways of writing, and its marks. */
  private static final String FREQUENT_HAN =
      "的一是不了在人有我他这個个们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年。，、";

  private static final List<Guess> GUESSES =
      List.of(
          new Guess("EUC-JP", LegacyEncoding::isKana, 20),
          new Guess("Shift_JIS", LegacyEncoding::isKana, 20),
          new Guess("EUC-KR", LegacyEncoding::isHangul, 60),
          new Guess("GB18030", LegacyEncoding::isFrequentHan, 10),
          new Guess("Big5", LegacyEncoding::isFrequentHan, 10),
          new Guess("windows-1251", LegacyEncoding::isSmallCyrillic, 60),
          new Guess("KOI8-R", LegacyEncoding::isSmallCyrillic, 60),
          new Guess("windows-1252", LegacyEncoding::isWestern, 60, true));

  /**
   * An encoding, and characters of which there are many in texts that use it.
   *
   * @param percent how many of the characters beyond ASCII are such ones, at least
   * @param amongAscii whether they come here and there among letters of ASCII
   */
  private record Guess(String name, IntPredicate usual, int percent, boolean amongAscii) {
    Guess(String name, IntPredicate usual, int percent) {
      this(name, usual, percent, false);
    }
  }

  private LegacyEncoding() {}

  /** Whether so many malformed bytes are more than now and then. */
  static boolean isMany(long malformed, long bytes) {
    return malformed * NOW_AND_THEN >= bytes && malformed > 0;
  }

  /**
   * What to tell the user; nothing where it is UTF-8, or may be with some damage.
   *
   * @param beginning of the content, cut anywhere
   */
  static Optional<String> problem(byte[] beginning) {
    if (indexOf(JAPANESE_ESCAPE, beginning) >= 0) {
      return Optional.of(problem("the shifts of ISO-2022-JP", Optional.of("ISO-2022-JP")));
    }
    int to = beginning.length;
    int malformed = 0;
    int wide = 0;
    for (int at = 0; at < to; ) {
      int codePoint = Tokens.decode(beginning, at, to);
      malformed += codePoint < 0 && at < to - LONGEST_CHARACTER + 1 ? 1 : 0;
      wide += codePoint >= 0x80 ? 1 : 0;
      at += codePoint < 0 ? 1 : Tokens.length(codePoint);
    }
    if (malformed <= wide || !isMany(malformed, to)) {
      return Optional.empty();
    }
    String what = "%,d bytes that are not UTF-8 among %,d".formatted(malformed, to);
    return Optional.of(problem(what, guess(beginning)));
  }

  private static String problem(String what, Optional<String> guess) {
    return "got %s%s. Name the encoding of the texts: --encoding %s (--encoding UTF-8 counts them as damaged UTF-8)"
        .formatted(
            what,
            guess.map(name -> "; it looks like " + name).orElse(""),
            guess.orElse("windows-1252"));
  }

  /** The encoding that makes most sense of the bytes. */
  private static Optional<String> guess(byte[] beginning) {
    return GUESSES.stream()
        .filter(guess -> Charset.isSupported(guess.name()) && makesSense(guess, beginning))
        .map(Guess::name)
        .findFirst();
  }

  private static boolean makesSense(Guess guess, byte[] beginning) {
    var decoder =
        Charset.forName(guess.name())
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    for (int cut = 0; cut < LONGEST_CHARACTER && cut < beginning.length; cut++) {
      try {
        var text = decoder.decode(ByteBuffer.wrap(beginning, 0, beginning.length - cut));
        return isUsual(text, guess);
      } catch (CharacterCodingException e) {
        // Cut inside a character, perhaps.
      }
    }
    return false;
  }

  private static boolean isUsual(CharBuffer text, Guess guess) {
    long wide = text.chars().filter(c -> c >= 0x80).count();
    long usual = text.chars().filter(c -> c >= 0x80).filter(guess.usual()).count();
    long ascii = text.chars().filter(c -> c < 0x80 && Character.isLetter(c)).count();
    return 100 * usual >= guess.percent() * wide && (guess.amongAscii() || wide >= ascii);
  }

  private static boolean isKana(int c) {
    return c >= 0x3041 && c <= 0x30fe;
  }

  private static boolean isHangul(int c) {
    return c >= 0xac00 && c <= 0xd7a3;
  }

  private static boolean isFrequentHan(int c) {
    return FREQUENT_HAN.indexOf(c) >= 0;
  }

  private static boolean isSmallCyrillic(int c) {
    return c >= 0x430 && c <= 0x44f;
  }

  /** Letters of Western Europe, and its quotes and dashes. */
  private static boolean isWestern(int c) {
    return c >= 0xc0 && c <= 0xff
        || c >= 0x2013 && c <= 0x203a
        || c == 0xa0
        || c == 0xab
        || c == 0xbb
        || c == 0x20ac
        || c == 0x152
        || c == 0x153;
  }

  private static int indexOf(byte[] mark, byte[] bytes) {
    for (int at = 0; at + mark.length <= bytes.length; at++) {
      if (Arrays.equals(mark, 0, mark.length, bytes, at, at + mark.length)) {
        return at;
      }
    }
    return -1;
  }
}
