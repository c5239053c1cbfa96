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
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.data.FileServer.Reply;
import org.mitchell.data.FileServer.Request;
import org.mitchell.jobs.Progress;

class DownloadTest {
  private static final String ALL_SHOWN =
      "download " + NAME + ": " + SIZE + " of " + SIZE + " bytes";

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

  @Test
  void aFileArrivesWholeWithItsChecksum() throws Exception {
    server.answering(request -> Reply.file(scene.file, VERSION_A));
    Downloaded got = scene.get();
    assertThat(got)
        .isEqualTo(
            new Downloaded(
                scene.target(), SIZE, sha256(scene.file), false, Optional.of(scene.address())));
    assertThat(scene.target()).hasBinaryContent(scene.file);
    assertThat(scene.checksum()).hasContent(sha256(scene.file) + "  " + NAME + "\n");
    assertThat(scene.names()).containsExactly(NAME, NAME + ".sha256");
    assertThat(server.requests()).extracting(Request::target).containsExactly("/science/" + NAME);
    assertThat(scene.tasks).containsExactly(ALL_SHOWN);
    assertThat(scene.pauses).isEmpty();
  }

  @Test
  void aBrokenDownloadGoesOnWhereItStopped() throws Exception {
    server.answering(
        request ->
            request.number() == 1
                ? scene.breakingFirst(request, VERSION_A)
                : Reply.rest(scene.file, start(request), VERSION_A));
    assertThat(scene.get().resumed()).isTrue();
    assertThat(scene.target()).hasBinaryContent(scene.file);
    Request second = server.requests().get(1);
    assertThat(second.header("If-Range")).isEqualTo("\"a\"");
    assertThat(start(second)).isBetween(10, SIZE / 2);
    assertThat(scene.tasks).containsExactly(ALL_SHOWN);
    assertThat(scene.pauses).containsExactly(1);
  }

  @Test
  void withoutAStrongETagTheDateOfChangeTellsTheVersion() throws Exception {
    String date = "Mon, 02 Jun 2008 10:00:00 GMT";
    server.answering(
        request ->
            request.number() == 1
                ? scene.breakingFirst(request, Map.of("ETag", "W/\"weak\"", "Last-Modified", date))
                : Reply.rest(scene.file, start(request), Map.of()));
    assertThat(scene.get().resumed()).isTrue();
    assertThat(server.requests().get(1).header("If-Range")).isEqualTo(date);
    assertThat(scene.target()).hasBinaryContent(scene.file);
  }

  @Test
  void whereTheVersionCannotBeToldTheDownloadStartsAnew() throws Exception {
    server.answering(request -> scene.breakingFirst(request, Map.of()));
    assertThat(scene.get().resumed()).isFalse();
    assertThat(server.requests().get(1).header("Range")).isEmpty();
    assertThat(scene.target()).hasBinaryContent(scene.file);
  }

  @Test
  void aServerWithoutRangesSendsAllOfItAgain() throws Exception {
    server.answering(request -> scene.breakingFirst(request, VERSION_A));
    assertThat(scene.get().resumed()).isFalse();
    assertThat(server.requests().get(1).header("Range")).isNotEmpty();
    assertThat(scene.target()).hasBinaryContent(scene.file);
    assertThat(scene.tasks).hasSize(2).last().isEqualTo(ALL_SHOWN);
  }

  @Test
  void aFileThatChangedBetweenTheAttemptsIsFetchedAnew() throws Exception {
    server.answering(
        request ->
            request.number() == 1
                ? scene.breakingFirst(request, VERSION_A)
                : Reply.file(scene.shorter, VERSION_B));
    assertThat(scene.get().resumed()).isFalse();
    assertThat(scene.target()).hasBinaryContent(scene.shorter);
  }

  @Test
  void aServerThatContinuesWithAnotherVersionIsNotBelieved() throws Exception {
    server.answering(
        request ->
            switch (request.number()) {
              case 1 -> scene.breakingFirst(request, VERSION_A);
              case 2 -> Reply.rest(scene.newer, start(request), VERSION_B);
              default -> Reply.file(scene.newer, VERSION_B);
            });
    assertThat(scene.get().resumed()).isFalse();
    assertThat(server.requests().get(2).header("Range")).isEmpty();
    assertThat(scene.target()).hasBinaryContent(scene.newer);
  }

  @Test
  void aServerThatContinuesElsewhereIsNotBelieved() throws Exception {
    server.answering(
        request ->
            switch (request.number()) {
              case 1 -> scene.breakingFirst(request, VERSION_A);
              case 2 -> Reply.rest(scene.file, start(request) - 1, VERSION_A);
              default -> Reply.file(scene.file, VERSION_A);
            });
    scene.get();
    assertThat(server.requests().get(2).header("Range")).isEmpty();
    assertThat(scene.target()).hasBinaryContent(scene.file);
  }

  @Test
  void aServerThatSendsLessThanTheRestIsAskedForMore() throws Exception {
    server.answering(
        request -> {
          if (request.number() == 1) {
            return scene.breakingFirst(request, VERSION_A);
          }
          int start = start(request);
          int end = Math.min(SIZE, start + 60_000);
          return Reply.rest(Arrays.copyOf(scene.file, end), start, VERSION_A)
              .withHeader("Content-Range", "bytes " + start + "-" + (end - 1) + "/" + SIZE);
        });
    scene.get();
    assertThat(server.requests()).hasSizeGreaterThan(2);
    assertThat(scene.target()).hasBinaryContent(scene.file);
    assertThat(scene.tasks).containsExactly(ALL_SHOWN);
  }

