package org.mitchell.corpus.formats;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * The members of a gzip file one after the other. Zeros behind the last one are padding, as gzip
 * itself takes them; anything else there is an error, once all before it has been read.
 */
final class GzipStream extends InputStream {
  private static final int FIRST_OF_MAGIC = 0x1f;

  private final BufferedInputStream stored;
  private InputStream member;

  GzipStream(BufferedInputStream stored) throws IOException {
    this.stored = stored;
    this.member = member(stored);
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    int count = member.read(buffer, from, length);
    while (count < 0 && hasMore()) {
      member = member(stored);
      count = member.read(buffer, from, length);
    }
    return count;
  }

  /** Closes the stored bytes too. */
  @Override
  public void close() throws IOException {
    member.close();
  }

  /** Whether another member follows, and not just padding. */
  private boolean hasMore() throws IOException {
    boolean padding = false;
    stored.mark(1);
    int next = stored.read();
    while (next == 0) {
      padding = true;
      stored.mark(1);
      next = stored.read();
    }
    if (next >= 0 && (padding || next != FIRST_OF_MAGIC)) {
      throw new IOException("something that is no gzip follows the end of a member");
    }
    stored.reset();
    return next >= 0;
  }

  private static InputStream member(BufferedInputStream stored) throws IOException {
    return GzipCompressorInputStream.builder()
        .setInputStream(stored)
        .setDecompressConcatenated(false)
        .get();
  }
}
