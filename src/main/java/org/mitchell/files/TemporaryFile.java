package org.mitchell.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The content of a file before it has its name: {@code .NAME.PROCESS.NUMBER.tmp} in the folder of
 * the file. It is locked while its process lives, and the next one that writes the same file
 * removes what a killed one left.
 */
final class TemporaryFile implements AutoCloseable {
  private static final Pattern NUMBERS = Pattern.compile("([0-9]{1,18})\\.[0-9a-f]{1,16}\\.tmp");

  private final Path path;
  private final FileChannel channel;

  private TemporaryFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Makes one for a file, and its folder if need be. */
  static TemporaryFile beside(Path target) throws IOException {
    Path folder = target.getParent();
    Files.createDirectories(folder);
    removeThoseOfTheDead(target);
    Path path =
        folder.resolve(
            prefix(target)
                + ProcessHandle.current().pid()
                + "."
                + Long.toHexString(System.nanoTime())
                + ".tmp");
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      LockedByte.tryLock(channel);
    } catch (IOException e) {
      // A file system without locks: the process number in the name has to do.
    }
    return new TemporaryFile(path, channel);
  }

  Path path() {
    return path;
  }

  /** Writes at the end; closing it does not close the file. */
  OutputStream stream() {
    OutputStream all = Channels.newOutputStream(channel);
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        all.write(b);
      }

      @Override
      public void write(byte[] bytes, int from, int count) throws IOException {
        all.write(bytes, from, count);
      }
    };
  }

  /** Has the bytes on the disk. */
  void flush() throws IOException {
    channel.force(true);
  }

  /** Gives the content its name in one step, whatever bore it before. */
  void rename(Path target) throws IOException {
    InUse.rename(path, target);
    channel.close();
  }

  /** Removes it, unless it has its name. */
  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      Files.deleteIfExists(path);
      channel.close();
    }
  }

  private static String prefix(Path target) {
    return "." + BesideName.of(target) + ".";
  }

  private static void removeThoseOfTheDead(Path target) throws IOException {
    String prefix = prefix(target);
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(
            target.getParent(),
            file -> {
              String name = file.getFileName().toString();
              if (!name.startsWith(prefix)) {
                return false;
              }
              Matcher numbers = NUMBERS.matcher(name.substring(prefix.length()));
              return numbers.matches() && Abandoned.mayBe(file, Long.parseLong(numbers.group(1)));
            })) {
      for (Path file : files) {
        removeUnlessLocked(file);
      }
    }
  }

  /** A process of that number may live on another machine that shares the folder. */
  private static void removeUnlessLocked(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      if (LockedByte.tryLock(channel) != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // It is somebody else's, or gone: either way it is not ours to remove.
    }
  }
}
