package org.mitchell.cli;

import java.util.ArrayList;
import java.util.List;
import org.mitchell.analysis.power.Condition;
import org.mitchell.analysis.power.PowerDesign;
import org.mitchell.analysis.power.PowerRow;

/** The power of simulated experiments as lines of text for people: a line a condition and group. */
final class PowerTable {
  private PowerTable() {}

  static List<String> lines(List<PowerRow> rows, PowerDesign design) {
    var lines = new ArrayList<String>();
    lines.add(
        "SIMULATED: %d experiments of each condition, brains of %,d voxels, %s compared, ridge %s, seed %d"
            .formatted(
                design.repetitions(),
                design.grid().columns(),
                design.options().voxels().isPresent()
                    ? "the " + design.options().voxels().getAsInt() + " most stable"
                    : "all",
                Double.toString(design.options().encoding().ridge()).replaceFirst("\\.0$", ""),
                design.seed()));
    lines.add("words  presentations  snr    participants  accuracy    sd   power  [95%]         t");
    Condition former = null;
    for (PowerRow row : rows) {
      Condition condition = row.condition();
      String what =
          condition.equals(former)
              ? " ".repeat(26)
              : "%5d  %13d  %-5s"
                  .formatted(
                      condition.words(), condition.presentations(), condition.signalToNoise());
      former = condition;
      lines.add(
          "%s %13d %9s %6s %6.2f  [%.2f, %.2f]  %s"
              .formatted(
                  what,
                  row.participants(),
                  FitTable.decimal(row.meanAccuracy()),
                  FitTable.decimal(row.sdAccuracy()),
                  row.power(),
                  row.low(),
                  row.high(),
                  Double.isNaN(row.powerOverParticipants())
                      ? "n/a"
                      : "%.2f".formatted(row.powerOverParticipants())));
    }
    lines.add(
        "power: share with p <= .05 by %d permutations of the group's mean; t: by a t test over participants"
            .formatted(design.permutations()));
    return lines;
  }
}
