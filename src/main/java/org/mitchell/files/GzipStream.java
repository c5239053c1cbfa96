package org.mitchell.files;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * The content of a gzip file, its members one after the other, however many and be they empty:
 * Java's own reader calls itself at the end of each and runs out of stack.
 *
 * <p>Damage is told as {@link ZipException}, an early end as {@link EOFException}, both in words
 * for the user; what fails in reading the stored bytes is handed on as it is.
 */
public final class GzipStream extends BlockStream {
  private static final int BUFFER = 1 << 16;
  private static final int FIRST_OF_MAGIC = 0x1f;
  private static final int SECOND_OF_MAGIC = 0x8b;

  private final StoredStream source;
  private final BufferedInputStream stored;
  private final boolean strict;
  private InputStream member;

  private GzipStream(InputStream compressed, boolean strict) throws IOException {
    this.source = new StoredStream(compressed);
    this.stored = new BufferedInputStream(source, BUFFER);
    this.strict = strict;
    try {
      this.member = member(stored);
    } catch (IOException | RuntimeException e) {
      throw told(e);
    }
  }

  /**
   * Of which nothing may be lost: zeros behind the last member are padding, as gzip itself takes
   * them; anything else there is damage, once all before it has been read.
   */
  public static GzipStream ofMembersOnly(InputStream compressed) throws IOException {
    return new GzipStream(compressed, true);
  }

  /** What follows the last member and is none ends the content, as for gzip itself. */
  public static GzipStream of(InputStream compressed) throws IOException {
    return new GzipStream(compressed, false);
  }

  /** Whether these bytes begin as gzip does. */
  public static boolean begins(int first, int second) {
    return first == FIRST_OF_MAGIC && second == SECOND_OF_MAGIC;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    try {
      int count = member.read(buffer, from, length);
      while (count < 0 && hasMore()) {
        member = member(stored);
        count = member.read(buffer, from, length);
      }
      return count;
    } catch (IOException | RuntimeException e) {
      throw told(e);
    }
  }

  /** Closes the stored bytes too. */
  @Override
  public void close() throws IOException {
    if (member != null) {
      member.close();
    }
    stored.close();
  }

  /** Whether another member follows, and not just padding. */
  private boolean hasMore() throws IOException {
    boolean padding = false;
    stored.mark(2);
    int next = stored.read();
    while (next == 0) {
      padding = true;
      stored.mark(2);
      next = stored.read();
    }
    boolean member = !padding && begins(next, next < 0 ? -1 : stored.read());
    stored.reset();
    if (!member && next >= 0 && strict) {
      throw new ZipException("something that is no gzip follows the end of a member");
    }
    return member;
  }

  private static InputStream member(BufferedInputStream stored) throws IOException {
    return GzipCompressorInputStream.builder()
        .setInputStream(stored)
        .setDecompressConcatenated(false)
        .get();
  }

  private IOException told(Exception cause) {
    if (source.failed() && cause instanceof IOException failure) {
      return failure;
    }
    if (cause instanceof EOFException) {
      var early = new EOFException("it ends early");
      early.initCause(cause);
      return early;
    }
    if (cause instanceof ZipException problem) {
      return problem;
    }
    var damage = new ZipException("its bytes are damaged");
    damage.initCause(cause);
    return damage;
  }
}
