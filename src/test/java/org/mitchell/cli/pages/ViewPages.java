package org.mitchell.cli.pages;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.mitchell.cli.Browser;
import org.mitchell.cli.RunningView;

/** A running {@code view} of some fits, and pages of it in a browser. */
record ViewPages(Browser browser, RunningView view) implements AutoCloseable {
  static ViewPages of(Browser browser, Path fits) throws IOException {
    return new ViewPages(browser, RunningView.start("--model", fits));
  }

  /**
   * A page that is ready.
   *
   * @param fragment the state it begins with, from its # on
   */
  Page open(int width, ColorScheme colours, String fragment) {
    Page page = browser.page(width, 900, colours, view.url());
    page.navigate(view.url() + fragment);
    page.waitForSelector("html[data-view=ready]");
    return page;
  }

  /** What a brain looks like, as a number. */
  static int hash(Page page, String brain) {
    return Arrays.hashCode(page.locator("#" + brain + "-canvas").screenshot());
  }

  /** The pages go before their server, which they may still be asking for something. */
  @Override
  public void close() {
    browser.close();
    view.close();
  }
}
