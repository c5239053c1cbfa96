package org.mitchell.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mitchell.corpus.cluster.SparkCommand;

/** A process whose output goes to a file, and what it says of itself there. */
final class LoggedProcess implements AutoCloseable {
  static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final List<String> GUARD =
      List.of(
          JAVA,
          "-Xmx16m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-cp",
          SparkCluster.BUILT.resolve("test-classes").toString(),
          Guard.class.getName());

  private final Process process;
  private final Path log;

  /** Starts it under a {@link Guard}. */
  LoggedProcess(SparkCommand command, Path log) throws IOException {
    this.log = log;
    Files.createDirectories(log.toAbsolutePath().getParent());
    var words = new ArrayList<>(GUARD);
    words.addAll(command.words());
    this.process =
        new SparkCommand(words, command.environment())
            .process()
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  /** What the group of {@code line} matched in the first line of the log that has it. */
  String awaitLine(Pattern line) throws Exception {
    return await(
        line.pattern(),
        () -> {
          Matcher matcher = line.matcher(log());
          return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
        });
  }

  /** Something to look at again and again. */
  @FunctionalInterface
  interface Look<T> {
    Optional<T> at() throws Exception;
  }

  /**
   * Looks until there is something to see.
   *
   * @throws IllegalStateException if this process ends before, or after minutes of nothing
   */
  <T> T await(String what, Look<T> look) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    for (var seen = look.at(); ; seen = look.at()) {
      if (seen.isPresent()) {
        return seen.get();
      }
      if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(
            "ended with status " + process.exitValue() + " before: " + what + "; see " + log);
      }
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("waited " + PATIENCE + " for: " + what + "; see " + log);
      }
    }
  }

  /** Its exit status, once it has ended. */
  int awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("did not end in " + PATIENCE + "; see " + log);
    }
    return process.exitValue();
  }

  /** Kills it and all that it started. Returns how many processes that were. */
  int kill() {
    int killed = Guard.killStartedBy(process.toHandle());
    process.destroyForcibly().onExit().join();
    return killed;
  }

  @Override
  public void close() {
    kill();
  }
}
