package org.mitchell.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import org.mitchell.files.InUse;
import org.mitchell.files.OutputSet;
import org.mitchell.files.Remedy;

/**
 * The beginning of a file that is being downloaded: {@code NAME.part} beside the file it will
 * become, with {@code NAME.part.origin}, which says what it is the beginning of. Both outlive a
 * failed download: the next one goes on.
 */
final class PartFile implements AutoCloseable {
  /**
   * Below this much free space a failed write is taken for a full disk, whatever the system calls
   * it.
   */
  private static final long NEARLY_FULL = 1 << 20;

  private final Path target;
  private final Path path;
  private final Path originPath;
  private Optional<FileChannel> open = Optional.empty();

  PartFile(Path target) {
    this.target = target;
    this.path = target.resolveSibling(target.getFileName() + ".part");
    this.originPath = target.resolveSibling(target.getFileName() + ".part.origin");
  }

  Path path() {
    return path;
  }

  /** How many bytes are here. */
  long size() throws IOException {
    return Files.exists(path) ? Files.size(path) : 0;
  }

  /** What the bytes are the beginning of; empty when there are none or it is not known. */
  Optional<Origin> origin() throws IOException {
    return size() > 0 && Files.isRegularFile(originPath)
        ? Origin.parse(Files.readString(originPath, StandardCharsets.ISO_8859_1))
        : Optional.empty();
  }

  /** Forgets what is here and makes ready for the first byte of a file. */
  void restart(Origin origin) throws IOException {
    try {
      // In this order, bytes of one version never stand beside the origin of another, wherever a
      // crash falls.
      channel().truncate(0);
      channel().position(0);
      OutputSet.writeOne(
          originPath,
          stream -> stream.write(origin.toText().getBytes(StandardCharsets.ISO_8859_1)));
    } catch (IOException e) {
      throw writeProblem(e);
    }
  }

  /** Adds bytes at the end. */
  void append(byte[] bytes, int count) throws IOException {
    try {
      FileChannel channel = channel();
      ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException e) {
      throw writeProblem(e);
    }
  }

  /**
   * Checks that the rest of a file would fit.
   *
   * @param needed in bytes
   */
  void requireRoomFor(long needed) throws IOException {
    long free = freeSpace();
    // Some network file systems report 0 for "unknown"; there the write itself has to tell.
    if (free > 0 && free < needed) {
      throw new DownloadException(
          String.format(
              Locale.ROOT,
              "%s: %,d bytes are needed and %,d are free on this disk. %s",
              target,
              needed,
              free,
              Remedy.MAKE_ROOM.words()));
    }
  }

  /** Removes what is here. */
  void discard() throws IOException {
    close();
    Files.deleteIfExists(path);
    Files.deleteIfExists(originPath);
  }

  /** Flushes the bytes to the disk: all of them are here. */
  void complete() throws IOException {
    try {
      channel().force(true);
      close();
    } catch (IOException e) {
      throw writeProblem(e);
    }
  }

  /** Gives the complete file its name. */
  void becomeTarget() throws IOException {
    close();
    InUse.rename(path, target);
    Files.deleteIfExists(originPath);
  }

  @Override
  public void close() throws IOException {
    if (open.isPresent()) {
      open.get().close();
      open = Optional.empty();
    }
  }

  private FileChannel channel() throws IOException {
    if (open.isEmpty()) {
      FileChannel channel =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      open = Optional.of(channel);
      channel.position(channel.size());
    }
    return open.get();
  }

  private long freeSpace() throws IOException {
    return Files.getFileStore(target.toAbsolutePath().getParent()).getUsableSpace();
  }

  /** Another attempt would not mend the disk. */
  private DownloadException writeProblem(IOException e) throws IOException {
    boolean full =
        String.valueOf(e.getMessage()).contains("No space left") || freeSpace() < NEARLY_FULL;
    String problem =
        full
            ? "the disk is full. Make room and run the command again: it goes on where it stopped"
            : "could not be written: " + e.getMessage();
    return new DownloadException(path + ": " + problem, e);
  }
}
