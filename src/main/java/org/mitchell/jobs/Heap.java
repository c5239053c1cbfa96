package org.mitchell.jobs;

import org.mitchell.files.InputException;

/**
 * The memory that Java may use, asked before a computation begins: what cannot be held is refused
 * in a second, with its size, in place of an error after an hour.
 */
public final class Heap {
  private Heap() {}

  /** What Java may use, bytes. */
  public static long allowed() {
    return Runtime.getRuntime().maxMemory();
  }

  /**
   * @param what is computed: {@code P1: fit of 60 words x 6 presentations, 200,000 voxels}
   * @param bytes that it holds at one time
   * @param instead what may be taken less of: {@code a mask with fewer voxels}
   * @throws InputException if these are more than Java may use
   */
  public static void require(String what, long bytes, String instead) {
    if (bytes > allowed()) {
      throw new InputException(
          "%s takes %,d MB of memory where Java may use %,d MB. Give Java more (%s), or take %s"
              .formatted(what, megabytes(bytes), megabytes(allowed()), setting(bytes), instead));
    }
  }

  /** What gives Java room for so many bytes, and a quarter more for all else. */
  public static String setting(long bytes) {
    return "JAVA_TOOL_OPTIONS=-Xmx%dg".formatted((bytes + (bytes >> 2) >> 30) + 1);
  }

  private static long megabytes(long bytes) {
    return (bytes + (1 << 20) - 1) >> 20;
  }
}
