package org.mitchell.corpus.formats;

import java.io.IOException;
import java.io.InputStream;

/**
 * Stored bytes of bzip2, one stream after another: each ends where the next one begins, found by
 * the mark alone that every stream with content begins with. So readers who begin in different
 * places find the same streams, and damage to one stays in it.
 *
 * <p>The mark has ten bytes and cannot be met by chance. Streams without content have another one;
 * they stay at the end of the stream before them.
 */
final class Bzip2Streams extends InputStream {
  private static final int BUFFER = 1 << 16;

  /** {@code BZh}, the size of the blocks, and the beginning of the first block. */
  private static final int[] MARK = {'B', 'Z', 'h', -1, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59};

  private final InputStream stored;
  private final byte[] buffer = new byte[BUFFER];
  private boolean atStart;
  private boolean failed;

  /** What is read and not handed out: {@code at} .. {@code filled - 1}; where that begins. */
  private int at;

  private int filled;
  private long position;
  private boolean ended;

  /** Up to where in the buffer the bytes are known to be of this stream, and if it ends there. */
  private int limit;

  private boolean nextFound;
  private long start;

  /**
   * @param stored the bytes from {@code from} on; where that is 0, a stream begins there whatever
   *     they are
   */
  Bzip2Streams(InputStream stored, long from) {
    this.stored = stored;
    this.position = from;
    this.atStart = from == 0;
  }

  /** Goes to the beginning of the next stream; false if none begins before {@code bound}. */
  boolean next(long bound) throws IOException {
    if (atStart) {
      atStart = false;
    } else {
      skipToLimit();
      while (!nextFound) {
        if (position >= bound || !fill()) {
          return false;
        }
        skipToLimit();
      }
    }
    start = position;
    findNext(at + 1);
    return start < bound;
  }

  /** Where the stream begins in the source. */
  long start() {
    return start;
  }

  /** How far the source is read. */
  long position() {
    return position;
  }

  /** Whether the stored bytes could not be read. */
  boolean hasFailed() {
    return failed;
  }

  @Override
  public int read() throws IOException {
    while (at == limit) {
      if (nextFound || !fill()) {
        return -1;
      }
    }
    position++;
    return buffer[at++] & 0xff;
  }

  @Override
  public void close() throws IOException {
    stored.close();
  }

  private void skipToLimit() {
    position += limit - at;
    at = limit;
  }

  /** Reads on, once all that is known to be of this stream is used up; false if that was all. */
  private boolean fill() throws IOException {
    if (ended && at == filled) {
      return false;
    }
    System.arraycopy(buffer, at, buffer, 0, filled - at);
    filled -= at;
    at = 0;
    try {
      int count = stored.read(buffer, filled, buffer.length - filled);
      ended = count < 0;
      filled += Math.max(0, count);
    } catch (IOException e) {
      failed = true;
      throw e;
    }
    findNext(position == start ? 1 : 0);
    return true;
  }

  private void findNext(int from) {
    int last = filled - MARK.length;
    for (int i = from; i <= last; i++) {
      if (buffer[i] == MARK[0] && isMark(i)) {
        limit = i;
        nextFound = true;
        return;
      }
    }
    nextFound = false;
    limit = ended ? filled : Math.max(at, last + 1);
  }

  private boolean isMark(int from) {
    for (int i = 0; i < MARK.length; i++) {
      int b = buffer[from + i];
      if (MARK[i] < 0 ? b < '1' || b > '9' : b != MARK[i]) {
        return false;
      }
    }
    return true;
  }
}
