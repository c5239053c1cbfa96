package org.mitchell.corpus.formats;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;
import org.tukaani.xz.MemoryLimitException;

/** The content of a source cannot be read on from some place. */
public final class DamagedContent extends IOException {
  private static final long serialVersionUID = 1L;

  private final long offset;

  /**
   * @param offset how many bytes of content could be read
   * @param problem what was found and what was expected
   */
  DamagedContent(long offset, String problem, Throwable cause) {
    super(problem, cause);
    this.offset = offset;
  }

  /** A decoder gave up; {@code place} says where in the stored bytes. */
  static DamagedContent inflating(
      Compression compression, long offset, Exception cause, String place) {
    return new DamagedContent(
        offset,
        "the %s data are damaged or cut short (%s, %s)"
            .formatted(compression.label(), reason(cause), place),
        cause);
  }

  /** In our words: those of a decoder are for programmers. */
  private static String reason(Exception cause) {
    if (cause instanceof MemoryLimitException
        || cause instanceof ZstdException zstd
            && Math.abs(zstd.getErrorCode()) == Zstd.errFrameParameterWindowTooLarge()) {
      return "it asks for more than 128 MiB of memory";
    }
    if (cause instanceof ZipException) {
      return cause.getMessage(); // that of our own reader of gzip
    }
    return cause instanceof EOFException ? "it ends early" : "its bytes are damaged";
  }

  public long offset() {
    return offset;
  }
}
