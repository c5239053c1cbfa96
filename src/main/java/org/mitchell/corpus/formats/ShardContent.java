package org.mitchell.corpus.formats;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** The inflated content from the beginning of a shard on, beyond its end. */
final class ShardContent implements Closeable {
  /** Damage loses what a decoder had not handed out yet, so little is asked of it at a time. */
  private static final int STEP = 1 << 16;

  private final StoredBytes stored;
  private final Layout layout;
  private final long end;
  private InputStream content;
  private long offset;

  ShardContent(Shard shard, LongConsumer consumed) throws IOException {
    stored = new StoredBytes(shard.source().open(shard.from()), consumed);
    layout = shard.layout();
    end = shard.isLast() ? Long.MAX_VALUE : shard.to() - shard.from();
  }

  /** How long the shard's own content is; {@link Long#MAX_VALUE} if it has all that follows. */
  long end() {
    return end;
  }

  /** Whether all that belongs to the shard has been read: what follows is the next one's. */
  boolean isPastEnd() {
    return offset >= end;
  }

  /**
   * Reads up to {@code length} bytes, never across the end of the shard; -1 at the end of the
   * source.
   *
   * @throws DamagedContent if the content cannot be inflated
   * @throws IOException if the stored bytes cannot be read
   */
  int read(byte[] buffer, int from, int length) throws IOException {
    int step = (int) Math.min(Math.min(length, STEP), isPastEnd() ? STEP : end - offset);
    try {
      if (content == null) {
        content = layout.compression().inflate(stored);
      }
      int count = content.read(buffer, from, step);
      offset += Math.max(0, count);
      return count;
    } catch (IOException | RuntimeException e) {
      if (stored.failed || layout.compression() == Compression.NONE) {
        throw e;
      }
      throw new DamagedContent(offset, problem(e), e);
    }
  }

  @Override
  public void close() throws IOException {
    stored.close();
  }

  private String problem(Exception cause) {
    String reason = cause.getMessage() == null ? "it ends early" : cause.getMessage();
    return "the %s data are damaged or cut short (%s, about stored byte %,d)"
        .formatted(layout.compression().label(), reason, stored.count);
  }

  /** Counts what is read, and remembers whether reading it failed. */
  private static final class StoredBytes extends FilterInputStream {
    private final LongConsumer consumed;
    private long count;
    private boolean failed;

    StoredBytes(InputStream stored, LongConsumer consumed) {
      super(stored);
      this.consumed = consumed;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      try {
        int read = super.read(buffer, from, length);
        count += Math.max(0, read);
        consumed.accept(Math.max(0, read));
        return read;
      } catch (IOException e) {
        failed = true;
        throw e;
      }
    }
  }
}
