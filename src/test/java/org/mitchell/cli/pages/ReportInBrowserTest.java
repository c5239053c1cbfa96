package org.mitchell.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
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

/**
 * The report as people see it: opened from disk in Chromium, offline. Pictures of it stay in
 * target/screenshots.
 */
@Tag("external")
class ReportInBrowserTest {
  private static final Path SCREENSHOTS = Path.of("target/screenshots");
  private static final int WIDE = 1200;
  private static final int NARROW = 360;

  @TempDir private static Path folder;
  private static Browser browser;
  private static Path report;

  @BeforeAll
  static void makeReport() throws IOException {
    browser = Browser.start();
    Files.createDirectories(SCREENSHOTS);
    var brains = new SmallBrains(folder);
    brains.simulate("sim1", .5);
    brains.simulate("sim2", .5);
    Path fits = brains.fit("sim1,sim2");
    Path names = brains.atlasNames("1 Left_<b>side</b>\n2 Right_side\n7 Middle\n");
    Ran.mitchell(
            "map",
            "--model",
            fits,
            "--permutations",
            "20",
            "--atlas",
            brains.atlas(),
            "--atlas-names",
            names)
        .succeeds();
    Ran.mitchell("map", "--model", fits, "--subject", "sim1", "--stat", "ceiling").succeeds();
    Ran.mitchell("map", "--model", fits, "--subject", "sim1", "--stat", "p", "--permutations", "20")
        .succeeds();
    Ran.mitchell(
            "regions",
            "--model",
            fits,
            "--permutations",
            "10",
            "--atlas",
            brains.atlas(),
            "--atlas-names",
            names)
        .succeeds();
    brains.evaluate("sim1,sim2", fits, "--permutations", "40", "--subsamples", "10");
    report = folder.resolve("report.html");
    Ran.mitchell("report", "--model", fits, "--out", report).succeeds();
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void nothingWasComplainedOfOrLoaded() {
    browser.hadNothingToComplainOf();
  }

  @Test
  void everyMapShowsABrain() throws IOException {
    Page page = open(WIDE, ColorScheme.LIGHT);
    Locator maps = page.locator("#viewer-map option");
    assertThat(maps.allTextContents())
        .contains(
            "sim1: correlation of prediction and observation (r)",
            "sim1: noise ceiling of r",
            "sim1: p of r, not corrected",
            "sim1: signatures of the features",
            "sim2: stability over presentations");
    var ids = (List<?>) maps.evaluateAll("all => all.map(option => option.value)");
    for (Object each : ids) {
      String id = each.toString();
      select(page, id);
      Canvas canvas = canvas(page, "map-" + id);
      assertThat(canvas.colours).as(id).isGreaterThan(100);
      assertThat(canvas.lit).as(id).isGreaterThan(.03);
      assertThat(canvas.coloured).as(id).isPositive();
    }
  }

  @Test
  void aHigherThresholdLeavesFewerVoxels() throws IOException {
    Page page = open(WIDE, ColorScheme.LIGHT);
    Locator threshold = page.locator("#viewer-threshold");
    set(threshold, "0");
    int all = canvas(page, "threshold-none").coloured;
    String highest = threshold.getAttribute("max");
    set(threshold, Double.toString(Double.parseDouble(highest) * .8));
    int few = canvas(page, "threshold-high").coloured;
    assertThat(few).isBetween(1, all / 2);
    assertThat(page.locator("#viewer-threshold-value").textContent()).startsWith("±.");
  }

  @Test
  void aClusterLeadsToItsPeak() {
    Page page = open(WIDE, ColorScheme.LIGHT);
    Locator row = page.locator("#clusters tbody tr").nth(2);
    List<String> cells = row.locator("th, td").allTextContents();
    row.locator("button").click();
    page.waitForCondition(() -> readout(page).startsWith("x " + cells.get(2)));
    assertThat(readout(page))
        .isEqualTo(
            "x %s, y %s, z %s mm: r = %s"
                .formatted(cells.get(2), cells.get(3), cells.get(4), cells.get(5)));
  }

  @Test
  void theRightArrowLeadsToTheBrainsRight() {
    Page page = open(WIDE, ColorScheme.LIGHT);
    page.locator("#viewer-canvas").focus();
    double before = x(page);
    page.keyboard().press("ArrowRight");
    page.waitForCondition(() -> x(page) > before);
    assertThat(x(page) - before).isBetween(3.0, 3.3); // a voxel has 3.125 mm
  }

  @Test
  void leftIsOnTheLeft() throws IOException {
    Page page = open(WIDE, ColorScheme.LIGHT);
    page.locator("#viewer-view").selectOption("axial");
    double middle = page.locator("#viewer-canvas").boundingBox().width / 2;
    double height = page.locator("#viewer-canvas").boundingBox().height / 2;
    page.locator("#viewer-canvas")
        .click(new Locator.ClickOptions().setPosition(middle - 40, height - 20));
    page.waitForCondition(() -> x(page) < 0);
    page.locator("#viewer-canvas")
        .click(new Locator.ClickOptions().setPosition(middle + 40, height - 20));
    page.waitForCondition(() -> x(page) > 0);
    canvas(page, "axial");
  }

  @Test
  void aFeatureIsChosenByItsName() throws IOException {
    Page page = open(WIDE, ColorScheme.LIGHT);
    String signatures =
        page.locator("#viewer-map option", new Page.LocatorOptions().setHasText("sim1: signatures"))
            .first()
            .getAttribute("value");
    select(page, signatures);
    assertThat(page.locator("#viewer-volume option").allTextContents())
        .containsExactly("see", "eat", "push");
    int first = canvas(page, "feature-see").hash;
    page.locator("#viewer-volume").selectOption("2");
    assertThat(canvas(page, "feature-push").hash).isNotEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({"1200, LIGHT", "1200, DARK", "360, LIGHT", "360, DARK"})
  void nothingSeriousStandsInAnyonesWay(int width, ColorScheme colours) {
    Page page = open(width, colours);
    for (Locator section : page.locator("header, section").all()) {
      String name = "report-%d-%s-%s.png".formatted(width, colours, section.getAttribute("id"));
      section.screenshot(
          new Locator.ScreenshotOptions()
              .setPath(SCREENSHOTS.resolve(name.toLowerCase(Locale.ROOT))));
    }
    Browser.isOpenToEveryone(page, width);
  }

  /** The first screen, before anything is scrolled. */
  @Test
  void theFirstScreenSaysWhetherItWorkedWhereAndHowSure() {
    Page page = open(WIDE, ColorScheme.LIGHT);
    assertThat(page.locator(".answer h3").allTextContents())
        .containsExactly("Did it work?", "Where?", "How sure?");
    for (Locator answer : page.locator(".answer").all()) {
      assertThat(answer.boundingBox().y + answer.boundingBox().height).isLessThan(900);
    }
    Locator spot = page.locator(".answer button").first();
    String map = spot.getAttribute("data-map");
    spot.click();
    page.waitForSelector("html[data-map='" + map + "']");
    String[] place = spot.getAttribute("data-place").split(",");
    page.waitForCondition(() -> Math.abs(x(page) - Double.parseDouble(place[0])) < .06);
  }

  @Test
  void tablesAndPicturesFitAPhone() {
    Page page = open(NARROW, ColorScheme.LIGHT);
    for (Locator part : page.locator(".scroll, figure img, .canvas").all()) {
      assertThat((int) part.evaluate("part => part.scrollWidth"))
          .as(part.innerHTML())
          .isLessThanOrEqualTo((int) part.evaluate("part => part.clientWidth"));
      assertThat(part.boundingBox().x + part.boundingBox().width).isLessThanOrEqualTo(NARROW);
    }
    assertThat(
            page.locator("#accuracy tbody td")
                .first()
                .evaluate("cell => getComputedStyle(cell, '::before').content"))
        .asString()
        .contains("Correct");
  }

  /** The ends and the middle of each theme's diverging map, as their publishers have them. */
  @ParameterizedTest
  @CsvSource({"LIGHT, 59 76 192, 180 4 38", "DARK, 158 176 255, 255 173 173"})
  void theColourBarHasTheColoursOfThePictures(ColorScheme theme, String lowest, String highest) {
    Page page = open(WIDE, theme);
    set(page.locator("#viewer-threshold"), "0.2");
    String strip =
        page.locator("#viewer-strip")
            .evaluate("strip => getComputedStyle(strip).backgroundImage")
            .toString();
    assertThat(strip)
        .startsWith("linear-gradient(to right, rgb(%s) 0%%".formatted(lowest.replace(" ", ", ")))
        .endsWith("rgb(%s) 100%%)".formatted(highest.replace(" ", ", ")));
  }

  @Test
  void paperShowsTheBrainAsWell() throws IOException {
    Page page = open(NARROW, ColorScheme.DARK);
    page.waitForCondition(() -> page.locator("#viewer-print").getAttribute("src") != null);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("#viewer-canvas").isVisible()).isFalse();
    byte[] picture = page.locator("#viewer-print").screenshot();
    assertThat(Canvas.of(picture).colours).isGreaterThan(100);
    page.pdf(new Page.PdfOptions().setFormat("A4").setPath(SCREENSHOTS.resolve("report.pdf")));
    assertThat(SCREENSHOTS.resolve("report.pdf")).isNotEmptyFile();
  }

  private static Page open(int width, ColorScheme colours) {
    Page page = browser.page(width, 900, colours);
    page.navigate(report.toUri().toString());
    page.waitForSelector("html[data-viewer=ready]");
    return page;
  }

  private static void select(Page page, String id) {
    page.locator("#viewer-map").selectOption(id);
    page.waitForSelector("html[data-viewer=ready][data-map='" + id + "']");
  }

  private static void set(Locator slider, String value) {
    slider.evaluate(
        "(slider, value) => { slider.value = value; slider.dispatchEvent(new Event('input')); }",
        value);
  }

  private static String readout(Page page) {
    return page.locator("#viewer-place").textContent();
  }

  private static double x(Page page) {
    return Double.parseDouble(readout(page).replace('\u2212', '-').split("[ ,]")[1]);
  }

  private static Canvas canvas(Page page, String name) throws IOException {
    return Canvas.of(
        page.locator("#viewer-canvas")
            .screenshot(
                new Locator.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png"))));
  }

  /**
   * What a picture has.
   *
   * @param colours how many different ones
   * @param lit the share of pixels that are not those of the corner
   * @param coloured pixels that are clearly no grey, as of the map
   * @param hash of all pixels
   */
  private record Canvas(int colours, double lit, int coloured, int hash) {
    static Canvas of(byte[] png) throws IOException {
      var image = ImageIO.read(new ByteArrayInputStream(png));
      var colours = new HashSet<Integer>();
      int lit = 0;
      int coloured = 0;
      int hash = 0;
      int height = image.getHeight();
      int corner = image.getRGB(0, 0) & 0xffffff;
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < image.getWidth(); x++) {
          int rgb = image.getRGB(x, y) & 0xffffff;
          int red = rgb >> 16;
          int blue = rgb & 255;
          colours.add(rgb);
          hash = 31 * hash + rgb;
          lit += rgb == corner ? 0 : 1;
          coloured += red - blue > 80 || blue - red > 80 ? 1 : 0;
        }
      }
      return new Canvas(colours.size(), lit / (double) (height * image.getWidth()), coloured, hash);
    }
  }
}
