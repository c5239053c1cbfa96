package org.mitchell.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mitchell.derivatives.contents.FitFigures;
import org.mitchell.derivatives.contents.LeagueFigures;
import org.mitchell.provenance.TypedCommand;
import org.mitchell.text.Counted;

/** Feature spaces side by side. */
final class ComparisonSection {
  private ComparisonSection() {}

  static Section of(FitFiles files) {
    Optional<LeagueFigures> comparison = files.comparison();
    List<Block> blocks =
        comparison
            .map(ComparisonSection::blocks)
            .orElseGet(
                () ->
                    List.of(
                        new Block.Missing(
                            "Feature spaces were not compared.",
                            TypedCommand.forFiles(
                                    List.of(
                                        "compare",
                                        "--subject",
                                        files.subjectOption(),
                                        "--features",
                                        "A,B"))
                                .toString())));
    return new Section("comparison", "Comparison of feature spaces", blocks);
  }

  private static List<Block> blocks(LeagueFigures comparison) {
    var blocks = new ArrayList<Block>();
    List<Block.Row> spaces =
        comparison.features().stream()
            .sorted(Comparator.comparingDouble((LeagueFigures.Space space) -> -space.mean()))
            .map(ComparisonSection::space)
            .toList();
    blocks.add(
        new Block.Table(
            "Mean accuracy of %s on %s%s"
                .formatted(
                    Numbers.listed(comparison.subjects()),
                    Counted.of(comparison.words(), "word"),
                    comparison
                        .cv()
                        .map(cv -> ", " + FitFigures.leftInWords(comparison.cv()))
                        .orElse("")),
            List.of("Features", "Number", "Mean accuracy", "95% interval"),
            1,
            spaces,
            "Baselines are marked. The interval is over other words; that of random features is of"
                + " their sets."));
    blocks.add(
        new Block.Table(
            "Differences",
            List.of("Between", "Difference", "95% interval", "p", "p corrected"),
            1,
            comparison.pairs().stream().map(ComparisonSection::difference).toList(),
            "p is the larger of that over words and that over participants. Correction: "
                + comparison.correction()
                + "."));
    return blocks;
  }

  private static Block.Row space(LeagueFigures.Space space) {
    return Block.Row.of(
        space.name() + (space.baseline() ? " (baseline)" : ""),
        Numbers.count(space.features()),
        Numbers.decimal(space.mean()),
        AccuracySection.interval(space.ci95()));
  }

  private static Block.Row difference(LeagueFigures.Difference pair) {
    double difference = pair.difference();
    return Block.Row.of(
        pair.a() + " \u2212 " + pair.b(),
        (difference > 0 ? "+" : "") + Numbers.decimal(difference),
        AccuracySection.interval(pair.ci95()),
        Numbers.p(pair.p().orElse(Double.NaN)),
        Numbers.p(pair.pCorrected().orElse(Double.NaN)));
  }
}
