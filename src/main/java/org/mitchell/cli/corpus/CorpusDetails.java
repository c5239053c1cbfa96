package org.mitchell.cli.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.mitchell.cli.text.RoughFigure;
import org.mitchell.corpus.Inflation;
import org.mitchell.corpus.PublicCorpus;
import org.mitchell.corpus.PublicCorpus.Figure;
import org.mitchell.provenance.TypedCommand;
import org.mitchell.text.Counted;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** All that is known of one public corpus, and the steps to count it. */
final class CorpusDetails {
  private static final int LABEL = 12;
  private static final int WIDTH = 79;

  private final PublicCorpus corpus;
  private final int threads;

  CorpusDetails(PublicCorpus corpus, int threads) {
    this.corpus = corpus;
    this.threads = threads;
  }

  /** The lines: at most 80 wide but for commands and addresses, which stay whole. */
  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(corpus.name() + ": " + corpus.title());
    lines.add(corpus.page());
    lines.add("");
    figures().toString().lines().forEach(lines::add);
    if (!corpus.get().isEmpty()) {
      addBlock(lines, "Get it:", corpus.get());
    }
    addBlock(lines, "Count it:", List.of(command(corpus)));
    addBlock(lines, "Sources, as of " + corpus.checked() + ":", corpus.sources());
    return lines;
  }

  /** The command that counts a corpus, once it is there. */
  static String command(PublicCorpus corpus) {
    return TypedCommand.mitchell(corpus.command().toArray()).toString();
  }

  private TextTable figures() {
    var table =
        TextTable.forColumns(
            Help.defaultColorScheme(Help.Ansi.OFF),
            new Column(LABEL, 2, Overflow.SPAN),
            new Column(WIDTH - LABEL, 0, Overflow.WRAP));
    var text = OptionalLong.of(corpus.text().bytes());
    table.addRowValues("words", RoughFigure.count(corpus.tokens(), corpus.isAbout(Figure.TOKENS)));
    table.addRowValues("download", CorpusTable.download(corpus));
    table.addRowValues("text", RoughFigure.bytes(text, corpus.isAbout(Figure.TEXT)));
    table.addRowValues("format", format());
    table.addRowValues("licence", corpus.terms());
    table.addRowValues("to count", time());
    table.addRowValues("disk", disk());
    table.addRowValues("note", corpus.note());
    return table;
  }

  private String format() {
    Inflation compression = corpus.text().compression();
    return compression == Inflation.NONE
        ? corpus.format()
        : corpus.format() + ", " + compression.name().toLowerCase(Locale.ROOT);
  }

  private String time() {
    return RoughFigure.time(corpus.text().timeToCount(threads))
        + " on %s; memory does not grow with it".formatted(Counted.of(threads, "thread"));
  }

  private String disk() {
    return switch (corpus.access()) {
      case BUILT_IN -> "none";
      default ->
          corpus.unpacked()
              ? "the download, and the text made of it"
              : "the download alone: it is counted as it is";
    };
  }

  private static void addBlock(List<String> lines, String heading, List<String> block) {
    lines.add("");
    lines.add(heading);
    block.forEach(line -> lines.add("  " + line));
  }
}
