package org.mitchell.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.cli.Browser;
import org.mitchell.cli.Ran;
import org.mitchell.cli.SmallBrains;

/** The page of {@code view} as people use it, in Chromium. Pictures stay in target/screenshots. */
@Tag("external")
class ViewInBrowserTest {
  private static final Path SCREENSHOTS = Path.of("target/screenshots");
  private static final int WIDE = 1280;

  /** A word of the features that no participant was shown. */
  private static final String NEVER_SCANNED = "unicorn";

  @TempDir private static Path folder;
  private static ViewPages pages;
  private static Path observed;

  @BeforeAll
  static void startView() throws IOException {
    var browser = Browser.start();
    Files.createDirectories(SCREENSHOTS);
    var brains = new SmallBrains(folder);
    brains.simulate("sim1", .5);
    brains.simulate("sim2", .5);
    Files.writeString(
        brains.features(), Files.readString(brains.features()) + NEVER_SCANNED + ",0.9,0.05,0.4\n");
    Path fits = brains.fit("sim1,sim2");
    Ran.mitchell(
            "predict", "word03", "--subject", "sim1", "--model", fits, "--out", folder.resolve("p"))
        .succeeds();
    try (var files = Files.walk(folder.resolve("p"))) {
      observed =
          files
              .filter(f -> f.toString().endsWith("desc-observed_statmap.nii.gz"))
              .findFirst()
              .get();
    }
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
  void aWordThatIsTypedChangesBothBrains() {
    Page page = open(WIDE, ColorScheme.LIGHT);
    int predicted = ViewPages.hash(page, "predicted");
    int observed = ViewPages.hash(page, "observed");
    type(page, "word05");
    assertThat(ViewPages.hash(page, "predicted")).isNotEqualTo(predicted);
    assertThat(ViewPages.hash(page, "observed")).isNotEqualTo(observed);
    assertThat(status(page))
        .startsWith("word05: predicted by the model trained without the word. r with the observed");
  }

  @Test
  void aWordThatWasNeverScannedHasAPredictedBrainOnly() {
    Page page = open(WIDE, ColorScheme.LIGHT);
    int before = ViewPages.hash(page, "predicted");
    type(page, NEVER_SCANNED);
    assertThat(ViewPages.hash(page, "predicted")).isNotEqualTo(before);
    assertThat(page.locator("#observed-missing").textContent())
        .isEqualTo("\u201cunicorn\u201d was never scanned.");
    assertThat(values(page)).containsExactly("0.900", "0.050", "0.400");
  }

  @Test
  void aWordWithoutFeaturesIsSaidAndTheBrainsOfTheLastOneGo() {
    Page page = open(WIDE, ColorScheme.LIGHT);
    int before = ViewPages.hash(page, "predicted");
    page.locator("#word").fill("blicket");
    page.keyboard().press("Enter");
    page.waitForCondition(() -> status(page).startsWith("No brain for \u201cblicket\u201d"));
    assertThat(ViewPages.hash(page, "predicted")).isNotEqualTo(before);
    assertThat(page.locator("#predicted-by").textContent()).isEmpty();
    assertThat(page.locator("#predicted-missing").textContent()).isEqualTo(status(page));
    assertThat(page.locator("#observed-missing").textContent()).isEqualTo(status(page));
    type(page, "word05");
    assertThat(page.locator("#predicted-missing").isVisible()).isFalse();
  }

  /** The words of the features that are nearest, by their cosines, which are computed here anew. */
  @Test
  void wordsNearToTheTypedOneAreListedAndLeadToTheirBrains() throws IOException {
    Page page = open(WIDE, ColorScheme.LIGHT);
    type(page, NEVER_SCANNED);
    page.waitForSelector("html[data-near='unicorn']");
    List<String> nearest = nearest(new double[] {.9, .05, .4}, NEVER_SCANNED);
    assertThat(page.locator("#near button").allTextContents()).isEqualTo(nearest.subList(0, 8));
    assertThat(page.locator("#near-among").textContent())
        .isEqualTo("Words whose features are most alike, by cosine; of 17 in features.csv.");
    page.locator("#near button").first().click();
    page.waitForSelector("html[data-word='" + nearest.get(0) + "']");
  }

  @Test
  void aSumOfWordsHasTheBrainOfItsSummedFeatures() throws IOException {
    Page page = open(WIDE, ColorScheme.LIGHT);
    int before = ViewPages.hash(page, "predicted");
    page.locator("#word").fill("unicorn - Word01 + word02");
    page.waitForSelector("html[data-word='unicorn + word02 - word01']");
    assertThat(ViewPages.hash(page, "predicted")).isNotEqualTo(before);
    double[] sum = {.9, .05, .4};
    for (int f = 0; f < sum.length; f++) {
      sum[f] += feature("word02", f) - feature("word01", f);
    }
    assertThat(values(page))
        .containsExactly(
            Arrays.stream(sum)
                .mapToObj(v -> String.format(Locale.ROOT, "%.3f", v).replace('-', '\u2212'))
                .toArray(String[]::new));
    assertThat(status(page)).contains("in the sum, the model was trained on word02 and word01");
    assertThat(page.locator("#near button").allTextContents())
        .doesNotContain("unicorn", "word01", "word02");
    page.locator("#word").fill("unicorn - blicket");
    page.keyboard().press("Enter");
    page.waitForCondition(() -> status(page).contains("blicket is not in "));
  }

  @Test
  void aFeatureThatIsDraggedChangesThePredictedBrain() {
    Page page = open(WIDE, ColorScheme.LIGHT);
    int predicted = ViewPages.hash(page, "predicted");
    int observed = ViewPages.hash(page, "observed");
    page.locator("#one-scale").uncheck();
    var eat = page.locator("#feature-1").boundingBox();
    page.mouse().move(eat.x + 10, eat.y + eat.height / 2);
    page.mouse().down();
    page.mouse().move(eat.x + eat.width - 3, eat.y + eat.height / 2);
    page.mouse().up();
    page.waitForCondition(() -> ViewPages.hash(page, "predicted") != predicted);
    assertThat(ViewPages.hash(page, "observed")).isEqualTo(observed);
    assertThat(page.locator("#predicted-by").textContent())
        .isEqualTo("from the features as you set them");
    page.locator("#reset").click();
    page.waitForCondition(() -> ViewPages.hash(page, "predicted") == predicted);
  }

  @Test
  void aVoxelThatIsClickedTellsItsCoefficientsAndWords() {
    Page page = open(WIDE, ColorScheme.LIGHT);
    String before = place(page);
    var canvas = page.locator("#predicted-canvas");
    for (int right = 40; place(page).equals(before) && right < 400; right += 30) {
      canvas.click(new Locator.ClickOptions().setPosition(right, 60));
    }
    page.waitForCondition(() -> !place(page).equals(before));
    page.locator("#strongest").click();
    page.waitForCondition(() -> place(page).contains("Words by the observed response"));
    assertThat(page.locator("#coefficients .name").allTextContents())
        .containsExactlyInAnyOrder("see", "eat", "push");
    assertThat(page.locator("#best button").count()).isEqualTo(8);
  }

  @Test
  void anImageThatIsDroppedGetsItsRankingOfWords() throws IOException {
    Page page = open(WIDE, ColorScheme.LIGHT);
    page.locator("#file").setInputFiles(observed);
    page.waitForCondition(() -> page.locator("#guesses button").count() == 10);
    assertThat(page.locator("#guesses button").first().textContent()).isEqualTo("word03");
    Object transfer =
        page.evaluateHandle(
            "text => { const t = new DataTransfer(); t.items.add(new"
                + " File([Uint8Array.from(atob(text), c => c.charCodeAt(0))], 'dropped.nii.gz'));"
                + " return t; }",
            Base64.getEncoder().encodeToString(Files.readAllBytes(observed)));
    page.locator("#drop").dispatchEvent("drop", Map.of("dataTransfer", transfer));
    page.waitForCondition(
        () ->
            page.locator("#identified")
                .textContent()
                .startsWith("dropped.nii.gz is most like word03, of 16 words"));
  }

  @Test
  void anotherParticipantHasAnotherBrain() {
    Page page = open(WIDE, ColorScheme.LIGHT);
    int before = ViewPages.hash(page, "predicted");
    page.locator("#subject").selectOption("sim2");
    page.waitForSelector("html[data-fit='1']");
    assertThat(ViewPages.hash(page, "predicted")).isNotEqualTo(before);
    assertThat(page.locator("#subtitle").textContent()).startsWith("sim2");
    assertThat(page.locator("#simulated").isVisible()).isTrue();
  }

  @Test
  void theKeyboardIsEnough() {
    Page page = open(WIDE, ColorScheme.LIGHT);
    tabTo(page, "word");
    page.keyboard().press("Control+A");
    page.keyboard().type("word07");
    page.waitForSelector("html[data-word='word07']");
    tabTo(page, "subject");
    page.keyboard().press("ArrowDown");
    page.waitForSelector("html[data-fit='1'][data-word='word07']");
    tabTo(page, "predicted-canvas");
    String place = place(page);
    page.keyboard().press("ArrowRight");
    page.waitForCondition(() -> !place(page).equals(place));
    tabTo(page, "feature-1");
    int before = ViewPages.hash(page, "predicted");
    page.keyboard().press("End");
    page.waitForCondition(() -> ViewPages.hash(page, "predicted") != before);
    tabTo(page, "file");
  }

  @ParameterizedTest
  @CsvSource({"1280, LIGHT", "1280, DARK", "390, LIGHT", "390, DARK"})
  void nothingSeriousStandsInAnyonesWay(int width, ColorScheme colours) {
    Page page = open(width, colours);
    page.locator("#file").setInputFiles(observed);
    page.waitForCondition(() -> page.locator("#guesses button").count() == 10);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(
                SCREENSHOTS.resolve(
                    "view-%d-%s.png".formatted(width, colours).toLowerCase(Locale.ROOT))));
    Browser.isOpenToEveryone(page, width);
  }

