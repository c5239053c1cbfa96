package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Chromium without a window and without a network. Where it, Node.js or the driver that npm gives
 * the build is missing a test is skipped, except in CI (CI=true), where it fails.
 */
public final class Browser implements AutoCloseable {
  private static final Path DRIVER =
      Path.of("target/web-test/node_modules/playwright-core").toAbsolutePath();

  /** A page is drawn by the processor here, which other tests want at the same time. */
  private static final double PATIENCE_MS = 120_000;

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;

  /** What pages complained of, and what they asked the network for. */
  private final List<String> complaints = new ArrayList<>();

  private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
    this.playwright = playwright;
    this.chromium = chromium;
  }

  public static Browser start() throws IOException {
    Path chromium = require("chromium", onPath("chromium").or(() -> onPath("google-chrome")));
    Path node = require("node (Node.js)", onPath("node"));
    require(
        "the browser's driver (npm, during the build)", Optional.of(DRIVER).filter(Files::exists));
    // The driver looks for itself in a folder 'package', which elsewhere comes out of its jar.
    Path link = DRIVER.resolveSibling("package");
    if (!Files.exists(link)) {
      Files.createSymbolicLink(link, DRIVER);
    }
    System.setProperty("playwright.cli.dir", link.getParent().toString());
    var options =
        new Playwright.CreateOptions()
            .setEnv(
                Map.of(
                    "PLAYWRIGHT_NODEJS_PATH",
                    node.toString(),
                    "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                    "1"));
    Playwright playwright = Playwright.create(options);
    return new Browser(
        playwright,
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--use-angle=swiftshader",
                            "--enable-unsafe-swiftshader",
                            "--ignore-gpu-blocklist"))));
  }

  /** An empty page, offline. */
  public Page page(int width, int height, ColorScheme colours) {
    return page(width, height, colours, Optional.empty());
  }

  /** An empty page that may ask nobody but one site, whose URLs begin as given. */
  public Page page(int width, int height, ColorScheme colours, String site) {
    return page(width, height, colours, Optional.of(site));
  }

  private Page page(int width, int height, ColorScheme colours, Optional<String> site) {
    BrowserContext context =
        chromium.newContext(
            new NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(colours)
                .setOffline(site.isEmpty()));
    context.setDefaultTimeout(PATIENCE_MS);
    Page page = context.newPage();
    page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
    page.onPageError(error -> complaints.add("error: " + error));
    page.onDialog(
        dialog -> {
          complaints.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
    page.onRequest(
        request -> {
          boolean allowed = site.isPresent() && request.url().startsWith(site.get());
          if (!allowed
              && !request.url().startsWith("file:")
              && !request.url().startsWith("data:")
              && !request.url().startsWith("blob:")) {
            complaints.add("request: " + request.url());
          }
        });
    return page;
  }

  /**
   * Closes the pages and sees that none complained of anything, or asked others for something,
   * since this was asked last.
   */
  public void hadNothingToComplainOf() {
    chromium.contexts().forEach(BrowserContext::close);
    List<String> since = List.copyOf(complaints);
    complaints.clear();
    assertThat(since).isEmpty();
  }

  /**
   * Nothing on a page hinders people seriously, by axe's rules, and it is as wide as its window.
   */
  public static void isOpenToEveryone(Page page, int width) {
    List<Rule> serious =
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                .toList();
    assertThat(serious)
        .as(
            "%s",
            serious.stream()
                .map(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                .toList())
        .isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }

  private static Path require(String name, Optional<Path> there) {
    if ("true".equals(System.getenv("CI"))) {
      assertThat(there).as("%s is needed in CI", name).isPresent();
    }
    assumeTrue(there.isPresent(), name + " is missing: test skipped");
    return there.get();
  }

  private static Optional<Path> onPath(String program) {
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(System.getenv().getOrDefault("PATH", ""))
        .map(folder -> Path.of(folder).resolve(program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
