package org.mitchell.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that is there while one process works, and says which by machine, process, start and
 * command. That of a process that was killed is known by these and removed. The system's own lock
 * on it tells processes of several containers with one name and numbers of their own.
 */
final class LockFile implements AutoCloseable {
  /** A lock whose holder is not written yet is of one that died within this. */
  private static final Duration WRITTEN = Duration.ofSeconds(5);

  private final Path file;
  private final LockHolder holder;
  private final FileChannel channel;

  private LockFile(Path file, LockHolder holder, FileChannel channel) {
    this.file = file;
    this.holder = holder;
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @param patience how long to wait for a living process
   * @return nothing if it is held all that time
   * @throws IOException if the file cannot be made, as where there is no permission
   */
  static Optional<LockFile> take(Path file, String command, Duration patience) throws IOException {
    var self = LockHolder.current(command);
    long start = System.nanoTime();
    while (true) {
      boolean known = false;
      try {
        Optional<LockFile> made = make(file, self);
        if (made.isPresent()) {
          return made;
        }
        Optional<LockHolder> other = LockHolder.read(file);
        if (isStale(file, other)) {
          remove(file, other);
          continue;
        }
        known = other.isPresent();
      } catch (AccessDeniedException e) {
        if (!InUse.mayBe(file) || since(start).compareTo(InUse.PATIENCE) > 0) {
          throw e;
        }
      }
      Duration waited = since(start);
      if ((known || waited.compareTo(WRITTEN.multipliedBy(2)) > 0)
          && waited.compareTo(patience) >= 0) {
        return Optional.empty();
      }
      InUse.pause();
    }
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  /** Gives it up, unless somebody else has it meanwhile. */
  @Override
  public void close() throws IOException {
    try (channel) {
      if (LockHolder.read(file).equals(Optional.of(holder))) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** A lock that cannot be written whole, as on a full disk, is none. */
  private static Optional<LockFile> make(Path file, LockHolder self) throws IOException {
    FileChannel channel;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      return Optional.empty();
    }
    try {
      lock(channel);
      ByteBuffer text = ByteBuffer.wrap(self.text().getBytes(StandardCharsets.UTF_8));
      while (text.hasRemaining()) {
        channel.write(text);
      }
      return Optional.of(new LockFile(file, self, channel));
    } catch (IOException e) {
      Files.deleteIfExists(file);
      channel.close();
      var named = new FileSystemException(file.toString(), null, e.getMessage());
      named.initCause(e);
      throw named;
    }
  }

  /** Nothing where another process has it. */
  private static Optional<FileLock> lock(FileChannel channel) {
    try {
      return Optional.ofNullable(LockedByte.tryLock(channel));
    } catch (OverlappingFileLockException e) {
      return Optional.empty(); // another thread of this process has it
    } catch (IOException e) {
      return Optional.empty(); // a file system without locks
    }
  }

  private static boolean isStale(Path file, Optional<LockHolder> holder) throws IOException {
    if (holder.isPresent()) {
      return holder.get().isDead() && !isLocked(file);
    }
    try {
      Instant made = Files.getLastModifiedTime(file).toInstant();
      return made.plus(WRITTEN).isBefore(Instant.now());
    } catch (NoSuchFileException e) {
      return false; // it has just been given up
    }
  }

  /** Where a file system has no locks, the number of the process has to do. */
  private static boolean isLocked(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      FileLock lock = LockedByte.tryLock(channel);
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Of several that remove it one gets it; and none gets that of another that came meanwhile: it is
   * removed while it is locked, and found in its place by whoever has the lock.
   */
  private static void remove(Path file, Optional<LockHolder> stale) throws IOException {
    try {
      Object before = fileKey(file);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        if (isOurs(channel)
            && Objects.equals(before, fileKey(file))
            && LockHolder.read(file).equals(stale)) {
          Files.delete(file);
        }
      }
    } catch (NoSuchFileException e) {
      // Another one was faster.
    }
  }

  /** Where a file system has no locks, nobody else can be kept away. */
  private static boolean isOurs(FileChannel channel) {
    try {
      return LockedByte.tryLock(channel) != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** What tells a file from another of the same name; null where the system has no such thing. */
  private static Object fileKey(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
  }
}
