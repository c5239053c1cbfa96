package org.mitchell.cli.participants;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mitchell.analysis.ParticipantFit;
import org.mitchell.cli.text.Decimals;
import org.mitchell.encoding.ChosenPenalties;
import org.mitchell.encoding.Penalty;

/** The ridge penalty of a fit in words. */
final class RidgeWords {
  private RidgeWords() {}

  /** {@code 1}; or {@code auto (10, folds 4.3 to 23, median 10)}. */
  static String of(ParticipantFit fit) {
    OptionalDouble given = fit.options().encoding().penalty().given();
    if (given.isPresent()) {
      return Decimals.number(given.getAsDouble());
    }
    ChosenPenalties model = fit.penalties().orElseThrow();
    String own = model.per() == Penalty.Per.GLOBAL ? number(model.median()) : spread(model);
    boolean standardised = fit.options().encoding().penalty().isByStandardisedErrors();
    return "auto%s (%s%s; folds %s)"
        .formatted(
            standardised ? " by standardised errors" : "",
            model.per() == Penalty.Per.GLOBAL ? "" : "a voxel: ",
            own,
            fit.evaluation().penalties().map(RidgeWords::spread).orElse("none"));
  }

  private static String spread(ChosenPenalties chosen) {
    return chosen.smallest() == chosen.largest()
        ? number(chosen.median())
        : "%s to %s, median %s"
            .formatted(
                number(chosen.smallest()), number(chosen.largest()), number(chosen.median()));
  }

  /** What to say where the best penalty may lie outside the grid. */
  static Optional<String> warning(ParticipantFit fit) {
    return fit.penalties()
        .map(model -> fit.evaluation().penalties().map(model::plus).orElse(model))
        .filter(both -> both.atSmallest() + both.atLargest() > 0)
        .map(RidgeWords::warning);
  }

  private static String warning(ChosenPenalties both) {
    boolean global = both.per() == Penalty.Per.GLOBAL;
    boolean larger = both.atLargest() >= both.atSmallest();
    return "the chosen penalty is at the edge of the grid for %s of %s %s%s: %s. --ridge-grid FROM:TO:N gives another"
        .formatted(
            "%,d".formatted(both.atSmallest() + both.atLargest()),
            "%,d".formatted(both.choices()),
            global ? "models (one a fold, and that of all words)" : "voxels and models",
            both.atSmallest() > 0 && both.atLargest() > 0
                ? " (%,d at the smallest)".formatted(both.atSmallest())
                : "",
            larger
                ? "at the largest, "
                    + number(both.grid().at(both.grid().size() - 1))
                    + ", the features hardly predict more than the mean image"
                : "at the smallest, "
                    + number(both.grid().at(0))
                    + ", smaller ones may predict better");
  }

  private static String number(double value) {
    return value >= 1000
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.3g", value);
  }
}
