package org.mitchell.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * A web server of the tests' own on 127.0.0.1, which can also break off in the middle of an answer.
 */
final class FileServer implements AutoCloseable {
  private final ServerSocket socket;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile Function<Request, Reply> script = request -> Reply.status(404);

  FileServer() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    var thread = new Thread(this::acceptAll, "file-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** What was asked. */
  record Request(int number, String target, Map<String, String> headers) {
    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /**
   * What is answered.
   *
   * @param sent how many bytes of the body are sent before the connection is closed
   * @param then runs after these bytes, before the connection is closed
   */
  record Reply(int status, Map<String, String> headers, byte[] body, int sent, Runnable then) {
    static Reply status(int status) {
      return new Reply(status, Map.of(), new byte[0], 0, () -> {});
    }

    static Reply file(byte[] body, Map<String, String> headers) {
      return new Reply(200, headers, body, body.length, () -> {});
    }

    /** The part of a file from {@code start} on. */
    static Reply rest(byte[] file, int start, Map<String, String> headers) {
      var all = new TreeMap<>(headers);
      all.put("Content-Range", "bytes " + start + "-" + (file.length - 1) + "/" + file.length);
      byte[] body = Arrays.copyOfRange(file, start, file.length);
      return new Reply(206, all, body, body.length, () -> {});
    }

    Reply breakingAfter(int bytes) {
      return new Reply(status, headers, body, bytes, then);
    }

    Reply then(Runnable action) {
      return new Reply(status, headers, body, sent, action);
    }

    Reply withHeader(String name, String value) {
      var all = new TreeMap<>(headers);
      all.put(name, value);
      return new Reply(status, all, body, sent, then);
    }
  }

  FileServer answering(Function<Request, Reply> answers) {
    script = answers;
    return this;
  }

  List<Request> requests() {
    return requests;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/science/");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void acceptAll() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        var thread = new Thread(() -> answer(connection), "file-server-connection");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private void answer(Socket connection) {
    try (connection) {
      Reply reply = script.apply(read(connection));
      OutputStream out = connection.getOutputStream();
      var head = new StringBuilder("HTTP/1.1 " + reply.status() + " x\r\nConnection: close\r\n");
      if (!reply.headers().containsKey("Content-Length")
          && !reply.headers().containsKey("Transfer-Encoding")) {
        head.append("Content-Length: ").append(reply.body().length).append("\r\n");
      }
      reply
          .headers()
          .forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
      out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
      out.write(reply.body(), 0, reply.sent());
      out.flush();
      reply.then().run();
    } catch (IOException e) {
      // The client has gone: what it made of that is what the test looks at.
    }
  }

  private Request read(Socket connection) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
    String target = in.readLine().split(" ")[1];
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    var request = new Request(requests.size() + 1, target, headers);
    requests.add(request);
    return request;
  }
}
