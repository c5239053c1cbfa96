package org.mitchell.corpus.formats;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The lines of some bytes one after the other, as places in those bytes: without the line feed, a
 * carriage return before it and a byte order mark, and without lines of nothing but white space.
 */
final class Lines {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LINE_FEEDS = 0x0a0a0a0a0a0a0a0aL;
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private byte[] bytes = new byte[0];
  private int end;
  private int nextFrom;
  private int from;
  private int to;

  /** Begins with the line that starts at {@code from}; the last one ends at {@code end}. */
  void read(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.end = end;
    this.nextFrom = from;
  }

  /** Goes to the next line; false when there is none. */
  boolean next() {
    while (nextFrom < end) {
      from = nextFrom;
      to = lineFeed(from);
      nextFrom = to + 1;
      if (to > from && bytes[to - 1] == '\r') {
        to--;
      }
      if (hasByteOrderMark(bytes, from, to)) {
        from += 3;
      }
      if (!isBlank()) {
        return true;
      }
    }
    return false;
  }

  /** Where the line begins. */
  int from() {
    return from;
  }

  /** The place after its last byte. */
  int to() {
    return to;
  }

  static boolean hasByteOrderMark(byte[] bytes, int from, int to) {
    return to - from >= 3
        && bytes[from] == (byte) 0xef
        && bytes[from + 1] == (byte) 0xbb
        && bytes[from + 2] == (byte) 0xbf;
  }

  /** The first line feed at or after a place, or the end; eight bytes are looked at in one go. */
  private int lineFeed(int start) {
    int at = start;
    for (; end - at >= Long.BYTES; at += Long.BYTES) {
      long zeroes = (long) LONG.get(bytes, at) ^ LINE_FEEDS;
      long found = zeroes - LOW_BITS & ~zeroes & HIGH_BITS; // its lowest bit is exact
      if (found != 0) {
        return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
    }
    while (at < end && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  private boolean isBlank() {
    for (int at = from; at < to; at++) {
      if (bytes[at] != ' ' && (bytes[at] < '\t' || bytes[at] > '\r')) {
        return false;
      }
    }
    return true;
  }
}
