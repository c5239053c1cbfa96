package org.mitchell.corpus;

/**
 * The bytes of tokens: UTF-8. Bytes that are malformed stand for U+FFFD, which is no letter and
 * separates.
 */
public final class Tokens {
  /** In {@link #ASCII}: the byte separates. */
  public static final byte SEPARATOR = 0;

  /** In {@link #ASCII}: the byte belongs to a character beyond ASCII. */
  public static final byte WIDE = -1;

  private static final byte[] ASCII = new byte[256];

  static {
    for (int b = 0; b < 256; b++) {
      ASCII[b] =
          b >= 0x80 ? WIDE : Character.isLetter(b) ? (byte) Character.toLowerCase(b) : SEPARATOR;
    }
  }

  private Tokens() {}

  /**
   * For each byte value: the lower-case letter, {@link #SEPARATOR} or {@link #WIDE}. Not to be
   * written to.
   */
  public static byte[] ascii() {
    return ASCII;
  }

  /**
   * The code point that starts at {@code at}, or -1 where the bytes there are malformed (Unicode
   * 15, table 3-7).
   */
  public static int decode(byte[] bytes, int at, int to) {
    int lead = bytes[at] & 0xff;
    if (lead < 0x80) {
      return lead;
    }
    int extra = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
    if (lead < 0xc2 || lead > 0xf4 || to - at <= extra) {
      return -1;
    }
    int codePoint = lead & (0x3f >> extra);
    for (int i = 1; i <= extra; i++) {
      int next = bytes[at + i];
      if ((next & 0xc0) != 0x80) {
        return -1;
      }
      codePoint = codePoint << 6 | next & 0x3f;
    }
    boolean overlong = codePoint < (extra == 3 ? 0x10000 : extra == 2 ? 0x800 : 0x80);
    boolean surrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
    return overlong || surrogate || codePoint > 0x10ffff ? -1 : codePoint;
  }

  /** How many bytes a code point takes in UTF-8. */
  public static int length(int codePoint) {
    return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }

  /** Byte {@code i} of the {@code length} bytes of a code point. */
  public static byte encoded(int codePoint, int i, int length) {
    if (length == 1) {
      return (byte) codePoint;
    }
    int bits = codePoint >> 6 * (length - 1 - i);
    return (byte) (i == 0 ? 0xf00 >> length | bits : 0x80 | bits & 0x3f);
  }
}
