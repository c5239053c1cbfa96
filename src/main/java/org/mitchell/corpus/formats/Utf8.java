package org.mitchell.corpus.formats;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.mitchell.corpus.Tokens;

/** Checks bytes for readers that take nothing but well-formed UTF-8. */
final class Utf8 {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;

  private Utf8() {}

  /** How many bytes are malformed, counted as {@link Tokens#decode} does. */
  static int malformed(byte[] bytes, int from, int to) {
    int malformed = 0;
    int at = from;
    while (at < to) {
      if (to - at >= Long.BYTES && ((long) LONG.get(bytes, at) & HIGH_BITS) == 0) {
        at += Long.BYTES;
        continue;
      }
      int codePoint = Tokens.decode(bytes, at, to);
      malformed += codePoint < 0 ? 1 : 0;
      at += codePoint < 0 ? 1 : Tokens.length(codePoint);
    }
    return malformed;
  }
}
