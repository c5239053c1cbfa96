package org.mitchell.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mitchell.data.DownloadScene.SIZE;
import static org.mitchell.data.DownloadScene.VERSION_A;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.data.FileServer.Reply;
import org.mitchell.jobs.Progress;

/** Which of two addresses a file is fetched from, and how much of it is taken. */
class DownloadSourceTest {
  @TempDir Path temporary;
  private DownloadScene scene;

  @BeforeEach
  void open() throws IOException {
    scene = new DownloadScene(temporary.resolve("data"));
    scene.server.answering(request -> Reply.file(scene.file, VERSION_A));
  }

  @AfterEach
  void close() throws IOException {
    scene.close();
  }

  private Downloaded getFrom(URI first, URI second) throws IOException {
    return Download.ofFirstThatAnswers(List.of(first, second))
        .get("P1", scene.folder, Progress.NONE);
  }

  @Test
  void theFirstAddressThatAnswersIsTaken() throws Exception {
    URI nobody = URI.create("http://127.0.0.1:" + closedPort() + "/science/");
    assertThat(getFrom(scene.server.address(), nobody).from()).contains(scene.address());
    assertThat(scene.target()).hasBinaryContent(scene.file);
  }

  @Test
  void whereTheFirstDoesNotAnswerTheSecondIsTakenAndKnownToBeUnprotected() throws Exception {
    URI nobody = URI.create("https://127.0.0.1:" + closedPort() + "/science/");
    Downloaded got = getFrom(nobody, scene.server.address());
    assertThat(got.from()).contains(scene.address());
    assertThat(got.unprotected()).isTrue();
    assertThat(scene.target()).hasBinaryContent(scene.file);
  }

  @Test
  void whereTheFirstHasNoSuchFileTheSecondIsTaken() throws Exception {
    try (FileServer without = new FileServer()) {
      assertThat(getFrom(without.address(), scene.server.address()).from())
          .contains(scene.address());
    }
  }

  @Test
  void aServerThatAnnouncesTooMuchIsRefusedBeforeAnythingIsWritten() throws Exception {
    assertThatThrownBy(
            () -> scene.download().with(SIZE - 1L).get("P1", scene.folder, Progress.NONE))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("announces 200,000 bytes")
        .hasMessageContaining("fewer than 199,999");
    assertThat(scene.names()).isEmpty();
  }

  @Test
  void aBodyWithoutAnEndIsCutOffAndNothingOfItKept() throws Exception {
    var unannounced = new HashMap<>(VERSION_A);
    unannounced.put("Transfer-Encoding", "identity");
    scene.server.answering(request -> Reply.file(scene.file, unannounced));
    assertThatThrownBy(
            () -> scene.download().with(SIZE / 2L).get("P1", scene.folder, Progress.NONE))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("goes on after");
    assertThat(scene.names()).isEmpty();
  }

  private static int closedPort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
