package org.mitchell.cli.corpus;

import java.util.ArrayList;
import java.util.List;
import org.mitchell.cli.text.RoughFigure;
import org.mitchell.corpus.Access;
import org.mitchell.corpus.PublicCorpus;
import org.mitchell.corpus.PublicCorpus.Figure;

/** Public corpora, a line each, grouped by how they are had. */
final class CorpusTable {
  /** Columns of a terminal that has room for the titles. */
  static final int WIDE = 120;

  private static final String ROW = "  %-17s  %-12s  %-8s  %-12s  %-17s  %s";

  private final List<PublicCorpus> corpora;
  private final int threads;

  CorpusTable(List<PublicCorpus> corpora, int threads) {
    this.corpora = List.copyOf(corpora);
    this.threads = threads;
  }

  /**
   * The lines.
   *
   * @param width of the terminal; the titles are left out below {@link #WIDE}
   */
  List<String> lines(int width) {
    var lines = new ArrayList<String>();
    lines.add(row("name", "words", "download", "to count", "licence", "what", width));
    for (Access access : Access.values()) {
      lines.add("");
      lines.add(heading(access));
      corpora.stream()
          .filter(corpus -> corpus.access() == access)
          .forEach(corpus -> lines.add(row(corpus, width)));
    }
    return lines;
  }

  /** What a user may need first, for people. */
  static String heading(Access access) {
    return switch (access) {
      case BUILT_IN -> "Ready now";
      case FREE -> "Free download";
      case LICENCE -> "With a licence";
    };
  }

  /** The size of what is downloaded, for people. */
  static String download(PublicCorpus corpus) {
    return corpus.access() == Access.BUILT_IN
        ? "built in"
        : RoughFigure.bytes(corpus.downloadBytes(), corpus.isAbout(Figure.DOWNLOAD));
  }

  private String row(PublicCorpus corpus, int width) {
    return row(
        corpus.name(),
        RoughFigure.count(corpus.tokens(), corpus.isAbout(Figure.TOKENS)),
        download(corpus),
        RoughFigure.time(corpus.text().timeToCount(threads)),
        corpus.licence(),
        corpus.title(),
        width);
  }

  private static String row(
      String name,
      String words,
      String download,
      String time,
      String licence,
      String title,
      int width) {
    return ROW.formatted(name, words, download, time, licence, width < WIDE ? "" : title)
        .stripTrailing();
  }
}
