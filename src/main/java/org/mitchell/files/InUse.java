package org.mitchell.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/**
 * Files that another program has open. On Windows such a file cannot be replaced, and one that is
 * removed stays, and lets nobody make another of its name, until it is closed: what is tried then
 * is denied. Scanners for viruses open all that is new, and close it soon.
 */
public final class InUse {
  /** Of a file that a program reads. A user who has it open all the time is to be told. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final long PAUSE_MS = 10;

  private InUse() {}

  /** Whether an access to a file that was denied may be allowed in a moment. */
  static boolean mayBe(Path file) {
    return Files.isWritable(file.toAbsolutePath().getParent());
  }

  /**
   * Gives a file another name in the same folder in one step, whatever bore that before.
   *
   * @throws IOException if it cannot be done, or another program has the former one open and keeps
   *     it
   */
  public static void rename(Path file, Path target) throws IOException {
    long start = System.nanoTime();
    while (!renamed(file, target)) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new FileSystemException(
            target.toString(), null, "it may not be changed, or another program has it open");
      }
      pause();
    }
  }

  /** Not, where it may be possible in a moment. */
  private static boolean renamed(Path file, Path target) throws IOException {
    try {
      Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return true;
    } catch (AccessDeniedException e) {
      if (mayBe(target)) {
        return false;
      }
      throw e;
    }
  }

  /**
   * Waits before another try.
   *
   * @throws IOException if the thread is interrupted
   */
  static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while another run was writing", e);
    }
  }
}
