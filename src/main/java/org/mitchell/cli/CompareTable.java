package org.mitchell.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mitchell.analysis.comparison.Comparison;
import org.mitchell.analysis.comparison.SpaceAccuracies;
import org.mitchell.analysis.comparison.SpaceDifference;

/** What {@code compare} prints for people. */
final class CompareTable {
  private CompareTable() {}

  static List<String> lines(Comparison comparison) {
    var lines = new ArrayList<String>();
    int width = comparison.spaces().stream().mapToInt(s -> s.name().length()).max().orElse(8);
    lines.add(
        "%d words, %d participant%s, leave-two-out; best first (baselines in brackets)"
            .formatted(
                comparison.words(),
                comparison.participants().size(),
                comparison.participants().size() == 1 ? "" : "s"));
    lines.add(
        ("  %-" + (width + 2) + "s %8s  %-12s  %s")
            .formatted("", "mean", "95% (words)", String.join("  ", comparison.participants())));
    comparison.spaces().stream()
        .sorted(Comparator.comparingDouble(space -> -space.mean()))
        .forEach(space -> lines.add(space(space, width)));
    lines.add("");
    lines.add(
        "Differences of mean accuracy; p the larger of over words and over participants, and by"
            + " Holm"
            + " for all %d:".formatted(comparison.differences().size()));
    for (SpaceDifference d : comparison.differences()) {
      lines.add(
          "  %s - %s: %s, p %s, corrected %s"
              .formatted(d.a(), d.b(), signed(d.difference()), p(d.p()), p(d.corrected())));
    }
    return lines;
  }

  private static String space(SpaceAccuracies space, int width) {
    String name = space.baseline() ? "(" + space.name() + ")" : space.name();
    String interval =
        space
            .words()
            .map(i -> FitTable.decimal(i.low()) + " - " + FitTable.decimal(i.high()))
            .orElse("");
    String accuracies =
        Arrays.stream(space.accuracies())
            .mapToObj(FitTable::decimal)
            .collect(Collectors.joining(" "));
    return ("  %-" + (width + 2) + "s %8s  %-12s  %s")
        .formatted(name, FitTable.decimal(space.mean()), interval, accuracies);
  }

  private static String signed(double value) {
    return (value > 0 ? "+" : "") + FitTable.decimal(value);
  }

  private static String p(double p) {
    return Double.isNaN(p)
        ? "n/a"
        : String.format(Locale.ROOT, "%.3f", p).replaceFirst("^0\\.", ".");
  }
}
