package org.mitchell.cli.pages;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.mitchell.cli.Ran;

/** A report that {@code mitchell report} makes, as a document. */
final class ReportOf {
  private ReportOf() {}

  /**
   * @param folder where the file goes
   * @param more options of the command
   */
  static Document fits(Path model, Path folder, String... more) throws IOException {
    Path out = folder.resolve("report.html");
    Stream<Object> words = Stream.of("report", "--model", model, "--out", out);
    Ran.mitchell(Stream.concat(words, Arrays.stream(more)).toArray()).succeeds();
    return Jsoup.parse(out.toFile(), "UTF-8");
  }
}
