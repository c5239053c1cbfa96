package org.mitchell.nifti;

import java.io.IOException;

/**
 * A file cannot be read as NIfTI: it is damaged ({@link #isUnsupported()} false), or it is sound
 * but uses a part of the format that this package does not read (true).
 *
 * <p>The message is complete: file, byte position, what was found, what was expected.
 */
public final class NiftiException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final long position;
  private final boolean unsupported;

  NiftiException(String file, long position, String message, boolean unsupported, Throwable cause) {
    super(message, cause);
    this.file = file;
    this.position = position;
    this.unsupported = unsupported;
  }

  /** The name of the file, as it was given to the reader. */
  public String file() {
    return file;
  }

  /** Where the trouble is, in bytes from the start of the (uncompressed) content. */
  public long position() {
    return position;
  }

  /** Whether the file is legal NIfTI of a kind that is not read here, rather than damaged. */
  public boolean isUnsupported() {
    return unsupported;
  }
}
