package org.mitchell.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What a file of a kind begins with, by which it is told from a server's page of errors. */
public enum FirstBytes {
  /** A text in versions 5 to 7.3, or HDF5's own signature. */
  MATLAB(
      "MATLAB",
      "MATLAB 5.0".getBytes(StandardCharsets.US_ASCII),
      "MATLAB 7.3".getBytes(StandardCharsets.US_ASCII),
      new byte[] {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'}),

  /** Compressed images. */
  GZIP("gzip", new byte[] {0x1f, (byte) 0x8b}),

  /** XML, as which GIFTI is written. */
  GIFTI("GIFTI", "<?xml".getBytes(StandardCharsets.US_ASCII));

  /** How many bytes tell. */
  static final int LENGTH = 10;

  private final String kind;
  private final List<byte[]> starts;

  FirstBytes(String kind, byte[]... starts) {
    this.kind = kind;
    this.starts = List.of(starts);
  }

  /** What such a file is called in messages. */
  String kind() {
    return kind;
  }

  boolean start(byte[] head) {
    return starts.stream()
        .anyMatch(
            start ->
                head.length >= start.length
                    && Arrays.equals(head, 0, start.length, start, 0, start.length));
  }

  /** What a file that begins otherwise seems to be, for an error message. */
  static String describe(byte[] head) {
    if (head.length == 0) {
      return "an empty file";
    }
    String text = new String(head, StandardCharsets.ISO_8859_1).strip();
    return text.startsWith("<") ? "a web page (HTML)" : "something else";
  }
}
