package org.mitchell.cli.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mitchell.cli.text.Decimals;
import org.mitchell.derivatives.contents.AcrossFigures;
import org.mitchell.derivatives.contents.Ends;
import org.mitchell.text.Counted;

/** What {@code across} prints for people. */
final class AcrossTable {
  private static final String CELL = "  %-22s";

  private AcrossTable() {}

  static List<String> lines(AcrossFigures figures) {
    var lines = new ArrayList<String>();
    int others = figures.subjects().size() - 1;
    lines.add("");
    lines.add(
        "%s%s, %s, leave-two-out; %s; each left out in turn, by models of the other%s"
            .formatted(
                Counted.of(figures.subjects().size(), "participant"),
                figures.simulated() ? " (SIMULATED)" : "",
                Counted.of(figures.words(), "word"),
                figures.features(),
                others == 1 ? "" : " " + others));
    lines.add(row("", figures, AcrossFigures.Way::name, "own model"));
    for (int k = 0; k < figures.subjects().size(); k++) {
      int number = k;
      lines.add(
          row(
              figures.subjects().get(k),
              figures,
              way ->
                  "%s  p %s"
                      .formatted(
                          decimal(way.accuracies().get(number)), decimal(way.p().get(number))),
              decimal(figures.within().accuracies().get(k))));
    }
    lines.add(
        row(
            "mean",
            figures,
            way -> "%s  p %s".formatted(decimal(way.group().mean()), decimal(way.group().p())),
            decimal(figures.within().mean())));
    lines.add(
        row(
            "95% (participants)",
            figures,
            way -> ends(way.group().participants().ci95()),
            ends(figures.within().ci95())));
    lines.add(row("less own model", figures, way -> difference(way.lessWithin()), ""));
    lines.add(row("", figures, way -> interval(way.lessWithin()), ""));
    if (figures.ways().stream().anyMatch(way -> way.exchanged().isPresent())) {
      lines.add(
          row(
              "others' words exchanged",
              figures,
              way -> exchanged(way, one -> decimal(one.mean())),
              ""));
      lines.add(
          row("beyond that", figures, way -> exchanged(way, one -> difference(one.beyond())), ""));
      lines.add(row("", figures, way -> exchanged(way, one -> interval(one.beyond())), ""));
    }
    lines.add("");
    lines.add(explained(figures));
    return lines;
  }

  private static String explained(AcrossFigures figures) {
    String voxels =
        figures.commonVoxels().isPresent()
            ? "; anatomy: %s that all have"
                .formatted(Counted.of(figures.commonVoxels().getAsInt(), "voxel"))
            : "";
    return "p of %s%s%s"
        .formatted(
            Counted.of(figures.permutations(), "relabelling"),
            voxels,
            figures.dimensions().isPresent()
                ? "; procrustes: " + Counted.of(figures.dimensions().getAsInt(), "dimension")
                : "");
  }

  private static String row(
      String label, AcrossFigures figures, Function<AcrossFigures.Way, String> cell, String last) {
    return ("  %-23s".formatted(label)
            + figures.ways().stream()
                .map(way -> CELL.formatted(cell.apply(way)))
                .collect(Collectors.joining())
            + "  "
            + last)
        .stripTrailing();
  }

  private static String exchanged(
      AcrossFigures.Way way, Function<AcrossFigures.Exchanged, String> cell) {
    Optional<AcrossFigures.Exchanged> exchanged = way.exchanged();
    return exchanged.map(cell).orElse("");
  }

  private static String difference(AcrossFigures.Difference difference) {
    return (difference.mean() > 0 ? "+" : "")
        + decimal(difference.mean())
        + "  p "
        + decimal(difference.p());
  }

  private static String interval(AcrossFigures.Difference difference) {
    return ends(difference.ci95());
  }

  private static String ends(Ends ends) {
    return decimal(ends.low()) + " to " + decimal(ends.high());
  }

  private static String decimal(OptionalDouble value) {
    return decimal(value.orElse(Double.NaN));
  }

  private static String decimal(double value) {
    return Decimals.decimal(value);
  }
}
