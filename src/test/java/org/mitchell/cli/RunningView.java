package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code mitchell view} in a process of its own. */
public final class RunningView implements AutoCloseable {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private final Process process;
  private final String url;
  private final HttpClient client = HttpClient.newHttpClient();

  private RunningView(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** Returns when the process has said its URL. */
  public static RunningView start(Object... words) throws IOException {
    return startAt("", words);
  }

  /** A view that begins with a state; its URL is the one without. */
  public static RunningView startAt(String state, Object... words) throws IOException {
    Path errors = Files.createTempFile("view", ".txt");
    var command =
        new ArrayList<>(
            List.of(
                JAVA,
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Mitchell.class.getName(),
                "view",
                "--no-browser"));
    Arrays.stream(words).map(Object::toString).forEach(command::add);
    if (!state.isEmpty()) {
      command.addAll(List.of("--state", state));
    }
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    var out = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
    String url = out.readLine();
    assertThat(url)
        .as("%s", Files.readString(errors))
        .matches("http://127\\.0\\.0\\.1:\\d+/[0-9a-f]{32}/(#.*)?")
        .endsWith(state.isEmpty() ? "/" : "/#" + state);
    return new RunningView(process, url.replaceFirst("#.*", ""));
  }

  public String url() {
    return url;
  }

  public int port() {
    return URI.create(url).getPort();
  }

  public String token() {
    return URI.create(url).getPath().replace("/", "");
  }

  public Process process() {
    return process;
  }

  public HttpResponse<byte[]> get(String name) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(url + name)).build(), BodyHandlers.ofByteArray());
  }

  public HttpResponse<byte[]> post(String name, byte[] body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(url + name))
            .POST(BodyPublishers.ofByteArray(body))
            .build(),
        BodyHandlers.ofByteArray());
  }

  public HttpResponse<byte[]> post(String name, String body)
      throws IOException, InterruptedException {
    return post(name, body.getBytes(StandardCharsets.UTF_8));
  }

  public JsonNode json(String name, String body) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = post(name, body);
    assertThat(answer.statusCode())
        .as("%s", new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
