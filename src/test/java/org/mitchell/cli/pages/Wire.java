package org.mitchell.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.mitchell.cli.RunningView;

/** Requests to a running {@code view} as they are on the wire, well formed or not. */
record Wire(RunningView view) {
  private static final int PATIENCE_MS = 60_000;

  /** A request with the view's own token and port where TOKEN and PORT stand. */
  String request(String method, String path, String headers) {
    return "%s %s HTTP/1.1\r\n%s\r\n\r\n"
        .formatted(method, path, headers)
        .replace("TOKEN", view.token())
        .replace("PORT", Integer.toString(view.port()));
  }

  Socket connect() throws IOException {
    var socket = new Socket(InetAddress.getByName("127.0.0.1"), view.port());
    socket.setSoTimeout(PATIENCE_MS);
    return socket;
  }

  /** What is answered up to the end of the first line. */
  String answer(String request) throws IOException {
    try (var socket = connect()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      byte[] answer = new byte[1 << 14];
      int size = Math.max(0, socket.getInputStream().read(answer));
      return new String(answer, 0, size, StandardCharsets.ISO_8859_1);
    }
  }

  /** What is answered until the connection is closed. */
  static String untilClosed(InputStream stream) throws IOException {
    try {
      return new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (SocketException e) {
      return "";
    }
  }

  static int status(String answer) {
    assertThat(answer).startsWith("HTTP/1.1 ");
    return Integer.parseInt(answer.substring(9, 12));
  }
}
