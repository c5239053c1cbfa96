package org.mitchell.cli.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.mitchell.analysis.comparison.Comparison;
import org.mitchell.analysis.comparison.PairVariance;
import org.mitchell.analysis.comparison.RandomBaseline;
import org.mitchell.analysis.comparison.SpaceAccuracies;
import org.mitchell.analysis.comparison.SpaceDifference;
import org.mitchell.analysis.comparison.VarianceIntervals;
import org.mitchell.cli.text.Decimals;
import org.mitchell.evaluation.intervals.SubsampleInterval;
import org.mitchell.evaluation.variance.VarianceShares;
import org.mitchell.text.Counted;

/** What {@code compare} prints for people. */
final class CompareTable {
  private CompareTable() {}

  static List<String> lines(Comparison comparison) {
    var lines = new ArrayList<String>();
    int width = comparison.spaces().stream().mapToInt(s -> s.name().length()).max().orElse(8);
    lines.add(
        "%s, %s, %s, ties half right; best first (baselines in brackets)"
            .formatted(
                Counted.of(comparison.words(), "word"),
                Counted.of(comparison.participants().size(), "participant"),
                comparison.left().inWords()));
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
            + " for %d (two baselines do not count):".formatted(comparison.planned()));
    for (SpaceDifference d : comparison.differences()) {
      lines.add(
          "  %s - %s: %s, p %s%s"
              .formatted(
                  d.a(),
                  d.b(),
                  signed(d.difference()),
                  p(d.p()),
                  d.planned() ? ", corrected " + p(d.corrected()) : " (baselines)"));
    }
    lines.addAll(variance(comparison));
    return lines;
  }

  private static String random(RandomBaseline random, int width) {
    return ("  %-" + (width + 2) + "s %8s  %-12s  %s  (95%% of %s)")
        .formatted(
            "(" + RandomBaseline.NAME + ")",
            Decimals.decimal(random.ofSets().mean()),
            Decimals.decimal(random.quantile(0.025))
                + " - "
                + Decimals.decimal(random.quantile(0.975)),
            accuracies(random.ofParticipants()),
            Counted.of(random.sets(), "set"));
  }

  private static List<String> variance(Comparison comparison) {
    if (comparison.variance().isEmpty()) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add(
        "Held-out R2 pooled over compared voxels, mean over participants, 95% over words (negative:"
            + " worse than the training words' mean):");
    comparison.variance().forEach(pair -> lines.addAll(shares(pair)));
    return lines;
  }

  private static List<String> shares(PairVariance pair) {
    var lines = new ArrayList<String>();
    lines.add(
        "  %s %s, %s %s, both %s"
            .formatted(
                pair.a(),
                Decimals.decimal(pair.mean(VarianceShares::a)),
                pair.b(),
                Decimals.decimal(pair.mean(VarianceShares::b)),
                share(pair, VarianceShares::both, VarianceIntervals::both)));
    if (!pair.divisible()) {
      lines.add(
          "    together they explain less than one of them alone: what is unique and what is shared"
              + " cannot be told");
      return lines;
    }
    lines.add(
        "    %s beyond %s %s, %s beyond %s %s, shared %s"
            .formatted(
                pair.a(),
                pair.b(),
                share(pair, VarianceShares::uniqueA, VarianceIntervals::uniqueA),
                pair.b(),
                pair.a(),
                share(pair, VarianceShares::uniqueB, VarianceIntervals::uniqueB),
                share(pair, VarianceShares::shared, VarianceIntervals::shared)));
    return lines;
  }

  /** The mean of a share, with its interval over words where there is one. */
  private static String share(
      PairVariance pair,
      ToDoubleFunction<VarianceShares> share,
      Function<VarianceIntervals, SubsampleInterval> interval) {
    return Decimals.decimal(pair.mean(share))
        + pair.intervals()
            .map(interval)
            .map(i -> " (" + Decimals.decimal(i.low()) + " to " + Decimals.decimal(i.high()) + ")")
            .orElse("");
  }

  private static String space(SpaceAccuracies space, int width) {
    String name = space.baseline() ? "(" + space.name() + ")" : space.name();
    String interval =
        space
            .words()
            .map(i -> Decimals.decimal(i.low()) + " - " + Decimals.decimal(i.high()))
            .orElse("");
    return ("  %-" + (width + 2) + "s %8s  %-12s  %s")
        .formatted(name, Decimals.decimal(space.mean()), interval, accuracies(space.accuracies()));
  }

  private static String accuracies(double[] accuracies) {
    return Arrays.stream(accuracies).mapToObj(Decimals::decimal).collect(Collectors.joining(" "));
  }

  private static String signed(double value) {
    return (value > 0 ? "+" : "") + Decimals.decimal(value);
  }

  private static String p(double p) {
    return Double.isNaN(p)
        ? "n/a"
        : String.format(Locale.ROOT, "%.3f", p).replaceFirst("^0\\.", ".");
  }
}
