package org.mitchell.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder for what does not fit in memory: {@code .NAME-PROCESS-NUMBER}. It goes when it is closed
 * or the program ends; what a killed process left goes when the next one makes a folder of the same
 * name in the same place. A file in it is locked while its process lives.
 */
public final class TemporaryFolder implements AutoCloseable {
  private static final String LOCK = "lock";

  private final Path path;
  private final FileChannel lock;
  private final Thread atEnd = new Thread(this::removeAtEnd);

  private TemporaryFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
    Runtime.getRuntime().addShutdownHook(atEnd);
  }

  /** Makes one in a folder, which exists. */
  public static TemporaryFolder in(Path folder, String name) throws IOException {
    removeThoseOfTheDead(folder, name);
    String process = Long.toString(ProcessHandle.current().pid());
    String number = Long.toHexString(System.nanoTime());
    Path path =
        Files.createDirectory(folder.resolve("." + String.join("-", name, process, number)));
    FileChannel lock =
        FileChannel.open(
            path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      lock.tryLock();
    } catch (IOException e) {
      // A file system without locks: the process number in the name has to do.
    }
    return new TemporaryFolder(path, lock);
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    try {
      Runtime.getRuntime().removeShutdownHook(atEnd);
    } catch (IllegalStateException e) {
      return; // the program ends, and the folder goes with it
    }
    remove(path, lock);
  }

  private void removeAtEnd() {
    try {
      remove(path, lock);
    } catch (IOException e) {
      // Another thread still writes to it: the next run removes it.
    }
  }

  private static void removeThoseOfTheDead(Path folder, String name) throws IOException {
    Pattern numbered =
        Pattern.compile("\\." + Pattern.quote(name) + "-([0-9]{1,18})-[0-9a-f]{1,16}");
    try (DirectoryStream<Path> others = Files.newDirectoryStream(folder, "." + name + "-*")) {
      for (Path other : others) {
        Matcher numbers = numbered.matcher(other.getFileName().toString());
        if (numbers.matches()
            && Abandoned.mayBe(other, Long.parseLong(numbers.group(1)))
            && Files.isDirectory(other)) {
          removeUnlessLocked(other);
        }
      }
    }
  }

  /** A process of that number may live on another machine that shares the folder. */
  private static void removeUnlessLocked(Path folder) {
    try (FileChannel channel =
        FileChannel.open(
            folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (channel.tryLock() != null) {
        remove(folder, channel);
      }
    } catch (IOException e) {
      // It is somebody else's, or gone: either way it is not ours to remove.
    }
  }

  /**
   * With all its files; it has no folders. The lock is the last of them, and is given up before it
   * goes: on some systems of files a folder is not empty as long as somebody has a file of it open.
   */
  private static void remove(Path folder, FileChannel lock) throws IOException {
    if (Files.exists(folder)) {
      try (DirectoryStream<Path> files =
          Files.newDirectoryStream(folder, file -> !file.endsWith(LOCK))) {
        for (Path file : files) {
          Files.deleteIfExists(file);
        }
      }
    }
    lock.close();
    Files.deleteIfExists(folder.resolve(LOCK));
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException e) {
      // Another process found it without a holder meanwhile, and removes it.
    }
  }
}
