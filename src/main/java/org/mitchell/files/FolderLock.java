package org.mitchell.files;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A folder in which one run at a time gives files their names: files of two runs never stand there
 * as one set. The file {@code .mitchell.lock} says whose turn it is, by machine, process and the
 * time when the process started; that of a process that was killed is known by these and removed.
 */
final class FolderLock implements AutoCloseable {
  private static final String NAME = ".mitchell.lock";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A lock whose holder is not written yet is of one that died within this. */
  private static final Duration WRITTEN = Duration.ofSeconds(5);

  private static final long PAUSE_MS = 10;

  /**
   * Linux counts the start of a process from that of the machine, which moves as clocks are set.
   */
  private static final long SAME_START_MS = 2_000;

  private final Path file;

  private FolderLock(Path file) {
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
    long end = System.nanoTime() + patience.toNanos();
    while (!taken(file)) {
      Optional<Holder> holder = Holder.read(file);
      if (isStale(file, holder)) {
        remove(file, holder);
      } else if (System.nanoTime() > end) {
        throw new IOException(
            "%s: %s is writing here. Wait until it has ended; if there is no such run, remove %s"
                .formatted(folder, holder.map(Holder::inWords).orElse("another run"), file));
      } else {
        pause();
      }
    }
    return new FolderLock(file);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }

  private static boolean taken(Path file) throws IOException {
    try (OutputStream stream = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      write(file, stream);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  /** A lock that cannot be written whole, as on a full disk, is none. */
  private static void write(Path file, OutputStream stream) throws IOException {
    try {
      stream.write(Holder.current().text().getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      Files.deleteIfExists(file);
      var named = new FileSystemException(file.toString(), null, e.getMessage());
      named.initCause(e);
      throw named;
    }
  }

  private static boolean isStale(Path file, Optional<Holder> holder) throws IOException {
    if (holder.isPresent()) {
      return holder.get().isDead();
    }
    try {
      Instant made = Files.getLastModifiedTime(file).toInstant();
      return made.plus(WRITTEN).isBefore(Instant.now());
    } catch (NoSuchFileException e) {
      return false; // it has just been given up
    }
  }

  /** Of several that remove it one gets it; and none gets that of another that came meanwhile. */
  private static void remove(Path file, Optional<Holder> stale) throws IOException {
    Path aside =
        file.resolveSibling(
            NAME + "." + ProcessHandle.current().pid() + "." + Long.toHexString(System.nanoTime()));
    try {
      Files.move(file, aside);
      if (Holder.read(aside).equals(stale)) {
        Files.delete(aside);
      } else {
        Files.move(aside, file);
      }
    } catch (NoSuchFileException e) {
      // Another one was faster.
    } catch (FileAlreadyExistsException e) {
      Files.deleteIfExists(aside); // a third one has it now
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while another run was writing", e);
    }
  }

  /**
   * A process.
   *
   * @param host its machine
   * @param started in ms since 1970; 0 where the system does not say
   */
  private record Holder(String host, long process, long started) {
    static Holder current() {
      ProcessHandle process = ProcessHandle.current();
      return new Holder(machine(), process.pid(), started(process));
    }

    /** Nothing where there is none, or its text is not whole. */
    static Optional<Holder> read(Path file) throws IOException {
      String[] lines;
      try {
        lines = Files.readString(file, StandardCharsets.ISO_8859_1).split("\n", -1);
      } catch (NoSuchFileException e) {
        return Optional.empty();
      }
      boolean whole =
          lines.length == 4
              && lines[1].matches("[0-9]{1,18}")
              && lines[2].matches("[0-9]{1,18}")
              && lines[3].isEmpty();
      return whole
          ? Optional.of(new Holder(lines[0], Long.parseLong(lines[1]), Long.parseLong(lines[2])))
          : Optional.empty();
    }

    String text() {
      return host + "\n" + process + "\n" + started + "\n";
    }

    /** Of processes of other machines nothing is known. */
    boolean isDead() {
      if (!host.equals(machine())) {
        return false;
      }
      Optional<ProcessHandle> living = ProcessHandle.of(process);
      return living.isEmpty() || Math.abs(started(living.get()) - started) > SAME_START_MS;
    }

    String inWords() {
      String when = started == 0 ? "" : ", which started at " + Instant.ofEpochMilli(started);
      return "process " + process + " on " + host + when + ",";
    }

    private static long started(ProcessHandle process) {
      return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static String machine() {
      try {
        return InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9._-]", "_");
      } catch (UnknownHostException e) {
        return "unknown";
      }
    }
  }
}