  private static Page open(int width, ColorScheme colours) {
    Page page = pages.open(width, colours, "");
    page.waitForCondition(() -> !place(page).startsWith("No voxel"));
    return page;
  }

  private static void type(Page page, String word) {
    page.locator("#word").fill("");
    page.locator("#word").pressSequentially(word);
    page.waitForSelector("html[data-word='" + word + "']");
  }

  /** All other words of the features, the nearest by cosine first. */
  private static List<String> nearest(double[] vector, String without) throws IOException {
    var cosines = new TreeMap<Double, String>(Comparator.reverseOrder());
    for (String line : Files.readAllLines(folder.resolve("features.csv"))) {
      String word = line.split(",")[0];
      if (word.equals("word") || word.equals(without)) {
        continue;
      }
      double product = 0;
      double square = 0;
      for (int f = 0; f < vector.length; f++) {
        product += vector[f] * feature(word, f);
        square += feature(word, f) * feature(word, f);
      }
      cosines.put(product / Math.sqrt(square), word);
    }
    return List.copyOf(cosines.values());
  }

  private static double feature(String word, int feature) throws IOException {
    try (var lines = Files.lines(folder.resolve("features.csv"))) {
      return lines
          .filter(line -> line.startsWith(word + ","))
          .map(line -> Double.parseDouble(line.split(",")[1 + feature]))
          .findFirst()
          .orElseThrow();
    }
  }

  private static void tabTo(Page page, String id) {
    for (int press = 0; press < 60; press++) {
      if (page.evaluate("document.activeElement.id").equals(id)) {
        return;
      }
      page.keyboard().press("Tab");
    }
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo(id);
  }

  private static String status(Page page) {
    return page.locator("#status").textContent();
  }

  private static String place(Page page) {
    return page.locator("#voxel-place").textContent();
  }

  private static List<String> values(Page page) {
    return page.locator("#bars output").allTextContents();
  }
}
