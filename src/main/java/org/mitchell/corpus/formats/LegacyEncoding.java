package org.mitchell.corpus.formats;

import java.util.Optional;
import org.mitchell.corpus.Tokens;
import org.mitchell.files.LikelyEncoding;
import org.mitchell.files.Remedy;

/**
 * Tells text in an encoding other than UTF-8: most of what is beyond ASCII in it is malformed, and
 * that is more than now and then.
 */
final class LegacyEncoding {
  /** Malformed bytes are noted where there are fewer, one in so many. */
  private static final int NOW_AND_THEN = 1000;

  /** The beginning may be cut inside a character. */
  private static final int LONGEST_CHARACTER = 4;

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
    if (LikelyEncoding.hasJapaneseEscapes(beginning)) {
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
    return Optional.of(problem(what, LikelyEncoding.of(beginning)));
  }

  private static String problem(String what, Optional<String> guess) {
    return "got %s%s. %s"
        .formatted(
            what,
            guess.map(name -> "; it looks like " + name).orElse(""),
            Remedy.LEGACY_ENCODING.words(guess.orElse("windows-1252")));
  }
}
