package org.mitchell.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.cli.Ran;
import org.mitchell.cli.RunningView;
import org.mitchell.cli.SmallBrains;
import org.mitchell.nifti.NiftiReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code view} answers, and what it refuses while it goes on answering others. */
class ViewCommandTest {
  private static final String WORD = "{\"fit\":0,\"word\":\"word03\"}";
  private static final int PATIENCE_MS = 60_000;

  @TempDir private static Path folder;
  private static Path fits;
  private static RunningView view;

  @BeforeAll
  static void startView() throws IOException {
    var brains = new SmallBrains(folder);
    brains.simulate("sim1", .5);
    Files.writeString(
        brains.features(), Files.readString(brains.features()) + "unicorn,0.9,0.05,0.4\n");
    fits = brains.fit("sim1");
    view = RunningView.start("--model", fits);
  }

  @AfterAll
  static void stopView() {
    if (view != null) {
      view.close();
    }
  }

  @AfterEach
  void theNextRequestIsAnswered() throws Exception {
    assertThat(view.get("state").statusCode()).isEqualTo(200);
  }

  // What it answers

  @ParameterizedTest
  @ValueSource(strings = {"word03", "unicorn"})
  void aPredictionIsThatOfTheCommandLine(String word) throws Exception {
    JsonNode known = view.json("word", "{\"fit\":0,\"word\":\"%s\"}".formatted(word));
    String question =
        known.path("trained").asBoolean()
            ? WORD
            : "{\"fit\":0,\"vector\":%s}".formatted(known.path("vector"));
    assertThat(image(view.post("predict", question)))
        .isEqualTo(commandLine(word, "desc-predicted_statmap.nii.gz"));
  }

  @Test
  void aTrainedWordIsHeldOutInWhateverCaseItIsTyped() throws Exception {
    String typed = "{\"fit\":0,\"word\":\"Word03\"}";
    JsonNode known = view.json("word", typed);
    assertThat(known.path("word").asString()).isEqualTo("word03");
    assertThat(known.path("trained").asBoolean()).isTrue();
    assertThat(known.path("notes").path(0).asString()).contains("'Word03' is taken for 'word03'");
    assertThat(known.path("rAll")).isEqualTo(view.json("word", WORD).path("rAll"));
    assertThat(image(view.post("predict", typed))).isEqualTo(image(view.post("predict", WORD)));
    assertThat(image(view.post("observed", typed))).isEqualTo(image(view.post("observed", WORD)));
  }

  @Test
  void anObservedImageIsThatOfTheCommandLine() throws Exception {
    assertThat(image(view.post("observed", WORD)))
        .isEqualTo(commandLine("word03", "desc-observed_statmap.nii.gz"));
    JsonNode said =
        Ran.mitchell(
                "predict",
                "word03",
                "--model",
                fits,
                "--out",
                folder.resolve("r"),
                "--json",
                "--subject",
                "sim1")
            .succeeds()
            .json();
    JsonNode known = view.json("word", WORD);
    assertThat(known.path("rAll").asDouble()).isEqualTo(said.findValue("rAll").asDouble());
    assertThat(known.path("rSelected").asDouble())
        .isEqualTo(said.findValue("rSelected").asDouble());
  }

