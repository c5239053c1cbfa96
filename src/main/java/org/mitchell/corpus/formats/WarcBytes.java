package org.mitchell.corpus.formats;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import java.util.Optional;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcParser;

/** The content of a WARC file, record headers and blocks of bytes in turn. */
final class WarcBytes implements ReadableByteChannel {
  private static final int BUFFER = 1 << 16;

  /** A header that is longer is none. */
  private static final int LONGEST_HEADER = 1 << 20;

  /** What lies between two records: the end of one and the beginning of the next. */
  private static final byte[] BETWEEN = {'\r', '\n', '\r', '\n', 'W', 'A', 'R', 'C', '/', '1', '.'};

  private static final int END_OF_RECORD = 4;

  private final ShardContent content;
  private final WarcParser parser = new WarcParser();
  private final byte[] step = new byte[BUFFER];

  /** What is read and not used, and what comes after it, before the rest of the content. */
  private ByteBuffer buffer = ByteBuffer.allocate(BUFFER).flip();

  private ByteBuffer next = ByteBuffer.allocate(0);
  private long budget;
  private boolean arc;

  WarcBytes(ShardContent content) {
    this.content = content;
  }

  /** Where in the content the next byte is. */
  long position() {
    return content.offset() - buffer.remaining() - next.remaining();
  }

  /**
   * The header that begins here; nothing at the end of the content.
   *
   * @throws DamagedContent if there is none, or the content cannot be read
   */
  Optional<MessageHeaders> header() throws IOException {
    long start = position();
    parser.reset();
    budget = LONGEST_HEADER;
    try {
      if (!parser.parse(this, buffer)) {
        return Optional.empty();
      }
      arc = parser.version().getProtocol().equals("ARC");
      return Optional.of(parser.headers());
    } catch (ParsingException | EOFException e) {
      throw noHeader(start, e);
    }
  }

  /** The next {@code length} bytes, fewer where the content ends before. */
  byte[] block(int length) throws IOException {
    budget = Long.MAX_VALUE;
    var block = new byte[Math.min(length, BUFFER)];
    int filled = 0;
    while (filled < length && refill()) {
      if (filled == block.length) {
        block = Arrays.copyOf(block, (int) Math.min(length, 2L * filled));
      }
      int count = Math.min(buffer.remaining(), block.length - filled);
      buffer.get(block, filled, count);
      filled += count;
    }
    return filled == block.length ? block : Arrays.copyOf(block, filled);
  }

  /** Passes over so many bytes; false where the content ends before. */
  boolean skip(long length) throws IOException {
    budget = Long.MAX_VALUE;
    long left = length;
    while (left > 0 && refill()) {
      int count = (int) Math.min(left, buffer.remaining());
      buffer.position(buffer.position() + count);
      left -= count;
    }
    return left == 0;
  }

  /** Whether the last header was of the older format ARC, whose records end with one line end. */
  boolean isArc() {
    return arc;
  }

  /** Passes over the line ends behind a block; false if something else is there. */
  boolean endsRecord() throws IOException {
    if (arc) {
      byte[] end = block(1);
      return end.length == 0 || end[0] == '\n';
    }
    byte[] end = block(END_OF_RECORD);
    if (Arrays.equals(end, Arrays.copyOf(BETWEEN, END_OF_RECORD))) {
      return true;
    }
    unread(end, 0);
    return false;
  }

  /** Puts back the bytes of a block from {@code from} on, which were the last to be read. */
  void unread(byte[] block, int from) {
    var back = ByteBuffer.allocate(block.length - from + buffer.remaining() + next.remaining());
    next = back.put(block, from, block.length - from).put(buffer).put(next).flip();
    buffer.position(buffer.limit());
  }

  /**
   * Passes over everything up to where the next record seems to begin, or to the end. More damage
   * on the way belongs to what is passed over.
   */
  void toNextRecord() throws IOException {
    boolean found = false;
    while (!found) {
      try {
        toBeginning();
        found = true;
      } catch (DamagedContent e) {
        // What can be read behind it is searched too.
      }
    }
  }

  private void toBeginning() throws IOException {
    budget = Long.MAX_VALUE;
    int matched = 0;
    while (matched < BETWEEN.length && refill()) {
      byte b = buffer.get();
      if (b == BETWEEN[matched]) {
        matched++;
      } else if (b == '\r') {
        matched = matched == END_OF_RECORD ? END_OF_RECORD - 1 : 1;
      } else {
        matched = 0;
      }
    }
    if (matched == BETWEEN.length) {
      unread(BETWEEN, END_OF_RECORD);
    }
  }

  /** For the parser: bytes behind those in the buffer. */
  @Override
  public int read(ByteBuffer to) throws IOException {
    if (next.hasRemaining()) {
      int count = Math.min(to.remaining(), next.remaining());
      to.put(next.slice(next.position(), count));
      next.position(next.position() + count);
      return count;
    }
    try {
      if (budget <= 0) {
        throw noHeader(position(), null);
      }
      int count = content.read(step, 0, Math.min(step.length, to.remaining()));
      to.put(step, 0, Math.max(0, count));
      budget -= count;
      return count;
    } catch (IOException e) {
      to.limit(to.position()); // nothing is left in it, and none of it is to be read
      throw e;
    }
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() throws IOException {
    content.close();
  }

  private static DamagedContent noHeader(long at, Exception cause) {
    return new DamagedContent(
        at, "the header of a WARC record was expected here, and is damaged or missing", cause);
  }

  /** Whether there are bytes in the buffer, now or after reading on. */
  private boolean refill() throws IOException {
    if (!buffer.hasRemaining()) {
      buffer.clear();
      try {
        read(buffer);
      } finally {
        buffer.flip();
      }
    }
    return buffer.hasRemaining();
  }
}
