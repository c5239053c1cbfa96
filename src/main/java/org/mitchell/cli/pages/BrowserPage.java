package org.mitchell.cli.pages;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page that sends the browser on to a URL which nobody else is to see. */
final class BrowserPage {
  private BrowserPage() {}

  /** A file in a folder that this user alone can look into; it goes when the process ends. */
  static Path leadingTo(URI url) throws IOException {
    Path folder = Files.createTempDirectory("mitchell-view-");
    Path page = folder.resolve("open.html");
    Files.write(
        page,
        """
        <!DOCTYPE html>
        <meta charset="utf-8">
        <meta name="referrer" content="no-referrer">
        <meta http-equiv="refresh" content="0;url=%1$s">
        <title>mitchell view</title>
        <p><a href="%1$s">To the brains</a></p>
        """
            .formatted(url)
            .getBytes(StandardCharsets.UTF_8));
    folder.toFile().deleteOnExit(); // what was named last goes first
    page.toFile().deleteOnExit();
    return page;
  }
}
