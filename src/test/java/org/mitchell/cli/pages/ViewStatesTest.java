package org.mitchell.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Browser;
import org.mitchell.cli.RunningView;
import org.mitchell.cli.SmallBrains;

/**
 * What the page of {@code view} keeps while words and features change: its scale, the start, words
 * side by side, and the link that leads back. Expected figures come from the images that the server
 * gives, computed here.
 */
@Tag("external")
class ViewStatesTest {
  private static final String HOSTILE = "<b>bold</b>";
  private static final int FIRST_DATA_BYTE = 352;

  @TempDir private static Path folder;
  private static ViewPages pages;
  private static Path fits;

  @BeforeAll
  static void startView() throws IOException {
    var browser = Browser.start();
    var brains = new SmallBrains(folder);
    brains.simulate("sim1", .5);
    Files.writeString(
        brains.features(), Files.readString(brains.features()) + HOSTILE + ",0.9,0.05,0.4\n");
    fits = brains.fit("sim1");
    pages = ViewPages.of(browser, fits);
  }

  @AfterAll
  static void close() {
    if (pages != null) {
      pages.close();
    }
  }

  @AfterEach
  void nothingWasComplainedOf() {
    pages.browser().hadNothingToComplainOf();
  }

  @Test
  void theScaleStaysUntilItIsRefitted() throws IOException, InterruptedException {
    Page page = open("#word=word03");
    String first = text(page, "#predicted-high");
    assertThat(first).isEqualTo(decimal(largest(predicted("word03")), 2));
    type(page, "word05");
    assertThat(text(page, "#predicted-high")).isEqualTo(first);
    page.locator("#refit").click();
    assertThat(text(page, "#predicted-high")).isEqualTo(decimal(largest(predicted("word05")), 2));
    assertThat(text(page, "#predicted-low"))
        .isEqualTo("\u2212" + decimal(largest(predicted("word05")), 2));
  }

  @Test
  void theChangeFromTheStartIsShownAndTold() throws IOException, InterruptedException {
    Page page = open("#word=word03&features=0.9,0.05,0.4");
    float[] start = predicted("word03");
    float[] now = image("predict", "{\"fit\":0,\"vector\":[0.9,0.05,0.4]}");
    var change = new float[start.length];
    for (int v = 0; v < change.length; v++) {
      change[v] = now[v] - start[v];
    }
    assertThat(text(page, "#status"))
        .contains("r " + decimal(pearson(now, start), 2) + " with the brain of \u201cword03\u201d")
        .contains("largest change " + decimal(largest(change), 3));
    int before = ViewPages.hash(page, "predicted");
    page.locator("#change").check();
    assertThat(text(page, "#predicted-title")).isEqualTo("Change");
    page.locator("#refit").click();
    assertThat(text(page, "#predicted-high")).isEqualTo(decimal(largest(change), 2));
    assertThat(ViewPages.hash(page, "predicted")).isNotEqualTo(before);
    assertThat(page.locator(".bar.moved").count()).isEqualTo(3);
    page.locator("#reset").click();
    page.waitForCondition(() -> text(page, "#predicted-title").equals("Predicted"));
    assertThat(page.locator("#change").isDisabled()).isTrue();
    assertThat(page.locator(".bar.moved").count()).isZero();
  }

  @Test
  void barsAreInOneScaleUntilSomebodyWantsTheirOwn() {
    Page page = open("#word=word03");
    assertThat(page.locator("#one-scale").isChecked()).isTrue();
    assertThat(ends(page)).hasSize(1);
    page.locator("#one-scale").uncheck();
    assertThat(ends(page)).hasSizeGreaterThan(1);
  }

  @Test
  void severalWordsStandSideBySideAndAreCompared() throws IOException, InterruptedException {
    Page page = open("#word=word03");
    page.locator("#word").fill("word03, word05, " + HOSTILE);
    page.keyboard().press("Enter");
    page.waitForCondition(() -> page.locator("#beside .card").count() == 3);
    assertThat(page.locator("#beside .link").allTextContents())
        .containsExactly("word03", "word05", HOSTILE);
    assertThat(page.locator("#beside b").count()).isZero();
    float[] large = predicted("word03");
    assertThat(page.locator("#beside .quiet").allTextContents())
        .containsExactly(
            "r 1.00 with word03",
            "r " + decimal(pearson(predicted("word05"), large), 2) + " with word03",
            "r " + decimal(pearson(predicted(HOSTILE), large), 2) + " with word03");
    page.locator("#beside .remove").first().click();
    assertThat(page.locator("#beside .link").allTextContents()).containsExactly("word05", HOSTILE);
    page.locator("#beside .link").first().click();
    page.waitForSelector("html[data-word='word05']");
  }

