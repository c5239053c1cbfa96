package org.mitchell.data;

import java.util.Locale;
import java.util.Optional;

/**
 * A file that can be had from a public server, and what is known of it beforehand.
 *
 * @param name what it is called there and here
 * @param begins what its first bytes are
 * @param mostBytes a file that is larger is another
 * @param published what its publisher says of its content; nothing where that is not known
 */
public record PublicFile(
    String name, FirstBytes begins, long mostBytes, Optional<Published> published) {
  /**
   * Four times what the largest of the paper's files could have without compression (21,764 voxels,
   * 360 trials, 8 bytes a value).
   */
  private static final long MOST_OF_A_PARTICIPANT = 1L << 28;

  /**
   * @param bytes the size of the whole file
   * @param md5 32 hexadecimal digits: no proof against somebody who means harm, but of whole files
   */
  public record Published(long bytes, String md5) {}

  /** The responses of one of the paper's participants. */
  static PublicFile responses(String label) {
    return new PublicFile(
        FileNames.matlab(label), FirstBytes.MATLAB, MOST_OF_A_PARTICIPANT, Optional.empty());
  }

  /** A file whose size and MD5 are published. */
  static PublicFile published(String name, FirstBytes begins, long bytes, String md5) {
    if (!md5.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException(name + ": got MD5 " + md5);
    }
    return new PublicFile(name, begins, bytes, Optional.of(new Published(bytes, md5)));
  }

  PublicFile atMost(long bytes) {
    return new PublicFile(name, begins, bytes, published);
  }

  /** What a file of more bytes is not. */
  String atMostInWords() {
    return published.isPresent()
        ? String.format(Locale.ROOT, "the file has %,d", mostBytes)
        : String.format(Locale.ROOT, "a participant's file has fewer than %,d", mostBytes);
  }
}
