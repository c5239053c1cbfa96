package org.mitchell.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mitchell.provenance.TypedCommand;
import tools.jackson.databind.JsonNode;

/** Feature spaces side by side. */
final class ComparisonSection {
  private ComparisonSection() {}

  static Section of(FitFiles files) {
    Optional<JsonNode> comparison = files.comparison();
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

  private static List<Block> blocks(JsonNode comparison) {
    var blocks = new ArrayList<Block>();
    List<Block.Row> spaces =
        Fields.list(comparison, "features").stream()
            .sorted(Comparator.comparingDouble((JsonNode s) -> -Fields.number(s, "mean")))
            .map(ComparisonSection::space)
            .toList();
    blocks.add(
        new Block.Table(
            "Mean accuracy of %s on %s"
                .formatted(
                    Numbers.listed(Fields.texts(comparison, "subjects")),
                    Numbers.counted(Fields.number(comparison, "words"), "word")),
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
            Fields.list(comparison, "pairs").stream().map(ComparisonSection::difference).toList(),
            "p is the larger of that over words and that over participants. Correction: "
                + Fields.text(comparison, "correction")
                + "."));
    return blocks;
  }

  private static Block.Row space(JsonNode space) {
    return Block.Row.of(
        Fields.text(space, "name") + (Fields.isTrue(space, "baseline") ? " (baseline)" : ""),
        Numbers.count(Fields.number(space, "features")),
        Numbers.decimal(Fields.number(space, "mean")),
        AccuracySection.interval(space));
  }

  private static Block.Row difference(JsonNode pair) {
    double difference = Fields.number(pair, "difference");
    return Block.Row.of(
        Fields.text(pair, "a") + " \u2212 " + Fields.text(pair, "b"),
        (difference > 0 ? "+" : "") + Numbers.decimal(difference),
        AccuracySection.interval(pair),
        Numbers.p(Fields.number(pair, "p")),
        Numbers.p(Fields.number(pair, "pCorrected")));
  }
}
