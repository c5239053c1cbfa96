package org.mitchell.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The first bytes of MATLAB's files: a text in versions 5 to 7.3, or HDF5's own signature. */
final class MatlabSignature {
  /** How many bytes tell. */
  static final int LENGTH = 10;

  private static final byte[] VERSION_5 = "MATLAB 5.0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] VERSION_7_3 = "MATLAB 7.3".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

  private MatlabSignature() {}

  static boolean starts(byte[] head) {
    return startsWith(head, VERSION_5) || startsWith(head, VERSION_7_3) || startsWith(head, HDF5);
  }

  /** What a file that is no MATLAB file seems to be, for an error message. */
  static String describe(byte[] head) {
    if (head.length == 0) {
      return "an empty file";
    }
    String text = new String(head, StandardCharsets.ISO_8859_1).strip();
    return text.startsWith("<") ? "a web page (HTML)" : "something else";
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }
}
