package org.mitchell.corpus.scan;

/**
 * Looks at eight bytes of ASCII at once, as one number with the first in its lowest bits, and tells
 * of each whether it is something: the answer is eight bits, the first byte's the lowest.
 */
final class Ascii {
  /** Set in a number of eight bytes if one of them is beyond ASCII. */
  static final long HIGH_BITS = 0x8080808080808080L;

  private static final long ONES = 0x0101010101010101L;
  private static final long LOWER_CASE = 0x20 * ONES;

  private Ascii() {}

  /** Which are letters. */
  static long letters(long eight) {
    long lower = eight | LOWER_CASE;
    long atLeastA = lower + (0x80 - 'a') * ONES;
    long beyondZ = lower + (0x7f - 'z') * ONES;
    return bits(atLeastA ^ beyondZ);
  }

  /** Which are this character. */
  static long equal(long eight, char character) {
    long zeroWhereEqual = eight ^ character * ONES;
    return bits(~(zeroWhereEqual + 0x7f * ONES));
  }

  /** The highest bits of eight bytes, side by side. */
  private static long bits(long eight) {
    return (eight & HIGH_BITS) * 0x0002040810204081L >>> 56;
  }
}
