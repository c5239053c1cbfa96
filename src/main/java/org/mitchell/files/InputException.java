package org.mitchell.files;

import java.nio.file.Path;
import java.util.Optional;

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

  /** What was wrong, without what helps. */
  private final String problem;

  /** What helps, where one thing is known; serialised as its name. */
  private final Remedy remedy;

  /** An input problem that is not tied to one file. */
  public InputException(String message) {
    super(message);
    this.problem = message;
    this.remedy = null;
  }

  /** An input problem against which something helps. */
  public InputException(String problem, Remedy remedy) {
    this(problem, remedy, null);
  }

  /** As above, keeping the error that revealed the problem. */
  public InputException(String problem, Remedy remedy, Throwable cause) {
    super(problem + ". " + remedy.words(), cause);
    this.problem = problem;
    this.remedy = remedy;
  }

  /** As above, keeping the error that revealed the problem. */
  public InputException(String message, Throwable cause) {
    super(message, cause);
    this.problem = message;
    this.remedy = null;
  }

  /** What was wrong, without what helps against it. */
  public String problem() {
    return problem;
  }

  /** What helps, where the library knows one thing; the message has its words. */
  public Optional<Remedy> remedy() {
    return Optional.ofNullable(remedy);
  }

  /** An input problem in {@code file}; the message names the file first. */
  public static InputException in(Path file, String problem) {
    return new InputException(file + ": " + problem);
  }

  /** As {@link #in(Path, String)}, with what helps. */
  public static InputException in(Path file, String problem, Remedy remedy) {
    return new InputException(file + ": " + problem, remedy);
  }

  /** As above, keeping the error that revealed the problem. */
  public static InputException in(Path file, String problem, Remedy remedy, Throwable cause) {
    return new InputException(file + ": " + problem, remedy, cause);
  }

  /** As {@link #in(Path, String)}, keeping the error that revealed the problem. */
  public static InputException in(Path file, String problem, Throwable cause) {
    if (cause != null && cause.getCause() instanceof OutOfMemoryError error) {
      throw error; // which is no fault of the file
    }
    return new InputException(file + ": " + problem, cause);
  }
}
