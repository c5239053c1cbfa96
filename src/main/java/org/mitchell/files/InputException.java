package org.mitchell.files;

import java.nio.file.Path;

/**
 * Something that the user gave cannot be used: a damaged file, a table of the wrong shape, a word
 * without features.
 *
 * <p>The message is meant for the user as it stands: what is wrong and where (file, byte, line,
 * trial), what was found and what was expected, and what to do next. Failures of the machine (disk
 * full, no permission) stay {@link java.io.IOException}s.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An input problem that is not tied to one file. */
  public InputException(String message) {
    super(message);
  }

  /** As above, keeping the error that revealed the problem. */
  public InputException(String message, Throwable cause) {
    super(message, cause);
  }

  /** An input problem in {@code file}; the message names the file first. */
  public static InputException in(Path file, String problem) {
    return new InputException(file + ": " + problem);
  }

  /** As {@link #in(Path, String)}, keeping the error that revealed the problem. */
  public static InputException in(Path file, String problem, Throwable cause) {
    if (cause != null && cause.getCause() instanceof OutOfMemoryError error) {
      throw error; // which is no fault of the file
    }
    return new InputException(file + ": " + problem, cause);
  }
}
