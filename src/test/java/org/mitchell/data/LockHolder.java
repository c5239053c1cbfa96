package org.mitchell.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;

/** A program that holds the lock of a download until it is killed, or says that it was refused. */
final class LockHolder {
  private LockHolder() {}

  public static void main(String[] arguments) throws IOException {
    try (var lock = DownloadLock.take(Path.of(arguments[0]), new HashSet<>())) {
      System.out.println("locked");
      // Waits for an end of input that never comes: the test ends this process.
      System.in.readAllBytes();
      System.out.println(lock.target());
    } catch (DownloadException e) {
      System.out.println("refused");
    }
  }
}