  @Test
  void aLinkLeadsBackToWhatWasShown() throws IOException {
    Page page = open("#word=word03");
    page.locator("#keep").click();
    type(page, "word07");
    page.locator("#feature-1").focus();
    page.keyboard().press("End");
    page.locator("#threshold").focus();
    page.keyboard().press("Home");
    page.waitForCondition(() -> page.locator("#beside .card").count() == 1);
    page.locator("#share").click();
    String link = page.locator("#link").inputValue();
    String command = page.locator("#link-command").inputValue();
    List<String> shown = shown(page);
    assertThat(shown(open(link.substring(link.indexOf('#'))))).isEqualTo(shown);
    String state = command.substring(command.indexOf('\'') + 1, command.length() - 1);
    // The page goes before its server, which it may still be asking for something.
    try (var other = RunningView.startAt(state, "--model", fits);
        Page again = pages.browser().page(1280, 900, ColorScheme.LIGHT, other.url())) {
      again.navigate(other.url() + "#" + state);
      again.waitForSelector("html[data-view=ready]");
      assertThat(shown(again)).isEqualTo(shown);
    }
  }

  @Test
  void whatTakesLongIsSeenToBeUnderWay() {
    Page page = open("#word=word03");
    assertThat(page.locator("#busy").isVisible()).isFalse();
    var held = new ArrayList<Route>();
    page.route("**/predict", held::add);
    page.locator("#word").fill("word05");
    page.waitForSelector("#busy:visible");
    assertThat(page.locator("main").getAttribute("aria-busy")).isEqualTo("true");
    page.waitForCondition(() -> !held.isEmpty());
    page.unroute("**/predict");
    held.forEach(Route::resume);
    page.waitForSelector("html[data-word='word05']");
    page.waitForCondition(() -> !page.locator("#busy").isVisible());
  }

  @Test
  void keysAreListedAndWork() {
    Page page = open("#word=word03");
    page.locator("#strongest").focus();
    page.keyboard().press("?");
    assertThat(page.locator("#help").isVisible()).isTrue();
    page.keyboard().press("Escape");
    page.keyboard().press("k");
    page.waitForCondition(() -> page.locator("#beside .card").count() == 1);
    page.keyboard().press("/");
    page.keyboard().type("k");
    assertThat(page.locator("#word").inputValue()).isEqualTo("k");
    assertThat(page.locator("#beside .card").count()).isEqualTo(1);
  }

  @Test
  void aLinkOfSomebodyElseIsTextAndNothingMore() {
    Page page =
        open("#subject=%3Cb%3Enobody&word=%3Cb%3Ebold%3C%2Fb%3E&features=1,x&place=a&scale=-1,0");
    assertThat(text(page, "#hint")).startsWith("The link is of <b>nobody, which is not here.");
    assertThat(page.locator("main b").count()).isZero();
    assertThat(text(page, "#predicted-by")).startsWith(HOSTILE + ", by");
  }

  @Test
  void whyThereIsNoBrainIsSaidBelowPlanesThatAreSeen() throws IOException {
    Page page = open("#word=word03");
    page.locator("#word").fill("unheard");
    page.waitForSelector("#observed-missing:visible");
    var canvas = ImageIO.read(new ByteArrayInputStream(page.locator("#observed").screenshot()));
    var box = page.locator("#observed-canvas").boundingBox();
    var figure = page.locator("#observed").boundingBox();
    int x = (int) (box.x - figure.x + 0.6 * box.width);
    int y = (int) (box.y - figure.y + 8);
    assertThat(canvas.getRGB(x, y) & 0xffffff).isGreaterThan(0x808080);
  }

  @Test
  void aPlaceBeyondTheBrainIsNotGoneTo() {
    Page page = open("#word=word03");
    page.waitForCondition(() -> text(page, "#voxel-place").startsWith("x "));
    String strongest = text(page, "#voxel-place");
    Page beyond = open("#word=word03&place=1e300,2,3");
    beyond.waitForCondition(() -> text(beyond, "#voxel-place").startsWith("x "));
    assertThat(text(beyond, "#voxel-place")).isEqualTo(strongest);
  }

