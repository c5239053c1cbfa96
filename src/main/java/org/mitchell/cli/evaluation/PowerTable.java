package org.mitchell.cli.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.mitchell.analysis.power.Condition;
import org.mitchell.analysis.power.PowerDesign;
import org.mitchell.analysis.power.PowerRow;
import org.mitchell.cli.text.Decimals;
import org.mitchell.text.Counted;

/** The power of simulated experiments as lines of text for people: a line a condition and group. */
final class PowerTable {
  private PowerTable() {}

  static List<String> lines(List<PowerRow> rows, PowerDesign design) {
    var lines = new ArrayList<String>();
    lines.add(
        "SIMULATED: %s of each condition, brains of %s, %s compared, ridge %s, seed %d"
            .formatted(
                Counted.of(design.repetitions(), "experiment"),
                Counted.of(design.grid().columns(), "voxel"),
                design.options().voxels().isPresent()
                    ? "the " + design.options().voxels().getAsInt() + " most stable"
                    : "all",
                Double.toString(design.options().encoding().ridge()).replaceFirst("\\.0$", ""),
                design.seed()));
    lines.add(
        "words  presentations  snr    participants  accuracy    sd   power  [95%]         t   "
            + " both");
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
          "%s %13d %9s %6s %6.2f  [%.2f, %.2f]  %s  %s"
              .formatted(
                  what,
                  row.participants(),
                  Decimals.decimal(row.meanAccuracy()),
                  Decimals.decimal(row.sdAccuracy()),
                  row.power(),
                  row.low(),
                  row.high(),
                  share(row.powerOverParticipants()),
                  share(row.powerOverBoth()).strip()));
    }
    lines.add(
        "power: share with p <= .05 by %s of the group's mean; t: by a t test over participants; both: by the larger p"
            .formatted(Counted.of(design.permutations(), "permutation")));
    lines.addAll(assumptions(design));
    return lines;
  }

  /** What real experiments have and these have not: power there is mostly lower. */
  static List<String> assumptions(PowerDesign design) {
    return List.of(
        "assumed: responses exactly linear in the features, noise white in space and time,"
            + " signatures independent between participants, "
            + (design.sharedSignal() == 0
                ? "nothing else that words share (--shared-signal SD)"
                : "a shared response to words of sd %s that features have no part in"
                    .formatted(design.sharedSignal())),
        "real experiments have less power than these figures say where that does not hold");
  }

  private static String share(double share) {
    return Double.isNaN(share) ? "n/a " : "%.2f".formatted(share);
  }
}
