package org.mitchell.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.mitchell.files.FullPath;
import org.mitchell.files.LockHolder;

/** Keeps a file from being downloaded twice at the same time, by threads or by processes. */
final class DownloadLock implements AutoCloseable {
  private final Path target;
  private final Path path;
  private final FileChannel channel;
  private final Set<Path> heldHere;

  private DownloadLock(Path target, Path path, FileChannel channel, Set<Path> heldHere) {
    this.target = target;
    this.path = path;
    this.channel = channel;
    this.heldHere = heldHere;
  }

  /**
   * Takes the lock of {@code target}, a hidden file beside it that is gone when the lock is.
   *
   * @param heldHere the locks this process holds; safe for use by several threads. They are asked
   *     first because on POSIX systems closing a second channel of a file would drop the process's
   *     lock on it
   * @throws DownloadException if somebody else holds it
   */
  static DownloadLock take(Path target, Set<Path> heldHere) throws IOException {
    Path path = FullPath.of(target).resolveSibling("." + target.getFileName() + ".lock");
    if (!heldHere.add(path)) {
      throw underWay(target, ", by this process");
    }
    try {
      while (true) {
        Optional<FileChannel> channel = tryLock(target, path);
        if (channel.isPresent()) {
          return new DownloadLock(target, path, channel.get(), heldHere);
        }
      }
    } catch (IOException | RuntimeException e) {
      heldHere.remove(path);
      throw e;
    }
  }

  /** The file that nobody else downloads while this is open. */
  Path target() {
    return target;
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      // While it is still locked: whoever opened it in the meantime finds it gone, and opens a new
      // one.
      Files.deleteIfExists(path);
    } finally {
      heldHere.remove(path);
    }
  }

  /** Empty when the file was replaced by another between the opening and the locking. */
  private static Optional<FileChannel> tryLock(Path target, Path path) throws IOException {
    Object before;
    FileChannel channel;
    try {
      before = fileKey(createdIfAbsent(path));
      channel = FileChannel.open(path, StandardOpenOption.WRITE);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    boolean held = false;
    try {
      if (channel.tryLock() == null) {
        throw underWay(target, by(path));
      }
      held = Objects.equals(before, fileKey(path));
      if (!held) {
        return Optional.empty();
      }
      sayWho(channel);
      return Optional.of(channel);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (OverlappingFileLockException e) {
      throw underWay(target, ", by this process");
    } finally {
      if (!held) {
        channel.close();
      }
    }
  }

  private static Path createdIfAbsent(Path path) throws IOException {
    try {
      return Files.createFile(path);
    } catch (FileAlreadyExistsException e) {
      return path;
    }
  }

  /** What tells a file from another of the same name; null where the system has no such thing. */
  private static Object fileKey(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
  }

  /** For those who are refused; a full disk is told by the download. */
  private static void sayWho(FileChannel channel) {
    try {
      byte[] who = LockHolder.current("").text().getBytes(StandardCharsets.UTF_8);
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(who), 0);
    } catch (IOException e) {
      return; // the lock holds without
    }
  }

  private static DownloadException underWay(Path target, String by) {
    return new DownloadException(
        "%s: another download of this file is under way%s. Wait until it has ended"
            .formatted(target, by));
  }

  /** Not of a lock of this process, which would be lost by the closing of its file. */
  private static String by(Path path) {
    try {
      return LockHolder.read(path).map(holder -> ", by " + holder.inWords()).orElse("");
    } catch (IOException e) {
      return ""; // where bytes that are locked cannot be read
    }
  }
}