  @Test
  void aRangeBeyondTheEndStartsAnew() throws Exception {
    server.answering(
        request ->
            switch (request.number()) {
              case 1 -> scene.breakingFirst(request, VERSION_A);
              case 2 -> Reply.status(416);
              default -> Reply.file(scene.newer, VERSION_B);
            });
    scene.get();
    assertThat(server.requests().get(2).header("Range")).isEmpty();
    assertThat(scene.target()).hasBinaryContent(scene.newer);
  }

  @Test
  void aServerThatAlwaysBreaksIsGivenUpAndTheNextCallFinishes() throws Exception {
    server.answering(
        request -> {
          int start = start(request);
          Reply reply =
              start == 0
                  ? Reply.file(scene.file, VERSION_A)
                  : Reply.rest(scene.file, start, VERSION_A);
          return reply.breakingAfter(20_000);
        });
    assertThatThrownBy(scene::get)
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(
            server.address() + NAME, "after 5 attempts", NAME + ".part", "run the command again");
    assertThat(scene.pauses).containsExactly(1, 2, 3, 4);
    assertThat(scene.names()).containsExactly(NAME + ".part", NAME + ".part.origin");
    long kept = Files.size(scene.part());
    assertThat(kept).isBetween(10L, 100_000L);

    scene.tasks.clear();
    server.answering(request -> Reply.rest(scene.file, start(request), VERSION_A));
    assertThat(scene.get().resumed()).isTrue();
    assertThat(server.requests().get(5).header("Range")).isEqualTo("bytes=" + kept + "-");
    assertThat(scene.target()).hasBinaryContent(scene.file);
    assertThat(scene.names()).containsExactly(NAME, NAME + ".sha256");
    assertThat(scene.tasks).containsExactly(ALL_SHOWN);
  }

  @Test
  void aPartFromAnotherAddressIsNotContinued() throws Exception {
    scene.leaveAPart();
    try (var mirror = new FileServer()) {
      mirror.answering(request -> Reply.file(scene.newer, VERSION_A));
      Download.of(mirror.address()).get("P1", scene.folder, Progress.NONE);
      assertThat(mirror.requests().get(0).header("Range")).isEmpty();
    }
    assertThat(scene.target()).hasBinaryContent(scene.newer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "address=::\nvalidator=x\nlength=1\n",
        "address=x\nvalidator=y\nlength=z\n",
        "\u00ff\u00fe"
      })
  void aPartOfUnknownOriginIsNotContinued(String origin) throws Exception {
    scene.leaveAPart();
    Files.writeString(
        scene.folder.resolve(NAME + ".part.origin"), origin, StandardCharsets.ISO_8859_1);
    server.answering(request -> Reply.file(scene.newer, VERSION_B));
    assertThat(scene.get().resumed()).isFalse();
    assertThat(scene.target()).hasBinaryContent(scene.newer);
  }

  @Test
  void aPartThatWasCompleteWhenTheProgramDiedNeedsNoServer() throws Exception {
    scene.leaveAPart();
    Files.write(scene.part(), scene.file);
    assertThat(scene.get().resumed()).isTrue();
    assertThat(scene.target()).hasBinaryContent(scene.file);
    assertThat(server.requests()).isEmpty();
    assertThat(scene.tasks).containsExactly(ALL_SHOWN);
  }

  @Test
  void aFileOfUnknownLengthArrivesToo() throws Exception {
    String body =
        "30d40\r\n" + new String(scene.file, StandardCharsets.ISO_8859_1) + "\r\n0\r\n\r\n";
    server.answering(
        request ->
            Reply.file(
                body.getBytes(StandardCharsets.ISO_8859_1),
                Map.of("Transfer-Encoding", "chunked")));
    scene.get();
    assertThat(scene.target()).hasBinaryContent(scene.file);
    assertThat(scene.tasks).containsExactly("download " + NAME + ": " + SIZE + " of -1 bytes");
  }

  @Test
  void redirectsAreFollowedAndTheRangeGoesWithThem() throws Exception {
    scene.leaveAPart();
    server.answering(
        request ->
            request.target().startsWith("/science/")
                ? Reply.status(302).withHeader("Location", "/elsewhere/" + NAME)
                : Reply.rest(scene.file, start(request), VERSION_A));
    assertThat(scene.get().resumed()).isTrue();
    assertThat(scene.target()).hasBinaryContent(scene.file);
  }

  @Test
  void aBusyServerIsAskedAgain() throws Exception {
    server.answering(
        request -> request.number() < 3 ? Reply.status(503) : Reply.file(scene.file, VERSION_A));
    scene.get();
    assertThat(scene.target()).hasBinaryContent(scene.file);
    assertThat(scene.pauses).containsExactly(1, 2);
  }

  @Test
  void aFileInMatlabsNewerFormatIsOneToo() throws Exception {
    byte[] hdf5 = scene.file.clone();
    System.arraycopy(
        new byte[] {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'}, 0, hdf5, 0, 8);
    server.answering(request -> Reply.file(hdf5, VERSION_A));
    scene.get();
    assertThat(scene.target()).hasBinaryContent(hdf5);
  }

  @Test
  void theMachinesProxyIsUsed() throws Exception {
    ProxySelector before = ProxySelector.getDefault();
    try {
      ProxySelector.setDefault(
          ProxySelector.of(new InetSocketAddress("127.0.0.1", server.address().getPort())));
      server.answering(request -> Reply.file(scene.file, VERSION_A));
      Download.of(URI.create("http://far.invalid/data")).get("P1", scene.folder, Progress.NONE);
    } finally {
      ProxySelector.setDefault(before);
    }
    assertThat(server.requests())
        .extracting(Request::target)
        .containsExactly("http://far.invalid/data/" + NAME);
    assertThat(scene.target()).hasBinaryContent(scene.file);
  }
}
