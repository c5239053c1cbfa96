package org.mitchell.corpus.formats;

import java.io.IOException;

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

  public long offset() {
    return offset;
  }
}
