package org.mitchell.corpus.formats;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What people take for text and is none that can be counted, told by its first bytes. */
final class NoText {
  private static final String UTF_16 =
      "got UTF-16 (%s) where UTF-8 is expected. Convert it: iconv -f %s -t UTF-8 FILE > NEWFILE";
  private static final String PACKED =
      "got %s where text is expected, plain or as gz, bz2, xz or zst. Unpack it: a folder of texts"
          + " is counted as it is";

  private static final List<Archive> ARCHIVES =
      List.of(
          new Archive("a tar archive", 257, "ustar\0"),
          new Archive("a tar archive", 257, "ustar  \0"),
          new Archive("a zip archive", 0, "PK\003\004"),
          new Archive("a 7z archive", 0, "7z\u00bc\u00af\u0027\u001c"),
          new Archive("a rar archive", 0, "Rar!\032\007"),
          new Archive("an lz4 file", 0, "\004\"M\030"),
          new Archive("a file of compress", 0, "\037\u009d"),
          new Archive("a PDF file", 0, "%PDF-"),
          new Archive("a Parquet file", 0, "PAR1"));

  private record Archive(String name, int from, byte[] mark) {
    Archive(String name, int from, String mark) {
      this(name, from, mark.getBytes(StandardCharsets.ISO_8859_1));
    }

    boolean is(byte[] beginning) {
      int to = from + mark.length;
      return to <= beginning.length && Arrays.equals(mark, 0, mark.length, beginning, from, to);
    }
  }

  private NoText() {}

  /**
   * What to tell the user; nothing where it may be text.
   *
   * @param beginning of the content, once inflated
   */
  static Optional<String> problem(byte[] beginning) {
    for (var archive : ARCHIVES) {
      if (archive.is(beginning)) {
        return Optional.of(PACKED.formatted(archive.name()));
      }
    }
    int mark = beginning.length < 2 ? 0 : (beginning[0] & 0xff) << 8 | beginning[1] & 0xff;
    if (mark == 0xfeff || mark == 0xfffe) {
      return Optional.of(UTF_16.formatted("by its byte order mark", "UTF-16"));
    }
    if (isEveryOtherByteZero(beginning, 1)) {
      return Optional.of(UTF_16.formatted("every other byte is zero", "UTF-16LE"));
    }
    if (isEveryOtherByteZero(beginning, 0)) {
      return Optional.of(UTF_16.formatted("every other byte is zero", "UTF-16BE"));
    }
    return Optional.empty();
  }

  /** Most, that is: letters of other scripts may be among them; and hardly any of the others. */
  private static boolean isEveryOtherByteZero(byte[] beginning, int parity) {
    int zeros = 0;
    int others = 0;
    for (int i = 0; i < beginning.length; i++) {
      zeros += beginning[i] == 0 && i % 2 == parity ? 1 : 0;
      others += beginning[i] == 0 && i % 2 != parity ? 1 : 0;
    }
    return zeros > 1 && 4 * zeros > beginning.length && 20 * others < zeros;
  }
}
