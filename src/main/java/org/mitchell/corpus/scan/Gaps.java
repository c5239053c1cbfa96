package org.mitchell.corpus.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Tells quickly, from two blocks of 64 bytes, of the characters between two tokens whether they can
 * end a document or a sentence, so that few are looked at one by one.
 */
final class Gaps {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int BLOCK = Long.SIZE;

  private final int feedsToEnd;
  private final boolean feedsMatter;
  private final boolean stopsMatter;
  private int from;
  private int at;

  /** Which bytes of the block are line feeds, and of the block before it. */
  private long feeds;

  private long feedsBefore;

  /** Which bytes may end a sentence. */
  private long stops;

  private long stopsBefore;

  Gaps(Boundaries boundaries) {
    feedsToEnd = boundaries.feedsToEnd();
    feedsMatter = feedsToEnd < Integer.MAX_VALUE;
    stopsMatter = boundaries.stopsMatter();
  }

  /** Blocks follow from here on; what stands before is not known. */
  void begin(int start) {
    from = start;
    at = start - BLOCK;
    feeds = 0;
    stops = 0;
  }

  /** The next block, of ASCII alone. */
  void block(byte[] bytes, int start) {
    at = start;
    if (feedsMatter) {
      feedsBefore = feeds;
      feeds = equal(bytes, start, '\n');
    }
    if (stopsMatter) {
      stopsBefore = stops;
      stops = equal(bytes, start, '.') | equal(bytes, start, '!') | equal(bytes, start, '?');
    }
  }

  /**
   * Whether the bytes from {@code gap}, behind a token, to {@code edge}, where the next begins in
   * this block, are worth a closer look.
   */
  boolean mayEndSomething(int gap, int edge) {
    if (!(feedsMatter || stopsMatter)) {
      return false;
    }
    if (gap == from || gap < at - BLOCK) {
      return true;
    }
    long here = ~(-1L << edge - at);
    long before = 0;
    if (gap >= at) {
      here &= -1L << gap - at;
    } else {
      before = -1L << gap - (at - BLOCK);
    }
    return Long.bitCount(feeds & here) + Long.bitCount(feedsBefore & before) >= feedsToEnd
        || (stops & here | stopsBefore & before) != 0;
  }

  private static long equal(byte[] bytes, int start, char character) {
    long found = 0;
    for (int i = 0; i < BLOCK; i += Byte.SIZE) {
      found |= Ascii.equal((long) LONG.get(bytes, start + i), character) << i;
    }
    return found;
  }
}