  @Test
  void aVoxelHasTheCoefficientsOfTheSignaturesAndTheWordsOfItsResponses() throws Exception {
    JsonNode known = view.json("word", WORD);
    JsonNode answer = view.json("voxel", "{\"fit\":0,\"mm\":%s}".formatted(known.path("peak")));
    JsonNode voxel = answer.path("voxel");
    int[] ijk = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      ijk[axis] = voxel.path("ijk").get(axis).asInt();
    }
    var signatures = NiftiReader.read(file(fits, "desc-signatures_statmap.nii.gz"));
    assertThat(voxel.path("coefficients").path("eat").floatValue())
        .isEqualTo((float) signatures.value(ijk[0], ijk[1], ijk[2], 1));
    JsonNode best = voxel.path("best").get(0);
    String question = "{\"fit\":0,\"word\":%s}".formatted(best.path("word"));
    int[] dims = signatures.dims();
    float[] observed = image(view.post("observed", question));
    assertThat(best.path("response").floatValue())
        .isEqualTo(observed[ijk[0] + dims[0] * (ijk[1] + dims[1] * ijk[2])]);
    assertThat(view.json("voxel", "{\"fit\":0,\"mm\":[500,0,0]}").path("inside").asBoolean())
        .isFalse();
  }

  @Test
  void aRankingIsThatOfTheCommandLine() throws Exception {
    Path image = commandLineFile("word05", "desc-observed_statmap.nii.gz");
    HttpResponse<byte[]> answer = view.post("identify?0", Files.readAllBytes(image));
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode guesses = json(answer).path("guesses");
    JsonNode expected =
        firstArray(
            Ran.mitchell(
                    "identify",
                    image,
                    "--subject",
                    "sim1",
                    "--model",
                    fits,
                    "--json",
                    "--top",
                    "10")
                .succeeds()
                .json(),
            "candidates");
    assertThat(guesses.size()).isEqualTo(10);
    for (int g = 0; g < guesses.size(); g++) {
      assertThat(guesses.get(g).path("word")).isEqualTo(expected.get(g).path("word"));
      assertThat(guesses.get(g).path("similarity").asDouble())
          .isCloseTo(expected.get(g).path("similarity").asDouble(), within(1e-12));
    }
  }

  @Test
  void withoutResponsesThePredictionIsOfTheModelThatSawTheWord() throws Exception {
    try (var alone = RunningView.start("--model", copyWithoutResponses())) {
      JsonNode known = alone.json("word", WORD);
      assertThat(known.path("observed").asBoolean()).isFalse();
      assertThat(known.path("whyNotObserved").asString()).contains("--data PATH");
      assertThat(known.path("predictedBy").asString())
          .isEqualTo("the model of all words, this one included");
      assertThat(alone.post("observed", WORD).statusCode()).isEqualTo(204);
    }
  }

  // What it refuses

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
    assertThat(status(raw(request("GET", path, "Host: 127.0.0.1:PORT")))).isIn(400, 403, 404);
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
    String answer = raw(request("GET", "/TOKEN/" + path, "Host: 127.0.0.1:PORT"));
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
        raw(
            request("POST", "/TOKEN/word", headers + "\r\nContent-Length: " + WORD.length())
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
      assertThat(status(raw(request("POST", "/TOKEN/word", headers) + WORD))).isEqualTo(200);
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
    assertThat(status(raw(request(method, "/TOKEN/" + path, "Host: 127.0.0.1:PORT"))))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"word, 65537", "word, 104857600", "identify?0, 104857600", "identify?0, 99999999999"})
  void aBodyThatIsTooLargeIsRefusedBeforeItIsSent(String path, long bytes) throws Exception {
    String headers = "Host: 127.0.0.1:PORT\r\nContent-Length: " + bytes;
    assertThat(status(raw(request("POST", "/TOKEN/" + path, headers)))).isEqualTo(413);
  }

  @Test
  void aBodyOfUnknownSizeIsReadUpToTheBound() throws Exception {
    try (var socket = connect()) {
      var out = socket.getOutputStream();
      out.write(
          request("POST", "/TOKEN/identify?0", "Host: 127.0.0.1:PORT\r\nTransfer-Encoding: chunked")
              .getBytes(StandardCharsets.US_ASCII));
      var chunk = new byte[1 << 20];
      byte[] size = "100000\r\n".getBytes(StandardCharsets.US_ASCII);
      int sent = 0;
      try {
        for (; sent < 100; sent++) {
          out.write(size);
          out.write(chunk);
          out.write(new byte[] {'\r', '\n'});
        }
      } catch (SocketException e) {
        // The server has closed: that is how it refuses those who go on.
      }
      assertThat(sent).isBetween(60, 99);
    }
  }

  @Test
  void aSlowBodyIsGivenUpWhileOthersAreAnswered() throws Exception {
    try (var slow = connect()) {
      slow.getOutputStream()
          .write(
              (request("POST", "/TOKEN/word", "Host: 127.0.0.1:PORT\r\nContent-Length: 40") + "{")
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(view.post("word", WORD).statusCode()).isEqualTo(200);
      assertThat(untilClosed(slow.getInputStream())).doesNotContain("200 OK");
    }
  }

  @Test
  void sevenHundredConnectionsThatSayHalfASentenceHoldNobodyUp() throws Exception {
    var flood = new ArrayList<Socket>();
    try {
      for (int c = 0; c < 700; c++) {
        Socket socket = connect();
        flood.add(socket);
        socket.getOutputStream().write("GET /".getBytes(StandardCharsets.US_ASCII));
      }
      assertThat(view.post("word", WORD).statusCode()).isEqualTo(200);
      Socket last = flood.get(flood.size() - 1);
      last.setSoTimeout(1);
      assertThatThrownBy(() -> last.getInputStream().read())
          .as("nobody had to be cut off before the answer came")
          .isInstanceOf(SocketTimeoutException.class);
    } finally {
      for (Socket socket : flood) {
        socket.close();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zz\r\n", "-5\r\n", "5\r\nabcdefgh\r\n"})
  void aMalformedChunkIsRefusedInWordsOfOurs(String body) throws Exception {
    String headers = "Host: 127.0.0.1:PORT\r\nConnection: close\r\nTransfer-Encoding: chunked";
    String answer = raw(request("POST", "/TOKEN/word", headers) + body);
    assertThat(status(answer)).isEqualTo(400);
    // Its text is lost where the server closes before all that was sent is read.
    assertThat(answer).doesNotContain("java.", "Exception");
  }

  @Test
  void anImageWithMillionsOfExtensionsIsRefused() throws Exception {
    byte[] plain = view.post("observed", WORD).body();
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
    HttpResponse<byte[]> answer = view.post("identify?0", image.array());
    assertThat(answer.statusCode()).as(text(answer)).isEqualTo(422);
    assertThat(json(answer).path("error").asString()).contains("extensions");
  }

  @Test
  void twoHundredRequestsAtOnceAreAllAnswered() throws Exception {
    var flood = new ArrayList<Socket>();
    for (int c = 0; c < 200; c++) {
      flood.add(connect());
    }
    String headers =
        "Host: 127.0.0.1:PORT\r\nConnection: close\r\nContent-Length: " + WORD.length();
    byte[] request =
        (request("POST", "/TOKEN/word", headers) + WORD).getBytes(StandardCharsets.US_ASCII);
    for (Socket socket : flood) {
      socket.getOutputStream().write(request);
    }
    for (Socket socket : flood) {
      assertThat(status(untilClosed(socket.getInputStream()))).isEqualTo(200);
      socket.close();
    }
  }

  @Test
  void aMalformedImageIsToldAsSuch() throws Exception {
    byte[] good = Files.readAllBytes(commandLineFile("word05", "desc-observed_statmap.nii.gz"));
    byte[] plain = view.post("observed", WORD).body();
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
      HttpResponse<byte[]> answer = view.post("identify?0", bad);
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
    assertThat(view.post("identify?0", bomb.toByteArray()).statusCode()).isEqualTo(413);
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
    assertThat(view.post("predict", question).statusCode()).isIn(400, 404);
  }

  @Test
  void everyAnswerForbidsWhatThePageDoesNotNeed() throws Exception {
    for (String name : List.of("", "state", "nothing")) {
      var headers = view.get(name).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
          .startsWith("default-src 'self';");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(headers.firstValue("Cache-Control")).contains("no-store");
    }
  }

  @Test
  void onlyTheLoopbackAddressListens() throws Exception {
    for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
      for (InetAddress address : network.inetAddresses().toList()) {
        boolean own = address.getHostAddress().equals("127.0.0.1");
        assertThat(listens(address)).as("%s", address).isEqualTo(own);
      }
    }
  }

  // How it begins and ends

  @Test
  void twoSideBySideHaveTokensOfTheirOwn() throws Exception {
    try (var other = RunningView.start("--model", fits)) {
      assertThat(other.port()).isNotEqualTo(view.port());
      assertThat(other.token()).isNotEqualTo(view.token());
      assertThat(other.get("state").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aPortInUseIsSaidWithWhatToDo() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Ran ran =
          Ran.mitchell("view", "--model", fits, "--no-browser", "--port", taken.getLocalPort());
      assertThat(ran.failsWith(1).err())
          .contains("port " + taken.getLocalPort())
          .contains("--port N");
    }
  }

  @Test
  void aPortThatCannotBeIsWrongUsage() {
    Ran.mitchell("view", "--model", fits, "--port", "70000").failsWith(2);
  }

  @Test
  void withoutFitsItSaysHowToMakeOne() {
    assertThat(Ran.mitchell("view", "--model", folder.resolve("none")).failsWith(1).err())
        .contains("mitchell fit");
  }

  @Test
  void anInterruptStopsItAndFreesThePort() throws Exception {
    var other = RunningView.start("--model", fits);
    new ProcessBuilder("kill", "-INT", Long.toString(other.process().pid())).start().waitFor();
    assertThat(other.process().waitFor()).isEqualTo(130);
    try (var again = RunningView.start("--model", fits, "--port", other.port())) {
      assertThat(again.port()).isEqualTo(other.port());
    }
  }

  private static String request(String method, String path, String headers) {
    return "%s %s HTTP/1.1\r\n%s\r\n\r\n"
        .formatted(method, path, headers)
        .replace("TOKEN", view.token())
        .replace("PORT", Integer.toString(view.port()));
  }

  private static Socket connect() throws IOException {
    var socket = new Socket(InetAddress.getByName("127.0.0.1"), view.port());
    socket.setSoTimeout(PATIENCE_MS);
    return socket;
  }

  /** What is answered up to the end of the first line. */
  private static String raw(String request) throws IOException {
    try (var socket = connect()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      byte[] answer = new byte[1 << 14];
      int size = Math.max(0, socket.getInputStream().read(answer));
      return new String(answer, 0, size, StandardCharsets.ISO_8859_1);
    }
  }

  private static String untilClosed(InputStream stream) throws IOException {
    try {
      return new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (SocketException e) {
      return "";
    }
  }

  private static int status(String answer) {
    assertThat(answer).startsWith("HTTP/1.1 ");
    return Integer.parseInt(answer.substring(9, 12));
  }

  private static boolean listens(InetAddress address) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, view.port()), 2000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static float[] image(HttpResponse<byte[]> answer) throws IOException {
    assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
    return NiftiReader.read(new ByteArrayInputStream(answer.body()), "answer").toFloats();
  }

  private static float[] commandLine(String word, String end) throws IOException {
    return NiftiReader.read(commandLineFile(word, end)).toFloats();
  }

  private static Path commandLineFile(String word, String end) throws IOException {
    Path out = folder.resolve("predicted-" + word);
    Ran.mitchell("predict", word, "--subject", "sim1", "--model", fits, "--out", out).succeeds();
    return file(out, end);
  }

  private static Path file(Path root, String end) throws IOException {
    try (var files = Files.walk(root)) {
      return files.filter(f -> f.toString().endsWith(end)).findFirst().orElseThrow();
    }
  }

  private static Path copyWithoutResponses() throws IOException {
    Path copy = folder.resolve("alone");
    try (var files = Files.walk(fits)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = copy.resolve(fits.relativize(file));
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
    Path model = file(copy, "model.json");
    String gone = folder.resolve("data").toString();
    Files.writeString(model, Files.readString(model).replace(gone, gone + "-moved"));
    return copy;
  }

  private static JsonNode json(HttpResponse<byte[]> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  private static String text(HttpResponse<byte[]> answer) {
    return answer.body().length > 1000 ? "" : new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static JsonNode firstArray(JsonNode node, String name) {
    return node.findValues(name).stream().filter(JsonNode::isArray).findFirst().orElseThrow();
  }
}
