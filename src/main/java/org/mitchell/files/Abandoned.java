package org.mitchell.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** What bears the number of a process that may have died. */
final class Abandoned {
  /** What a living process makes is locked within this. */
  private static final Duration LOCKED = Duration.ofSeconds(5);

  private Abandoned() {}

  /**
   * Whether a lock has to tell if the process is dead. Its number says little by itself: it may be
   * another process's by now, and on Linux threads have numbers of the same kind.
   *
   * @param path what it made, a file or a folder
   * @param process its number
   */
  static boolean mayBe(Path path, long process) throws IOException {
    if (process == ProcessHandle.current().pid()) {
      return false;
    }
    if (ProcessHandle.of(process).isEmpty()) {
      return true;
    }
    try {
      Instant changed = Files.getLastModifiedTime(path).toInstant();
      return changed.plus(LOCKED).isBefore(Instant.now());
    } catch (NoSuchFileException e) {
      return false;
    }
  }
}
