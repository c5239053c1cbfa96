package org.mitchell.corpus.formats;

import java.io.IOException;
import org.mitchell.files.Compression;

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
            .formatted(compression.label(), Compression.reason(cause), place),
        cause);
  }

  public long offset() {
    return offset;
  }
}
