package org.mitchell.jobs;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What is said when Java has no more memory. It is made beforehand: when memory has run out there
 * is no room to format a number, nor to load a class that would.
 */
public final class OutOfMemory {
  /** Causes of causes are followed no further: damaged ones could run in a circle. */
  private static final int DEEPEST = 32;

  private final String sentence;
  private final byte[] line;

  public OutOfMemory() {
    this.sentence =
        "not enough memory (%,d MB are allowed). Give Java more (%s), or take fewer participants, voxels or features at a time"
            .formatted(Heap.allowed() >> 20, Heap.setting(2 * Heap.allowed()));
    this.line = ("mitchell: " + sentence + "\n").getBytes(StandardCharsets.UTF_8);
    // Loaded now, for the same reason.
    isCauseOf(new IllegalStateException());
  }

  /** The message without the name of the program and without a full stop. */
  public String sentence() {
    return sentence;
  }

  /** Prints the message as a line. */
  public void print(PrintStream to) {
    to.write(line, 0, line.length);
    to.flush();
  }

  /** Whether an error is, or was caused by, a lack of memory: libraries wrap what they catch. */
  public static boolean isCauseOf(Throwable error) {
    Throwable cause = error;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof OutOfMemoryError) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
