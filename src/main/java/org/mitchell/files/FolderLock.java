package org.mitchell.files;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A folder in which one run at a time gives files their names: files of two runs never stand there
 * as one set.
 */
final class FolderLock implements AutoCloseable {
  private static final String NAME = ".mitchell.lock";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final LockFile file;

  private FolderLock(LockFile file) {
    this.file = file;
  }

  /**
   * Waits for the folder.
   *
   * @throws IOException if the folder cannot be written, or another run has it and does not end
   */
  static FolderLock of(Path folder) throws IOException {
    return of(folder, PATIENCE);
  }

  static FolderLock of(Path folder, Duration patience) throws IOException {
    Path file = folder.resolve(NAME);
    Optional<LockFile> lock = LockFile.take(file, "", patience);
    if (lock.isEmpty()) {
      throw RunLock.refusal(folder, file, "Wait until it has ended");
    }
    return new FolderLock(lock.get());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
