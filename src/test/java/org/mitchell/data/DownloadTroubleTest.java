package org.mitchell.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mitchell.data.DownloadScene.NAME;
import static org.mitchell.data.DownloadScene.SIZE;
import static org.mitchell.data.DownloadScene.VERSION_A;
import static org.mitchell.data.DownloadScene.VERSION_B;
import static org.mitchell.data.DownloadScene.sha256;
import static org.mitchell.data.DownloadScene.start;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.data.FileServer.Reply;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Progress;

class DownloadTroubleTest {
  @TempDir Path temporary;
  private DownloadScene scene;
  private FileServer server;

  @BeforeEach
  void open() throws IOException {
    scene = new DownloadScene(temporary.resolve("data"));
    server = scene.server;
  }

  @AfterEach
  void close() throws IOException {
    scene.close();
  }

  @ParameterizedTest
  @CsvSource({
    "404, there is no such file",
    "403, it gives no access",
    "500, it has failed",
    "407, the proxy wants a login",
    "204, was expected"
  })
  void aRefusalIsExplainedAndLeavesNothing(int status, String explanation) throws IOException {
    server.answering(request -> Reply.status(status));
    assertThatThrownBy(scene::get)
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(server.address() + NAME, "answered " + status, explanation);
    assertThat(scene.names()).isEmpty();
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'<!DOCTYPE html><p>Moved', a web page (HTML)",
    "'', an empty file",
    "PK1234567890123, something else"
  })
  void whatIsNoMatlabFileIsRefusedAndLeavesNothing(String body, String description)
      throws IOException {
    server.answering(request -> Reply.file(body.getBytes(StandardCharsets.UTF_8), VERSION_A));
    assertThatThrownBy(scene::get)
        .isInstanceOf(IOException.class)
        .hasMessageContaining(
            "the server sent " + description + " where a MATLAB file is expected");
    assertThat(scene.names()).isEmpty();
  }

  @Test
  void aWebPageInPlaceOfTheRestKeepsThePart() throws Exception {
    scene.leaveAPart();
    byte[] before = Files.readAllBytes(scene.part());
    server.answering(
        request ->
            Reply.file("<html>please log in</html>".getBytes(StandardCharsets.UTF_8), Map.of()));
    assertThatThrownBy(scene::get).hasMessageContaining("a web page (HTML)");
    assertThat(scene.part()).hasBinaryContent(before);

    server.answering(request -> Reply.rest(scene.file, start(request), VERSION_A));
    scene.get();
    assertThat(scene.target()).hasBinaryContent(scene.file);
  }

  @Test
  void aServerThatFallsSilentIsGivenUp() throws IOException {
    var end = new CountDownLatch(1);
    server.answering(
        request ->
            Reply.file(scene.file, VERSION_A).breakingAfter(SIZE / 2).then(() -> await(end)));
    var impatient = new Patience(2, Duration.ofSeconds(60), Duration.ofMillis(100), failures -> {});
    assertThatThrownBy(
            () -> scene.download().with(impatient).get("P1", scene.folder, Progress.NONE))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("after 2 attempts", "sent nothing for 0.1 s");
    end.countDown();
    assertThat(scene.target()).doesNotExist();
  }

  @Test
  void aServerThatDoesNotAnswerIsGivenUp() throws IOException {
    var end = new CountDownLatch(1);
    server.answering(
        request -> {
          await(end);
          return Reply.status(404);
        });
    var impatient = new Patience(2, Duration.ofMillis(100), Duration.ofSeconds(60), failures -> {});
    assertThatThrownBy(
            () -> scene.download().with(impatient).get("P1", scene.folder, Progress.NONE))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("after 2 attempts", "Try again later");
    end.countDown();
  }

  @Test
  void aServerThatIsNotThereIsSaidSo() throws IOException {
    server.close();
    assertThatThrownBy(scene::get)
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("after 5 attempts", "cannot be reached");
  }

  @Test
  void aThreadThatIsInterruptedStopsAndStaysInterrupted() {
    server.answering(request -> Reply.status(503));
    var interrupted =
        new Patience(
            5,
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            failures -> {
              throw new InterruptedException();
            });
    assertThatThrownBy(
            () -> scene.download().with(interrupted).get("P1", scene.folder, Progress.NONE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aFileThatIsHereAndUnchangedIsNotFetchedAgain() throws Exception {
    server.answering(request -> Reply.file(scene.file, VERSION_A));
    scene.get();
    assertThat(scene.get())
        .isEqualTo(
            new Downloaded(scene.target(), SIZE, sha256(scene.file), false, Optional.empty()));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aFileThatChangedSinceItsDownloadIsReportedAndLeftAlone() throws Exception {
    server.answering(request -> Reply.file(scene.file, VERSION_A));
    scene.get();
    Files.write(scene.target(), scene.newer);
    assertThatThrownBy(scene::get)
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(scene.target() + ": ")
        .hasMessageContainingAll(sha256(scene.newer), sha256(scene.file), "SHA-256");
    assertThat(scene.target()).hasBinaryContent(scene.newer);

    Downloaded got = scene.download().replacing().get("P1", scene.folder, Progress.NONE);
    assertThat(got.alreadyThere()).isFalse();
    assertThat(scene.target()).hasBinaryContent(scene.file);
    assertThat(scene.get().alreadyThere()).isTrue();
  }

  @Test
  void aDownloadUnlikeTheRecordedOneIsNotTaken() throws Exception {
    server.answering(request -> Reply.file(scene.file, VERSION_A));
    scene.get();
    Files.delete(scene.target());
    server.answering(request -> Reply.file(scene.newer, VERSION_B));
    assertThatThrownBy(scene::get)
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(sha256(scene.newer), sha256(scene.file), "SHA-256");
    assertThat(scene.names()).containsExactly(NAME + ".sha256");

    scene.download().replacing().get("P1", scene.folder, Progress.NONE);
    assertThat(scene.target()).hasBinaryContent(scene.newer);
    assertThat(scene.checksum()).hasContent(sha256(scene.newer) + "  " + NAME + "\n");
  }

  @Test
  void aForcedDownloadThatFailsLeavesTheFileThatWasThere() throws Exception {
    server.answering(request -> Reply.file(scene.file, VERSION_A));
    scene.get();
    server.answering(request -> Reply.file(scene.newer, VERSION_B).breakingAfter(SIZE / 2));
    assertThatThrownBy(() -> scene.download().replacing().get("P1", scene.folder, Progress.NONE))
        .isInstanceOf(IOException.class);
    assertThat(scene.target()).hasBinaryContent(scene.file);
    assertThat(scene.get().alreadyThere()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s  data-science-P1.mat\n", "%s *data-science-P1.mat\r\n", "%s"})
  void checksumsWrittenByOtherProgramsAreRead(String format) throws Exception {
    Files.createDirectories(scene.folder);
    Files.write(scene.target(), scene.file);
    Files.writeString(scene.checksum(), String.format(format, sha256(scene.file)));
    assertThat(scene.get().alreadyThere()).isTrue();
    Files.write(scene.target(), scene.newer);
    assertThatThrownBy(scene::get).isInstanceOf(InputException.class);
  }

  @Test
  void aChecksumThatIsNoneIsSaidSo() throws Exception {
    Files.createDirectories(scene.folder);
    Files.write(scene.target(), scene.file);
    Files.writeString(scene.checksum(), "abc  data-science-P1.mat\n");
    assertThatThrownBy(scene::get)
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(scene.checksum().toString());
  }

  @Test
  void aFileOfTheUsersOwnIsAcceptedWithoutAChecksumWhenItIsAMatlabFile() throws Exception {
    Files.createDirectories(scene.folder);
    Files.write(scene.target(), scene.file);
    assertThat(scene.get().alreadyThere()).isTrue();
    assertThat(scene.names()).containsExactly(NAME);
    Files.writeString(scene.target(), "<html>saved by hand</html>");
    assertThatThrownBy(scene::get)
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("no MATLAB file", "Fetch it again");
  }

  @Test
  void aSecondDownloadOfTheSameFileIsRefusedWhileTheFirstIsUnderWay() throws Exception {
    var firstIsHalfway = new CountDownLatch(1);
    var secondHasTried = new CountDownLatch(1);
    server.answering(
        request -> {
          firstIsHalfway.countDown();
          await(secondHasTried);
          return Reply.file(scene.file, VERSION_A);
        });
    Download shared = scene.download();
    var first =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return shared.get("P1", scene.folder, Progress.NONE);
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    await(firstIsHalfway);
    for (Download second : new Download[] {shared, scene.download()}) {
      assertThatThrownBy(() -> second.get("P1", scene.folder, Progress.NONE))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(
              scene.target() + ": another download of this file is under way, by this process");
    }
    secondHasTried.countDown();
    assertThat(first.join().bytes()).isEqualTo(SIZE);
    assertThat(scene.target()).hasBinaryContent(scene.file);
    assertThat(scene.names()).containsExactly(NAME, NAME + ".sha256");
  }

  @Test
  void aRefusedThreadDoesNotLoosenTheLockForOtherProcesses() throws Exception {
    Files.createDirectories(scene.folder);
    Set<Path> heldHere = ConcurrentHashMap.newKeySet();
    try (var lock = DownloadLock.take(scene.target(), heldHere)) {
      assertThatThrownBy(() -> DownloadLock.take(lock.target(), heldHere))
          .isInstanceOf(IOException.class);
      Process other = startLockHolder();
      try (var saying = other.inputReader()) {
        assertThat(saying.readLine()).isEqualTo("refused");
      } finally {
        other.destroyForcibly().waitFor();
      }
    }
    assertThat(scene.names()).isEmpty();
  }

  @Test
  void anotherProcessIsRefusedToo() throws Exception {
    Files.createDirectories(scene.folder);
    server.answering(request -> Reply.file(scene.file, VERSION_A));
    Process other = startLockHolder();
    try (var saying = other.inputReader()) {
      assertThat(saying.readLine()).isEqualTo("locked");
      assertThatThrownBy(scene::get)
          .hasMessageContaining(
              "another download of this file is under way, by process %d on ", other.pid());
      assertThat(scene.target()).doesNotExist();
    } finally {
      other.destroyForcibly().waitFor();
    }
    scene.get();
    assertThat(scene.names()).containsExactly(NAME, NAME + ".sha256");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsSaidToBeFullAndNotTriedAgain() throws Exception {
    Files.createDirectories(scene.folder);
    Files.createSymbolicLink(scene.part(), Path.of("/dev/full"));
    server.answering(request -> Reply.file(scene.file, VERSION_A));
    assertThatThrownBy(scene::get)
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(
            scene.part().toString(), "the disk is full", "run the command again");
    Files.delete(scene.part());
    assertThat(server.requests()).hasSize(1);
    assertThat(scene.target()).doesNotExist();
  }

  @Test
  void aFileThatDoesNotFitIsRefusedBeforeItIsFetched() throws Exception {
    server.answering(
        request ->
            Reply.file(scene.file, VERSION_A).withHeader("Content-Length", "1152921504606846976"));
    assertThatThrownBy(
            () -> scene.download().with(Long.MAX_VALUE).get("P1", scene.folder, Progress.NONE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("1,152,921,504,606,846,976 bytes are needed");
    assertThat(scene.names()).isEmpty();
  }

  @Test
  void aFileInThePlaceOfTheFolderIsNamed() throws Exception {
    Path file = Files.createFile(temporary.resolve("mine.mat"));
    assertThatThrownBy(() -> scene.download().get("P1", file, Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + ": this is a file where a folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"P10", "S1", "p1", "../P1", ""})
  void onlyThePapersParticipantsCanBeHad(String label) {
    assertThatThrownBy(() -> scene.download().get(label, scene.folder, Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("'" + label + "'", "P1 to P9");
    assertThat(Download.labels()).hasSize(9).startsWith("P1").endsWith("P9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://host/x",
        "file:///tmp",
        "data",
        "http:///x",
        "http://host/?a=b",
        "http://host/#x",
        "http://host:99999/"
      })
  void theAddressIsAWebFolder(String address) {
    assertThatThrownBy(() -> Download.of(URI.create(address)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(address);
  }

  private Process startLockHolder() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            LockHolder.class.getName(),
            scene.target().toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
