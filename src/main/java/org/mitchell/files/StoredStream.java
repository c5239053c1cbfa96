package org.mitchell.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/**
 * The bytes of a file as they are stored, below what inflates them: remembers whether reading them
 * failed, which is no damage of the content.
 */
public final class StoredStream extends FilterInputStream {
  private final LongConsumer consumed;
  private long count;
  private boolean failed;

  public StoredStream(InputStream stored) {
    this(stored, bytes -> {});
  }

  /**
   * @param consumed is told after every reading how many bytes it gave
   */
  public StoredStream(InputStream stored, LongConsumer consumed) {
    super(stored);
    this.consumed = consumed;
  }

  /** How many bytes were read. */
  public long count() {
    return count;
  }

  public boolean failed() {
    return failed;
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
