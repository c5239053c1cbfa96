package org.mitchell.files;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that holds a lock.
 *
 * @param host its machine
 * @param started in ms since 1970; 0 where the system does not say
 * @param command what it was called with; may be empty
 */
public record LockHolder(String host, long process, long started, String command) {
  /** Longer commands are cut: all of it is in one line of an error. */
  private static final int LONGEST_COMMAND = 100;

  /**
   * Linux counts the start of a process from that of the machine, which moves as clocks are set.
   */
  private static final long SAME_START_MS = 2_000;

  private static final int LINES = 4;

  /** Where Linux says how the machine is called, without asking a server for names. */
  private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

  /** This process. */
  public static LockHolder current(String command) {
    ProcessHandle process = ProcessHandle.current();
    String line = command.replaceAll("\\p{Cntrl}", " ");
    return new LockHolder(
        machine(),
        process.pid(),
        started(process),
        line.length() > LONGEST_COMMAND ? line.substring(0, LONGEST_COMMAND) + "..." : line);
  }

  /** Nothing where there is none, or its text is not whole. */
  public static Optional<LockHolder> read(Path file) throws IOException {
    String[] lines;
    try {
      if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
        throw new IOException(file + " is no lock of a run, which is a file: remove it");
      }
      lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n", -1);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    boolean whole =
        lines.length == LINES + 1
            && lines[1].matches("[0-9]{1,18}")
            && lines[2].matches("[0-9]{1,18}")
            && lines[LINES].isEmpty();
    return whole
        ? Optional.of(
            new LockHolder(
                lines[0],
                Long.parseLong(lines[1]),
                Long.parseLong(lines[2]),
                lines[3].replaceAll("\\p{Cntrl}", " ")))
        : Optional.empty();
  }

  /** Of the file of the lock. */
  public String text() {
    return host + "\n" + process + "\n" + started + "\n" + command + "\n";
  }

  boolean isOfAnotherMachine() {
    return !host.equals(machine());
  }

  /** Of processes of other machines nothing is known. */
  boolean isDead() {
    if (isOfAnotherMachine()) {
      return false;
    }
    Optional<ProcessHandle> living = ProcessHandle.of(process);
    return living.isEmpty() || Math.abs(started(living.get()) - started) > SAME_START_MS;
  }

  /** For people who wait. */
  public String inWords() {
    String when = started == 0 ? "" : "since " + Instant.ofEpochMilli(started);
    String what = command.isEmpty() || when.isEmpty() ? command + when : command + ", " + when;
    return "process %d on %s%s%s"
        .formatted(
            process,
            host,
            isOfAnotherMachine() ? ", another machine," : "",
            what.isEmpty() ? "" : " (" + what + ")");
  }

  private static long started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static String machine() {
    return name().strip().replaceAll("[^A-Za-z0-9._-]", "_");
  }

  private static String name() {
    try {
      return Files.isReadable(HOST_NAME)
          ? Files.readString(HOST_NAME)
          : InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    } catch (IOException e) {
      return "unnamed";
    }
  }
}
