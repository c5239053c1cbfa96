package org.mitchell.corpus.formats;

import java.util.Arrays;

/** Bytes on their way: added at the end, handed out from the beginning. */
final class PendingBytes {
  private byte[] bytes;
  private int at;
  private int filled;

  PendingBytes(int capacity) {
    bytes = new byte[capacity];
  }

  boolean isEmpty() {
    return at == filled;
  }

  void clear() {
    at = 0;
    filled = 0;
  }

  void add(byte one) {
    room(1);
    bytes[filled++] = one;
  }

  void add(byte[] source, int from, int length) {
    room(length);
    System.arraycopy(source, from, bytes, filled, length);
    filled += length;
  }

  void addRepeated(byte one, int times) {
    room(times);
    Arrays.fill(bytes, filled, filled + times, one);
    filled += times;
  }

  /** Hands out as many as there are, up to {@code length}; returns how many. */
  int take(byte[] buffer, int from, int length) {
    int count = Math.min(length, filled - at);
    System.arraycopy(bytes, at, buffer, from, count);
    at += count;
    return count;
  }

  private void room(int more) {
    if (bytes.length - filled < more) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length + more);
    }
  }
}
