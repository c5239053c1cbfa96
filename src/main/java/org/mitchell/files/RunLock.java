package org.mitchell.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The place where a run is going to write, from its start to its end: a folder that is its own, or
 * one file. A second run there is refused at once with who is at work, before it has computed for
 * an hour what the first is about to write too.
 *
 * <p>The lock is a hidden file, in the folder or beside the file. It goes when it is closed or the
 * program ends; one that a killed process left goes with the next run. So do folders that were made
 * for it and in which nothing was written.
 */
public final class RunLock implements AutoCloseable {
  private static final String PREFIX = ".mitchell-";
  private static final String SUFFIX = ".lock";
  private static final String OF_FOLDER = "run";

  /** Another run may take away the empty folder that it made, at the very moment. */
  private static final int TRIES = 20;

  private final Path named;
  private final Path file;
  private final List<Path> made = new ArrayList<>();
  private Optional<LockFile> lock = Optional.empty();
  private final Thread atEnd = new Thread(this::closeAtEnd);
  private boolean closed;

  private RunLock(Path named, Path file) {
    this.named = named;
    this.file = file;
  }

  /**
   * Of a folder, which is made if need be.
   *
   * @param command what was typed, for runs that are refused
   * @throws IOException if another run is writing there, or it cannot be written
   */
  public static RunLock ofFolder(Path folder, String command) throws IOException {
    Path place = FullPath.of(folder);
    return of(folder, place.resolve(PREFIX + OF_FOLDER + SUFFIX), command);
  }

  /**
   * Of a file; nothing of a pipe, a terminal or a device.
   *
   * @param command as for a folder
   * @throws IOException as for a folder
   */
  public static Optional<RunLock> ofFile(Path file, String command) throws IOException {
    if (!(OutputPlace.of(file) instanceof OutputPlace.File place)) {
      return Optional.empty();
    }
    Path path = place.path();
    OutputPlace.requirePossible(path);
    Path lock = path.resolveSibling(PREFIX + BesideName.of(path) + SUFFIX);
    return Optional.of(of(file, lock, command));
  }

  private static RunLock of(Path named, Path file, String command) throws IOException {
    var lock = new RunLock(named, file);
    // Before there is anything to remove, for the program may be ended at any moment.
    Runtime.getRuntime().addShutdownHook(lock.atEnd);
    boolean taken = false;
    try {
      lock.take(command);
      taken = true;
    } finally {
      if (!taken) {
        lock.close();
      }
    }
    return lock;
  }

  private synchronized void take(String command) throws IOException {
    if (closed) {
      throw new IOException(named + ": the program ends");
    }
    try {
      lock = takeIn(file.getParent(), command);
    } catch (IOException e) {
      throw new IOException(
          "%s: cannot be written: %s. %s"
              .formatted(file.getParent(), FileTrouble.reason(e), Remedy.OTHER_FOLDER.words()),
          e);
    }
    if (lock.isEmpty()) {
      throw refusal(named, file, Remedy.WAIT_OR_OTHER_PLACE.words());
    }
  }

  private Optional<LockFile> takeIn(Path folder, String command) throws IOException {
    for (int tries = 1; ; tries++) {
      try {
        makeFolders(folder);
        return LockFile.take(file, command, Duration.ZERO);
      } catch (NoSuchFileException e) {
        if (tries == TRIES) {
          throw e;
        }
      }
    }
  }

  /** Makes a folder and those above it, and keeps which were not there, the topmost first. */
  private void makeFolders(Path folder) throws IOException {
    var missing = new ArrayList<Path>();
    for (Path at = folder; at != null && Files.notExists(at); at = at.getParent()) {
      missing.add(0, at);
    }
    missing.stream().filter(one -> !made.contains(one)).forEach(made::add);
    Files.createDirectories(folder);
  }

  /** What is said to a run that comes second. */
  static IOException refusal(Path place, Path file, String whatToDo) throws IOException {
    return new IOException(
        "%s: %s is writing here. %s; if there is no such run, remove %s"
            .formatted(
                place,
                LockHolder.read(file).map(LockHolder::inWords).orElse("another run"),
                whatToDo,
                file));
  }

  @Override
  public void close() throws IOException {
    try {
      Runtime.getRuntime().removeShutdownHook(atEnd);
    } catch (IllegalStateException e) {
      return; // the program ends, and the lock goes with it
    }
    release();
  }

  private synchronized void release() throws IOException {
    if (!closed) {
      closed = true;
      if (lock.isPresent()) {
        lock.get().close();
      }
      removeEmpty();
    }
  }

  private void closeAtEnd() {
    try {
      release();
    } catch (IOException e) {
      // Its process is gone then: the next run removes it.
    }
  }

  private void removeEmpty() {
    for (int i = made.size() - 1; i >= 0; i--) {
      try {
        Files.deleteIfExists(made.get(i));
      } catch (IOException e) {
        return; // there is something in it
      }
    }
  }
}
