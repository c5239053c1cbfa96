package org.mitchell.report;

import java.util.ArrayList;
import java.util.List;
import org.mitchell.derivatives.contents.LeakFigures;
import org.mitchell.text.Counted;

/** Rivals without content in the folds of the model. */
final class LeakSection {
  private LeakSection() {}

  static Section of(FitFiles files, NextCommands next) {
    var blocks = new ArrayList<Block>();
    for (LeakFigures leaks : files.leaks()) {
      blocks.add(rivals(leaks));
      leaks.sideBySide().ifPresent(both -> blocks.add(sideBySide(both)));
    }
    if (blocks.isEmpty()) {
      blocks.add(
          new Block.Missing(
              "It was not measured whether the folds leak.",
              next.asFitted("leak", files.subjects())));
    }
    return new Section("leaks", "Leaks", blocks);
  }

  private static Block rivals(LeakFigures leaks) {
    var rows = new ArrayList<Block.Row>();
    LeakFigures.Model model = leaks.model();
    rows.add(
        Block.Row.of(
            model.name() + " (model)",
            Numbers.decimal(model.mean()),
            AccuracySection.interval(model.ci95()),
            "",
            "",
            "",
            ""));
    for (LeakFigures.Rival rival : leaks.rivals()) {
      double beyond = rival.beyond().difference();
      rows.add(
          Block.Row.of(
              rival.name(),
              Numbers.decimal(rival.mean()),
              AccuracySection.interval(rival.ci95()),
              Numbers.decimal(rival.chance()),
              Numbers.p(rival.pCorrected()),
              (beyond > 0 ? "+" : "") + Numbers.decimal(beyond),
              Numbers.p(rival.beyond().pCorrected().orElse(Double.NaN))));
    }
    return new Block.Table(
        "The model and rivals without content: %s, %s, folds of --cv %s"
            .formatted(
                Numbers.listed(leaks.subjects()),
                Counted.of(leaks.words(), "word"),
                leaks.crossValidation()),
        List.of("", "Accuracy", "95% interval", "Its chance", "p", "Model beyond it", "p of that"),
        1,
        rows,
        "p is of words exchanging what a rival knows of them, corrected for the number of rivals;"
            + " that of the model beyond a rival is corrected by Holm. Ties are half right."
            + missing(leaks));
  }

  private static String missing(LeakFigures leaks) {
    return leaks.missing().isEmpty()
        ? ""
        : " Not to be had: "
            + String.join(
                "; ", leaks.missing().stream().map(one -> one.name() + ", " + one.why()).toList())
            + ".";
  }

  private static Block sideBySide(LeakFigures.SideBySide both) {
    return new Block.Table(
        "Whole runs left out, beside as many trials of any run",
        List.of("", "Contiguous", "Shuffled"),
        1,
        both.rows().stream()
            .map(
                row ->
                    Block.Row.of(
                        row.name(),
                        Numbers.decimal(row.contiguous()),
                        Numbers.decimal(row.shuffled())))
            .toList(),
        "%d parts; shuffled: mean of %s."
            .formatted(both.parts(), Counted.of(both.shuffles(), "random partition")));
  }
}
