package org.mitchell.corpus.formats;

import java.io.IOException;

/** The content of a source cannot be read on from some place. */
public final class DamagedContent extends IOException {
  private static final long serialVersionUID = 1L;

  private static final int LONGEST_REASON = 200;

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

  /** What a library says of damage, in a line that is not long. */
  static String reason(Exception cause) {
    String message = cause.getMessage() == null ? "" : cause.getMessage().strip();
    String line = message.lines().findFirst().orElse("it ends early");
    return line.substring(0, Math.min(line.length(), LONGEST_REASON));
  }

  public long offset() {
    return offset;
  }
}
