package org.mitchell.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mitchell.cli.pages.ViewOfOneFit.WORD;
import static org.mitchell.cli.pages.Wire.status;
import static org.mitchell.cli.pages.Wire.untilClosed;

import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests to {@code view} that are too large, too slow or too many, while others are answered. */
class ViewUnderLoadTest {
  @TempDir private static Path folder;

  @RegisterExtension private static final ViewOfOneFit one = new ViewOfOneFit(() -> folder);

  @ParameterizedTest
  @CsvSource({"word, 65537", "word, 104857600", "identify?0, 104857600", "identify?0, 99999999999"})
  void aBodyThatIsTooLargeIsRefusedBeforeItIsSent(String path, long bytes) throws Exception {
    String headers = "Host: 127.0.0.1:PORT\r\nContent-Length: " + bytes;
    assertThat(status(one.wire().answer(one.wire().request("POST", "/TOKEN/" + path, headers))))
        .isEqualTo(413);
  }

  @Test
  void aBodyOfUnknownSizeIsReadUpToTheBound() throws Exception {
    try (var socket = one.wire().connect()) {
      var out = socket.getOutputStream();
      out.write(
          one.wire()
              .request(
                  "POST", "/TOKEN/identify?0", "Host: 127.0.0.1:PORT\r\nTransfer-Encoding: chunked")
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
    try (var slow = one.wire().connect()) {
      slow.getOutputStream()
          .write(
              (one.wire()
                          .request(
                              "POST", "/TOKEN/word", "Host: 127.0.0.1:PORT\r\nContent-Length: 40")
                      + "{")
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(one.running().post("word", WORD).statusCode()).isEqualTo(200);
      assertThat(untilClosed(slow.getInputStream())).doesNotContain("200 OK");
    }
  }

  @Test
  void sevenHundredConnectionsThatSayHalfASentenceHoldNobodyUp() throws Exception {
    var flood = new ArrayList<Socket>();
    try {
      for (int c = 0; c < 700; c++) {
        Socket socket = one.wire().connect();
        flood.add(socket);
        socket.getOutputStream().write("GET /".getBytes(StandardCharsets.US_ASCII));
      }
      assertThat(one.running().post("word", WORD).statusCode()).isEqualTo(200);
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

  @Test
  void twoHundredRequestsAtOnceAreAllAnswered() throws Exception {
    var flood = new ArrayList<Socket>();
    for (int c = 0; c < 200; c++) {
      flood.add(one.wire().connect());
    }
    String headers =
        "Host: 127.0.0.1:PORT\r\nConnection: close\r\nContent-Length: " + WORD.length();
    byte[] request =
        (one.wire().request("POST", "/TOKEN/word", headers) + WORD)
            .getBytes(StandardCharsets.US_ASCII);
    for (Socket socket : flood) {
      socket.getOutputStream().write(request);
    }
    for (Socket socket : flood) {
      assertThat(status(untilClosed(socket.getInputStream()))).isEqualTo(200);
      socket.close();
    }
  }
}
