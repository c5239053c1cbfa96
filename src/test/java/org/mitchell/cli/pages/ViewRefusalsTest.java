package org.mitchell.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mitchell.cli.pages.ViewOfOneFit.WORD;
import static org.mitchell.cli.pages.ViewOfOneFit.json;
import static org.mitchell.cli.pages.ViewOfOneFit.text;
import static org.mitchell.cli.pages.Wire.status;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.cli.RunningView;

/** What {@code view} refuses while it goes on answering others. */
class ViewRefusalsTest {
  @TempDir private static Path folder;

  @RegisterExtension private static final ViewOfOneFit one = new ViewOfOneFit(() -> folder);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/state",
        "//",
        "/00000000000000000000000000000000/state",
        "/TOKEN",
        "/TOKENx/state",
        "/TOKEN%2Fstate",
        "/../TOKEN/state",
        "*"
      })
  void withoutItsTokenNothingIsAnswered(String path) throws Exception {
    assertThat(status(one.wire().answer(one.wire().request("GET", path, "Host: 127.0.0.1:PORT"))))
        .isIn(400, 403, 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "view.java",
        "../state",
        "../../../../etc/passwd",
        "..%2f..%2f..%2fetc%2fpasswd",
        "%2e%2e/%2e%2e/etc/passwd",
        "%252e%252e%252f%252e%252e%252fetc%252fpasswd",
        "..\\..\\etc\\passwd",
        "/etc/passwd",
        "file:///etc/passwd",
        "ViewServer.class",
        "view.html",
        "./view.css",
        "view%2ecss",
        "view.css/",
        "view.css%00.html",
        "META-INF/MANIFEST.MF"
      })
  void nothingBesideItsFilesIsServed(String path) throws Exception {
    String answer =
        one.wire().answer(one.wire().request("GET", "/TOKEN/" + path, "Host: 127.0.0.1:PORT"));
    assertThat(status(answer)).isIn(400, 403, 404);
    assertThat(answer).doesNotContain("root:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: evil.example:PORT",
        "Host: 127.0.0.1",
        "Host: 127.0.0.1.evil.example:PORT",
        "Host: 127.0.0.1:PORT\r\nHost: evil.example",
        "Host:",
        "X: y",
        "Host: 127.0.0.1:PORT\r\nOrigin: http://evil.example",
        "Host: 127.0.0.1:PORT\r\nOrigin: null",
        "Host: 127.0.0.1:PORT\r\nOrigin: http://127.0.0.1:1"
      })
  void aNameOrAPageThatIsNotItsOwnIsRefused(String headers) throws Exception {
    String answer =
        one.wire()
            .answer(
                one.wire()
                        .request(
                            "POST", "/TOKEN/word", headers + "\r\nContent-Length: " + WORD.length())
                    + WORD);
    assertThat(status(answer)).isIn(400, 403);
    assertThat(answer).doesNotContain("predictedBy");
  }

  @Test
  void itsOwnPageMayAsk() throws Exception {
    for (String host : List.of("127.0.0.1", "localhost")) {
      String headers =
          "Host: %s:PORT\r\nOrigin: http://%s:PORT\r\nContent-Length: %d"
              .formatted(host, host, WORD.length());
      assertThat(
              status(one.wire().answer(one.wire().request("POST", "/TOKEN/word", headers) + WORD)))
          .isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, word, 405",
    "PUT, word, 405",
    "DELETE, state, 405",
    "POST, state, 405",
    "POST, view.css, 405",
    "OPTIONS, word, 405",
    "POST, nothing, 404"
  })
  void onlyKnownRoutesAndMethodsAreAnswered(String method, String path, int expected)
      throws Exception {
    assertThat(
            status(
                one.wire()
                    .answer(one.wire().request(method, "/TOKEN/" + path, "Host: 127.0.0.1:PORT"))))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zz\r\n", "-5\r\n", "5\r\nabcdefgh\r\n"})
  void aMalformedChunkIsRefusedInWordsOfOurs(String body) throws Exception {
    String headers = "Host: 127.0.0.1:PORT\r\nConnection: close\r\nTransfer-Encoding: chunked";
    String answer = one.wire().answer(one.wire().request("POST", "/TOKEN/word", headers) + body);
    assertThat(status(answer)).isEqualTo(400);
    // Its text is lost where the server closes before all that was sent is read.
    assertThat(answer).doesNotContain("java.", "Exception");
  }

  @Test
  void anImageWithMillionsOfExtensionsIsRefused() throws Exception {
    byte[] plain = one.running().post("observed", WORD).body();
    int extensions = 2_000_000;
    ByteBuffer image =
        ByteBuffer.allocate(352 + 8 * extensions + plain.length - 352)
            .order(ByteOrder.LITTLE_ENDIAN);
    image.put(plain, 0, 348).put(new byte[] {1, 0, 0, 0});
    for (int e = 0; e < extensions; e++) {
      image.putInt(8).putInt(6);
    }
    image.put(plain, 352, plain.length - 352);
    image.putFloat(108, 352 + 8 * extensions); // vox_offset
    HttpResponse<byte[]> answer = one.running().post("identify?0", image.array());
    assertThat(answer.statusCode()).as(text(answer)).isEqualTo(422);
    assertThat(json(answer).path("error").asString()).contains("extensions");
  }

  @Test
  void aMalformedImageIsToldAsSuch() throws Exception {
    byte[] good = Files.readAllBytes(one.commandLineFile("word05", "desc-observed_statmap.nii.gz"));
    byte[] plain = one.running().post("observed", WORD).body();
    byte[] otherGrid = plain.clone();
    ByteBuffer.wrap(otherGrid).order(ByteOrder.LITTLE_ENDIAN).putShort(42, (short) 3);
    byte[] endless = plain.clone();
    for (int axis = 0; axis < 3; axis++) {
      ByteBuffer.wrap(endless)
          .order(ByteOrder.LITTLE_ENDIAN)
          .putShort(42 + 2 * axis, (short) 32767);
    }
    byte[] empty = plain.clone();
    ByteBuffer values = ByteBuffer.wrap(empty).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 352; at < empty.length; at += 4) {
      values.putFloat(at, Float.NaN);
    }
    for (byte[] bad :
        List.of(
            new byte[0],
            "no image".getBytes(StandardCharsets.US_ASCII),
            Arrays.copyOf(good, good.length / 2),
            Arrays.copyOf(plain, plain.length / 2),
            new byte[352],
            otherGrid,
            endless,
            empty)) {
      HttpResponse<byte[]> answer = one.running().post("identify?0", bad);
      assertThat(answer.statusCode()).as(text(answer)).isEqualTo(422);
      assertThat(json(answer).path("error").asString()).startsWith("the image: ");
    }
    var bomb = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bomb)) {
      gzip.write(plain);
      for (int mb = 0; mb < 100; mb++) {
        gzip.write(new byte[1 << 20]);
      }
    }
    assertThat(one.running().post("identify?0", bomb.toByteArray()).statusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{}",
        "{\"fit\":7,\"word\":\"word03\"}",
        "{\"fit\":-1,\"word\":\"word03\"}",
        "{\"fit\":0,\"word\":\"\"}",
        "{\"fit\":0,\"word\":3}",
        "{\"fit\":0,\"vector\":[1,2]}",
        "{\"fit\":0,\"vector\":[1,2,\"x\"]}",
        "{\"fit\":0,\"vector\":[1,2,1e999]}",
        "{\"fit\":0}"
      })
  void aQuestionThatMakesNoSenseIsRefused(String question) throws Exception {
    assertThat(one.running().post("predict", question).statusCode()).isIn(400, 404);
  }

  @Test
  void anAnatomyThatCannotBeReadAnyMoreIsAnAnswer() throws Exception {
    Path mask = ViewOfOneFit.file(one.fits(), ".nii.gz");
    Path anatomy = Files.copy(mask, folder.resolve("anatomy.nii.gz"));
    try (var view = RunningView.start("--model", one.fits(), "--background", anatomy)) {
      Files.delete(anatomy);
      Files.createDirectory(anatomy);
      HttpResponse<byte[]> answer = view.post("anatomy", "{\"fit\":0,\"coarse\":true}");
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(text(answer)).contains("\"error\"").doesNotContain("Exception");
      assertThat(view.get("state").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void everyAnswerForbidsWhatThePageDoesNotNeed() throws Exception {
    for (String name : List.of("", "state", "nothing")) {
      var headers = one.running().get(name).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
          .startsWith("default-src 'self';");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(headers.firstValue("Cache-Control")).contains("no-store");
    }
  }
}
