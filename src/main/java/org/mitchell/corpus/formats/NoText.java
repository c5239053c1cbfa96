package org.mitchell.corpus.formats;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mitchell.files.Remedy;

/** What people take for text and is none that can be counted, told by its first bytes. */
final class NoText {
  private static final String WIDE = "got %s (%s) where UTF-8 is expected. %s";
  private static final String PACKED =
      "got %s where text is expected, plain or as gz, bz2, xz or zst. Unpack it: a folder of texts"
          + " is counted as it is";

  private static final List<Archive> ARCHIVES =
      List.of(
          new Archive("a tar archive", 257, "ustar\0"),
          new Archive("a tar archive", 257, "ustar  \0"),
          new Archive("an EPUB book", 30, "mimetypeapplication/epub"),
          new Archive("an OpenDocument file", 30, "mimetypeapplication/vnd.oasis"),
          new Archive("an Office document (docx, xlsx or pptx)", 30, "[Content_Types].xml"),
          new Archive("a zip archive", 0, "PK\003\004"),
          new Archive("a 7z archive", 0, "7z\u00bc\u00af\u0027\u001c"),
          new Archive("a rar archive", 0, "Rar!\032\007"),
          new Archive("an lz4 file", 0, "\004\"M\030"),
          new Archive("a file of compress", 0, "\037\u009d"),
          new Archive("a PDF file", 0, "%PDF-"),
          new Archive("a Parquet file", 0, "PAR1"),
          new Archive("a document of an old Office program", 0, "\u00d0\u00cf\u0011\u00e0"),
          new Archive("an SQLite database", 0, "SQLite format 3\0"),
          new Archive("a picture", 0, "\u0089PNG"),
          new Archive("a picture", 0, "\u00ff\u00d8\u00ff"),
          new Archive("an Arrow file", 0, "ARROW1"),
          new Archive("an HDF5 file", 0, "\u0089HDF"),
          new Archive("something compressed a second time (gz)", 0, "\037\u008b\b"),
          new Archive("something compressed a second time (bz2)", 0, "BZh91AY&SY"),
          new Archive("something compressed a second time (xz)", 0, "\u00fd7zXZ\0"),
          new Archive("something compressed a second time (zst)", 0, "\u0028\u00b5\u002f\u00fd"));

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
   * @param encodingGiven whether the user named an encoding, which may have zeros in it
   */
  static Optional<String> problem(byte[] beginning, boolean encodingGiven) {
    for (var archive : ARCHIVES) {
      if (archive.is(beginning)) {
        return Optional.of(PACKED.formatted(archive.name()));
      }
    }
    if (encodingGiven) {
      return Optional.empty();
    }
    return wide(beginning).or(() -> binary(beginning));
  }

  /** Encodings with units of two or four bytes. */
  private static Optional<String> wide(byte[] beginning) {
    int mark = beginning.length < 2 ? 0 : (beginning[0] & 0xff) << 8 | beginning[1] & 0xff;
    boolean zeros = beginning.length > 3 && beginning[2] == 0 && beginning[3] == 0;
    if (mark == 0xfffe && zeros) {
      return Optional.of(wide("UTF-32", "by its byte order mark", "UTF-32"));
    }
    if (mark == 0xfeff || mark == 0xfffe) {
      return Optional.of(wide("UTF-16", "by its byte order mark", "UTF-16"));
    }
    if (areMostBytesZero(beginning)) {
      return Optional.of(wide("UTF-32", "most bytes are zero", "UTF-32"));
    }
    if (isEveryOtherByteZero(beginning, 1)) {
      return Optional.of(wide("UTF-16", "every other byte is zero", "UTF-16LE"));
    }
    if (isEveryOtherByteZero(beginning, 0)) {
      return Optional.of(wide("UTF-16", "every other byte is zero", "UTF-16BE"));
    }
    return Optional.empty();
  }

  private static String wide(String name, String sign, String charset) {
    return WIDE.formatted(name, sign, Remedy.WIDE_ENCODING.words(charset));
  }

  /** Text has hardly any control characters but those of lines; zeros may part its words. */
  private static Optional<String> binary(byte[] beginning) {
    int controls = 0;
    for (byte b : beginning) {
      controls += b > 0 && b < ' ' && (b < '\b' || b > '\r') && b != 0x1a && b != 0x1b ? 1 : 0;
    }
    return 20 * controls > beginning.length
        ? Optional.of(
            "got binary data (%,d control characters in the first %,d bytes) where text is expected"
                .formatted(controls, beginning.length))
        : Optional.empty();
  }

  private static boolean areMostBytesZero(byte[] beginning) {
    int zeros = 0;
    for (byte b : beginning) {
      zeros += b == 0 ? 1 : 0;
    }
    return 3 * zeros > 2 * beginning.length;
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