  @Test
  void aWordOfTheParticipantBeforeIsNotShownOnAnother() throws Exception {
    var brains = new SmallBrains(folder.resolve("two"));
    brains.simulate("sim1", .5);
    brains.simulate("sim2", .4);
    try (var two = RunningView.start("--model", brains.fit("sim1,sim2"));
        Page page = pages.browser().page(1280, 900, ColorScheme.LIGHT, two.url())) {
      page.navigate(two.url() + "#subject=sim1&word=word03");
      page.waitForSelector("html[data-view=ready]");
      var held = new ArrayList<Route>();
      page.route("**/predict", held::add);
      page.locator("#word").fill("word05");
      page.waitForCondition(() -> !held.isEmpty());
      page.unroute("**/predict");
      page.locator("#subject").selectOption("sim2");
      page.waitForCondition(() -> text(page, "#subtitle").startsWith("sim2"));
      held.forEach(Route::resume);
      page.waitForSelector("html[data-fit='1'][data-word='word05']");
      assertThat(text(page, "#predicted-high"))
          .isEqualTo(
              decimal(largest(all(two.post("predict", "{\"fit\":1,\"word\":\"word05\"}"))), 2));
    }
  }

  private static Page open(String fragment) {
    return pages.open(1280, ColorScheme.LIGHT, fragment);
  }

  private static void type(Page page, String word) {
    page.locator("#word").fill(word);
    page.waitForSelector("html[data-word='" + word + "']");
  }

  private static String text(Page page, String place) {
    return page.locator(place).textContent();
  }

  private static List<String> shown(Page page) {
    var shown = new ArrayList<>(page.locator("#bars output").allTextContents());
    shown.addAll(page.locator("#beside .link").allTextContents());
    shown.add(page.locator("#word").inputValue());
    for (String place : List.of("#predicted-high", "#observed-high", "#threshold-value")) {
      shown.add(text(page, place));
    }
    shown.add(text(page, "#voxel-place"));
    return shown;
  }

  private static List<Object> ends(Page page) {
    return ((List<?>)
            page.evaluate(
                "[...document.querySelectorAll('#bars input')].map(i => i.min + ' ' + i.max)"))
        .stream().map(end -> (Object) end).distinct().toList();
  }

  private static float[] predicted(String word) throws IOException, InterruptedException {
    return image("predict", "{\"fit\":0,\"word\":\"" + word + "\"}");
  }

  /** The voxels of the brain. */
  private static float[] image(String question, String body)
      throws IOException, InterruptedException {
    byte[] mask = pages.view().post("brain", "{\"fit\":0}").body();
    ByteBuffer bytes =
        ByteBuffer.wrap(pages.view().post(question, body).body()).order(ByteOrder.LITTLE_ENDIAN);
    var values = new ArrayList<Float>();
    for (int v = 0; FIRST_DATA_BYTE + v < mask.length; v++) {
      if (mask[FIRST_DATA_BYTE + v] == 1) {
        values.add(bytes.getFloat(FIRST_DATA_BYTE + 4 * v));
      }
    }
    var image = new float[values.size()];
    for (int v = 0; v < image.length; v++) {
      image[v] = values.get(v);
    }
    return image;
  }

  /** All voxels of an image; those beyond the brain as 0. */
  private static float[] all(HttpResponse<byte[]> answer) {
    ByteBuffer bytes = ByteBuffer.wrap(answer.body()).order(ByteOrder.LITTLE_ENDIAN);
    var values = new float[(answer.body().length - FIRST_DATA_BYTE) / Float.BYTES];
    for (int v = 0; v < values.length; v++) {
      float value = bytes.getFloat(FIRST_DATA_BYTE + Float.BYTES * v);
      values[v] = Float.isNaN(value) ? 0 : value;
    }
    return values;
  }

  private static double largest(float[] values) {
    double largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private static double pearson(float[] one, float[] other) {
    double meanOne = mean(one, v -> one[v]);
    double meanOther = mean(one, v -> other[v]);
    double product = mean(one, v -> (one[v] - meanOne) * (other[v] - meanOther));
    double squareOne = mean(one, v -> Math.pow(one[v] - meanOne, 2));
    double squareOther = mean(one, v -> Math.pow(other[v] - meanOther, 2));
    return product / Math.sqrt(squareOne * squareOther);
  }

  private static double mean(float[] values, ToDoubleFunction<Integer> of) {
    double sum = 0;
    for (int v = 0; v < values.length; v++) {
      sum += of.applyAsDouble(v);
    }
    return sum / values.length;
  }

  private static String decimal(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value).replace('-', '\u2212');
  }
}
