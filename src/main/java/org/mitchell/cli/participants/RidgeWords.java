package org.mitchell.cli.participants;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.mitchell.analysis.ParticipantFit;
import org.mitchell.cli.text.Decimals;
import org.mitchell.encoding.ChosenPenalties;
import org.mitchell.encoding.Penalty;
import org.mitchell.encoding.PenaltyGrid;
import org.mitchell.features.SideBySide;

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
    if (model.spaces() > 1) {
      return ofSpaces(fit, model);
    }
    String own = model.per() == Penalty.Per.GLOBAL ? number(model.median()) : spread(model);
    boolean standardised = fit.options().encoding().penalty().isByStandardisedErrors();
    return "auto%s (%s%s; folds %s)"
        .formatted(
            standardised ? " by standardised errors" : "",
            model.per() == Penalty.Per.GLOBAL ? "" : "a voxel: ",
            own,
            fit.evaluation().penalties().map(RidgeWords::spread).orElse("none"));
  }

  /** {@code banded (verbs 4.83, glove left out; folds verbs 1 to 20, median 4.83, glove ...)}. */
  private static String ofSpaces(ParticipantFit fit, ChosenPenalties model) {
    List<String> labels =
        fit.words().featureSpace().parts().parts().stream().map(SideBySide.Part::label).toList();
    return "%s%s (%s%s; folds: %s)"
        .formatted(
            model.meanWeights().isEmpty() ? "banded" : "stacked",
            fit.options().encoding().penalty().isByStandardisedErrors()
                ? " by standardised errors"
                : "",
            model.per() == Penalty.Per.GLOBAL ? "" : "a voxel: ",
            ofSpaces(labels, model),
            fit.evaluation().penalties().map(folds -> ofSpaces(labels, folds)).orElse("none"));
  }

  private static String ofSpaces(List<String> labels, ChosenPenalties chosen) {
    var words = new ArrayList<String>();
    for (int s = 0; s < labels.size(); s++) {
      ChosenPenalties.OfSpace own = chosen.ofSpace(s);
      boolean stack = !chosen.meanWeights().isEmpty();
      String weight = stack ? ", mean weight " + Decimals.decimal(chosen.meanWeights().get(s)) : "";
      String without =
          stack || own.leftOut() == 0 || own.leftOut() == chosen.choices()
              ? ""
              : ", left out of %,d of %,d".formatted(own.leftOut(), chosen.choices());
      words.add(
          labels.get(s)
              + " "
              + (Double.isNaN(own.median())
                  ? "left out"
                  : spread(own.smallest(), own.median(), own.largest()))
              + weight
              + without);
    }
    return String.join("; ", words);
  }

  private static String spread(ChosenPenalties chosen) {
    return spread(chosen.smallest(), chosen.median(), chosen.largest());
  }

  private static String spread(double smallest, double median, double largest) {
    return smallest == largest
        ? number(median)
        : "%s to %s, median %s".formatted(number(smallest), number(largest), number(median));
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
    PenaltyGrid penalties = both.spaces() > 1 ? both.grid().penalties() : grid(both);
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
                    + number(penalties.at(penalties.size() - 1))
                    + ", the features hardly predict more than the mean image"
                : "at the smallest, "
                    + number(penalties.at(0))
                    + ", smaller ones may predict better");
  }

  /** The penalties of one space, in its unit. */
  private static PenaltyGrid grid(ChosenPenalties chosen) {
    return PenaltyGrid.of(
        IntStream.range(0, chosen.grid().size())
            .mapToDouble(k -> chosen.grid().at(k)[0])
            .toArray());
  }

  private static String number(double value) {
    return value >= 1000
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.3g", value);
  }
}
