package org.mitchell.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mitchell.analysis.comparison.Comparison;
import org.mitchell.analysis.comparison.PairVariance;
import org.mitchell.analysis.comparison.RandomBaseline;
import org.mitchell.analysis.comparison.SpaceAccuracies;
import org.mitchell.analysis.comparison.SpaceDifference;
import org.mitchell.evaluation.variance.VarianceShares;

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
            .formatted(
                "",
                "mean",
                "95% (words)",
                comparison.participants().stream()
                    .map("%4s"::formatted)
                    .collect(Collectors.joining(" "))));
    comparison.spaces().stream()
        .sorted(Comparator.comparingDouble(space -> -space.mean()))
        .forEach(space -> lines.add(space(space, width)));
    comparison.random().ifPresent(random -> lines.add(random(random, width)));
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
    lines.addAll(variance(comparison));
    return lines;
  }

  private static String random(RandomBaseline random, int width) {
    return ("  %-" + (width + 2) + "s %8s  %-12s  %s  (95%% of %d sets)")
        .formatted(
            "(" + RandomBaseline.NAME + ")",
            FitTable.decimal(random.ofSets().mean()),
            FitTable.decimal(random.quantile(0.025))
                + " - "
                + FitTable.decimal(random.quantile(0.975)),
            accuracies(random.ofParticipants()),
            random.sets());
  }

  private static List<String> variance(Comparison comparison) {
    if (comparison.variance().isEmpty()) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add(
        "Held-out R2, mean over participants (negative: worse than the training words' mean):");
    for (PairVariance pair : comparison.variance()) {
      lines.add(
          "  %s %s, %s %s, both %s; beyond the other %s and %s, shared %s"
              .formatted(
                  pair.a(),
                  FitTable.decimal(pair.mean(VarianceShares::a)),
                  pair.b(),
                  FitTable.decimal(pair.mean(VarianceShares::b)),
                  FitTable.decimal(pair.mean(VarianceShares::both)),
                  FitTable.decimal(pair.mean(VarianceShares::uniqueA)),
                  FitTable.decimal(pair.mean(VarianceShares::uniqueB)),
                  FitTable.decimal(pair.mean(VarianceShares::shared))));
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
    return ("  %-" + (width + 2) + "s %8s  %-12s  %s")
        .formatted(name, FitTable.decimal(space.mean()), interval, accuracies(space.accuracies()));
  }

  private static String accuracies(double[] accuracies) {
    return Arrays.stream(accuracies).mapToObj(FitTable::decimal).collect(Collectors.joining(" "));
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
