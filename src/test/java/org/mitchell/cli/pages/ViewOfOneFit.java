package org.mitchell.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.mitchell.cli.Ran;
import org.mitchell.cli.RunningView;
import org.mitchell.cli.SmallBrains;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code view} of one participant, sim1, whose features have a word more than it was shown:
 * unicorn. It runs while the tests of a class do, and after each of them the next request is
 * answered.
 */
final class ViewOfOneFit implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  /** Asks for a word that was presented. */
  static final String WORD = "{\"fit\":0,\"word\":\"word03\"}";

  private final Supplier<Path> place;
  private Path fits;
  private RunningView view;

  /** A view whose data and fits go into a folder that is there when the tests begin. */
  ViewOfOneFit(Supplier<Path> place) {
    this.place = place;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    var brains = new SmallBrains(place.get());
    brains.simulate("sim1", .5);
    Files.writeString(
        brains.features(), Files.readString(brains.features()) + "unicorn,0.9,0.05,0.4\n");
    fits = brains.fit("sim1");
    view = RunningView.start("--model", fits);
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException, InterruptedException {
    assertThat(view.get("state").statusCode()).isEqualTo(200);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (view != null) {
      view.close();
    }
  }

  Path fits() {
    return fits;
  }

  RunningView running() {
    return view;
  }

  Wire wire() {
    return new Wire(view);
  }

  /** A file that {@code predict} writes for a word, by the end of its name. */
  Path commandLineFile(String word, String end) throws IOException {
    Path out = place.get().resolve("predicted-" + word);
    Ran.mitchell("predict", word, "--subject", "sim1", "--model", fits, "--out", out).succeeds();
    return file(out, end);
  }

  /** The file below a folder whose name ends so. */
  static Path file(Path root, String end) throws IOException {
    try (var files = Files.walk(root)) {
      return files.filter(f -> f.toString().endsWith(end)).findFirst().orElseThrow();
    }
  }

  static JsonNode json(HttpResponse<byte[]> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  /** An answer as a text, for a message; nothing where it is long. */
  static String text(HttpResponse<byte[]> answer) {
    return answer.body().length > 1000 ? "" : new String(answer.body(), StandardCharsets.UTF_8);
  }
}
