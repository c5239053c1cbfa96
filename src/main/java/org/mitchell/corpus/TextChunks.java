package org.mitchell.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts one text into chunks that threads take in turn: one reads while the others count.
 *
 * <p>A cut stands before a byte that is no white space and after an ASCII byte that is no letter:
 * never inside a token, a character or a blank line, so that a chunk can be read without knowing
 * the one before. A chunk that offers no such place grows; beyond {@value #LARGEST} bytes it is cut
 * where it is, and what stands there (one run of letters or of white space of that length) is read
 * as two.
 */
final class TextChunks implements AutoCloseable {
  /** The size of a chunk in bytes. */
  static final int SIZE = 1 << 20;

  static final int LARGEST = 1 << 24;

  private final TextSource source;
  private final int size;
  private final byte[] ascii = Tokens.ascii();
  private InputStream stream;
  private byte[] rest = new byte[0];
  private long number;
  private long bytes;
  private boolean ended;

  TextChunks(TextSource source, int size) {
    this.source = source;
    this.size = size;
  }

  /** A chunk: the first {@code length} bytes of a buffer that belongs to the thread which asked. */
  static final class Chunk {
    private byte[] buffer = new byte[0];
    private int length;
    private long number;
    private boolean last;

    byte[] buffer() {
      return buffer;
    }

    int length() {
      return length;
    }

    /** Its place in the text, from 0. */
    long number() {
      return number;
    }

    /** Whether the text ends with it. */
    boolean isLast() {
      return last;
    }
  }

  static boolean isWhiteSpace(int c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  /** Whether all has been handed out. */
  synchronized boolean hasEnded() {
    return ended;
  }

  /** Fills {@code chunk} with the next piece of the text; false when there is none left. */
  synchronized boolean next(Chunk chunk) throws IOException {
    if (ended) {
      return false;
    }
    if (stream == null) {
      stream = source.open();
    }
    fill(chunk);
    chunk.number = number++;
    return true;
  }

  @Override
  public synchronized void close() throws IOException {
    ended = true;
    if (stream != null) {
      stream.close();
    }
  }

  private void fill(Chunk chunk) throws IOException {
    int wanted = Math.max(size, rest.length);
    chunk.buffer = withRoom(chunk.buffer, wanted);
    System.arraycopy(rest, 0, chunk.buffer, 0, rest.length);
    int length = rest.length + read(chunk.buffer, rest.length, wanted);
    int cut = lastCut(chunk.buffer, length);
    while (cut == 0 && length == wanted && length < LARGEST) {
      wanted *= 2;
      chunk.buffer = withRoom(chunk.buffer, wanted);
      length += read(chunk.buffer, length, wanted);
      cut = lastCut(chunk.buffer, length);
    }
    ended = length < wanted;
    chunk.last = ended;
    chunk.length = ended || cut == 0 ? length : cut;
    rest = Arrays.copyOfRange(chunk.buffer, chunk.length, length);
  }

  private int read(byte[] buffer, int from, int to) throws IOException {
    int n = stream.readNBytes(buffer, from, to - from);
    bytes += n;
    return n;
  }

  private int lastCut(byte[] buffer, int length) {
    for (int at = length - 1; at > 0; at--) {
      if (ascii[buffer[at - 1] & 0xff] == Tokens.SEPARATOR && !isWhiteSpace(buffer[at])) {
        return at;
      }
    }
    return 0;
  }

  private static byte[] withRoom(byte[] buffer, int room) {
    return buffer.length >= room ? buffer : Arrays.copyOf(buffer, room);
  }
}
