package org.mitchell.corpus.formats;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.LongConsumer;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.mitchell.files.Compression;

/**
 * The content of the bzip2 streams that begin in a shard, and of those that follow it.
 *
 * <p>Only blocks whose checksum is right are handed out. After a bad one the rest of its stream is
 * left out and the content goes on with the next stream.
 */
final class Bzip2Content extends CountedContent {
  private static final int STEP = 1 << 12;

  private final Bzip2Streams stored;
  private final long to;
  private final LongConsumer consumed;
  private long end = Long.MAX_VALUE;

  /** The stream under way, if there is one. */
  private BZip2CompressorInputStream stream;

  private DamagedContent damage;

  /** Inflated bytes of this stream: handed out, then checked, then those of an open block. */
  private byte[] inflated = new byte[1 << 16];

  private int handedOut;
  private int checked;
  private int filled;

  /** Up to where stored bytes were told of; -1 before the first stream. */
  private long told = -1;

  Bzip2Content(Shard shard, LongConsumer consumed) throws IOException {
    this.stored = new Bzip2Streams(shard.source().open(shard.from()), shard.from());
    this.to = shard.to();
    this.consumed = consumed;
  }

  @Override
  public long end() {
    return end;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    while (handedOut == checked) {
      if (damage != null) {
        var thrown = damage;
        damage = null;
        throw thrown;
      }
      if (stream != null) {
        inflate();
      } else if (!openNext()) {
        return -1;
      }
    }
    int count = Math.min(length, checked - handedOut);
    System.arraycopy(inflated, handedOut, buffer, from, count);
    handedOut += count;
    return counted(count);
  }

  @Override
  public void close() throws IOException {
    stored.close();
  }

  private boolean openNext() throws IOException {
    boolean found = stored.next(told < 0 ? to : Long.MAX_VALUE);
    tell();
    if (!found) {
      return false;
    }
    if (stored.start() >= to) {
      end = Math.min(end, offset());
    }
    handedOut = 0;
    checked = 0;
    filled = 0;
    try {
      stream = new BZip2CompressorInputStream(stored, true);
    } catch (IOException | RuntimeException e) {
      if (stored.hasFailed()) {
        throw e;
      }
      damaged(e);
    }
    return true;
  }

  /** Inflates a little more; where the next block begins, the one before it was right. */
  private void inflate() throws IOException {
    makeRoom();
    long block = stream.getCompressedCount();
    try {
      for (int left = STEP; left > 0; left--) {
        int value = stream.read();
        if (value < 0) {
          checked = filled;
          stream = null;
          break;
        }
        if (stream.getCompressedCount() != block) {
          checked = filled;
          block = stream.getCompressedCount();
        }
        inflated[filled++] = (byte) value;
      }
    } catch (IOException | RuntimeException e) {
      if (stored.hasFailed()) {
        throw e;
      }
      if (stream.getCompressedCount() != block) {
        checked = filled;
      }
      damaged(e);
    }
    tell();
  }

  private void makeRoom() {
    if (handedOut > 0 && handedOut == checked) {
      System.arraycopy(inflated, checked, inflated, 0, filled - checked);
      filled -= checked;
      handedOut = 0;
      checked = 0;
    }
    if (inflated.length - filled < STEP) {
      inflated = Arrays.copyOf(inflated, 2 * inflated.length);
    }
  }

  private void damaged(Exception cause) {
    stream = null;
    damage =
        DamagedContent.inflating(
            Compression.BZIP2,
            offset() + checked - handedOut,
            cause,
            "in the stream at stored byte %,d; its rest is left out".formatted(stored.start()));
  }

  /** Tells of stored bytes, those of the shard's own streams only: others tell of theirs. */
  private void tell() {
    if (end == Long.MAX_VALUE && told >= 0) {
      consumed.accept(stored.position() - told);
    }
    told = stored.position();
  }
}
