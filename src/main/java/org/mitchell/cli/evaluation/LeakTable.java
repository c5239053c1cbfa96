package org.mitchell.cli.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mitchell.cli.text.Decimals;
import org.mitchell.derivatives.contents.Ends;
import org.mitchell.derivatives.contents.LeakFigures;
import org.mitchell.text.Counted;

/** What {@code leak} prints for people. */
final class LeakTable {
  private LeakTable() {}

  static List<String> lines(LeakFigures figures) {
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add(
        "%s%s, %s, --cv %s, ties half right; rivals know nothing of meaning"
            .formatted(
                Counted.of(figures.subjects().size(), "participant"),
                figures.simulated() ? " (SIMULATED)" : "",
                Counted.of(figures.words(), "word"),
                figures.crossValidation()));
    lines.add(
        "                       mean  95%% (words)   chance      p  corrected   model beyond  95%%              p  corrected"
            .replace("%%", "%"));
    lines.add(
        "  %-20s %s  %-12s"
            .formatted(
                figures.model().name(),
                decimal(figures.model().mean()),
                ends(figures.model().ci95(), " - ")));
    figures.rivals().forEach(rival -> lines.add(line(rival)));
    figures
        .missing()
        .forEach(missing -> lines.add("  %-20s n/a   %s".formatted(missing.name(), missing.why())));
    figures.sideBySide().ifPresent(both -> lines.addAll(lines(both)));
    lines.add("");
    if (figures.cautions().isEmpty()) {
      lines.add("No rival tells words apart (p above .05, corrected).");
    }
    figures.cautions().forEach(caution -> lines.add("CAUTION: " + caution + "."));
    return lines;
  }

  private static String line(LeakFigures.Rival rival) {
    return "  %-20s %s  %-12s  %6s  %5s  %9s   %12s  %-14s  %5s  %9s"
        .formatted(
            rival.name(),
            decimal(rival.mean()),
            ends(rival.ci95(), " - "),
            decimal(rival.chance()),
            decimal(rival.p()),
            decimal(rival.pCorrected()),
            (rival.beyond().difference() > 0 ? "+" : "") + decimal(rival.beyond().difference()),
            ends(rival.beyond().ci95(), " to "),
            decimal(rival.beyond().p()),
            decimal(rival.beyond().pCorrected()))
        .stripTrailing();
  }

  private static List<String> lines(LeakFigures.SideBySide both) {
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add(
        "%d runs left out whole, and %d parts of as many trials of any run (mean of %s):"
            .formatted(both.parts(), both.parts(), Counted.of(both.shuffles(), "partition")));
    lines.add("                       contiguous  shuffled");
    for (LeakFigures.SideBySide.Row row : both.rows()) {
      lines.add(
          "  %-20s %10s  %8s"
              .formatted(row.name(), decimal(row.contiguous()), decimal(row.shuffled())));
    }
    return lines;
  }

  private static String ends(Optional<Ends> ends, String between) {
    return ends.map(e -> decimal(e.low()) + between + decimal(e.high())).orElse("");
  }

  private static String decimal(OptionalDouble value) {
    return decimal(value.orElse(Double.NaN));
  }

  private static String decimal(double value) {
    return Decimals.decimal(value);
  }
}
