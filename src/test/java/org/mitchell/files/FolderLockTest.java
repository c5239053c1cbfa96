package org.mitchell.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.time.Duration;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
  private static final Duration SHORT = Duration.ofMillis(30);
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir private Path folder;

  /** The lines of a lock of this process: machine, number, start, command. */
  private String[] own() throws IOException {
    try (var lock = FolderLock.of(folder)) {
      assertThat(lock).isNotNull();
      return Files.readString(file()).split("\n");
    }
  }

  private Path file() {
    return folder.resolve(".mitchell.lock");
  }

  private void write(String host, String process, String started) throws IOException {
    Files.writeString(file(), host + "\n" + process + "\n" + started + "\n\n");
  }

  @Test
  void aLockGoesWithItsHolder() throws IOException {
    FolderLock.of(folder).close();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whoeverHoldsItIsNamed() throws IOException {
    try (var lock = FolderLock.of(folder)) {
      assertThat(lock).isNotNull();
      assertThatThrownBy(() -> FolderLock.of(folder, SHORT))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("%s: process %d on ", folder, ProcessHandle.current().pid())
          .hasMessageContaining(" (since 20")
          .hasMessageContaining("if there is no such run, remove " + file());
    }
  }

  @Test
  void theLockOfAProcessThatWasKilledIsTakenOver() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    write(own()[0], "" + gone.pid(), own()[2]);
    FolderLock.of(folder, SHORT).close();
    assertThat(folder).isEmptyDirectory();
  }

  /** The number of a process that is gone is given to another one sooner or later. */
  /** What removes a stale lock may be killed at any moment: nothing else is ever there. */
  @Test
  void aStaleLockIsNeverSetAside() throws Exception {
    String[] own = own();
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    write(own[0], Long.toString(gone.pid()), own[2]);
    try (var watch = folder.getFileSystem().newWatchService()) {
      folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      FolderLock.of(folder, SHORT).close();
      WatchKey seen = watch.poll(30, TimeUnit.SECONDS);
      assertThat(seen.pollEvents())
          .extracting(event -> event.context().toString())
          .containsOnly(".mitchell.lock");
    }
  }

  @Test
  void theLockOfAnEarlierProcessOfTheSameNumberIsTakenOver() throws IOException {
    String[] own = own();
    write(own[0], own[1], "" + (Long.parseLong(own[2]) - 60_000));
    FolderLock.of(folder, SHORT).close();
    assertThat(folder).isEmptyDirectory();
  }

  /** The start of one process, as two others see it, differs when a clock was set between them. */
  @Test
  void theLockOfALivingProcessStaysWhenAClockWasSetByASecond() throws IOException {
    String[] own = own();
    write(own[0], own[1], "" + (Long.parseLong(own[2]) - 1_000));
    assertThatThrownBy(() -> FolderLock.of(folder, SHORT))
        .hasMessageContaining("is writing here. Wait until it has ended");
    assertThat(file()).exists();
  }

  @Test
  void theLockOfAnotherMachineStays() throws IOException {
    write("another.example", "1", "1760000000000");
    assertThatThrownBy(() -> FolderLock.of(folder, SHORT))
        .hasMessageContaining(
            "process 1 on another.example, another machine, (since 2025-10-09T08:53:20Z)");
    assertThat(file()).exists();
  }

  @Test
  void aFolderInThePlaceOfALockIsNamed() throws IOException {
    Files.createDirectory(file());
    assertThatThrownBy(() -> FolderLock.of(folder, SHORT))
        .isInstanceOf(IOException.class)
        .hasMessage("%s is no lock of a run, which is a file: remove it", file());
    Path lock = Files.createDirectory(folder.resolve(".mitchell-run.lock"));
    assertThatThrownBy(() -> RunLock.ofFolder(folder, "mitchell fit"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(
            "%s: cannot be written: %s is no lock of a run, which is a file: remove it",
            folder, lock);
    assertThat(lock).exists();
  }

  @Test
  void filesOfTwoRunsNeverStandAsOneSet() throws IOException {
    var mixed = new TreeSet<String>();
    IntStream.range(0, 60)
        .parallel()
        .forEach(
            run -> {
              try (var outputs = new OutputSet()) {
                for (int f = 0; f < 6; f++) {
                  outputs.writeText(folder.resolve("f" + f), "" + run);
                }
                outputs.commit();
                try (var lock = FolderLock.of(folder, LONG);
                    Stream<Path> files = Files.list(folder)) {
                  var contents = new TreeSet<String>();
                  for (Path file :
                      files.filter(f -> f.getFileName().toString().startsWith("f")).toList()) {
                    contents.add(Files.readString(file));
                  }
                  if (contents.size() != 1 || lock == null) {
                    synchronized (mixed) {
                      mixed.add(contents.toString());
                    }
                  }
                }
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    assertThat(mixed).isEmpty();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(6);
    }
  }

  @Test
  void aFolderThatIsGoneIsNamed() throws IOException {
    Path gone = folder.resolve("gone");
    try (var outputs = new OutputSet()) {
      outputs.writeText(gone.resolve("a.txt"), "x");
      try (Stream<Path> files = Files.list(gone)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(gone);
      assertThatThrownBy(outputs::commit)
          .isInstanceOf(IOException.class)
          .hasMessage("%s: files could not be put in place: there is no such folder", gone);
    }
  }
}
