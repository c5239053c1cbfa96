package org.mitchell.derivatives;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.analysis.ParticipantFit;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Penalty;
import org.mitchell.encoding.PenaltyGrid;
import org.mitchell.evaluation.penalties.ChosenPenalties;

/** The ridge penalty in JSON: what was asked for, and what was chosen. */
final class PenaltyJson {
  static final String AUTO = "auto";
  static final String RIDGE = "ridge";
  static final String PER = "ridgePer";
  static final String GRID = "ridgeGrid";
  static final String ERROR = "ridgeError";

  private PenaltyJson() {}

  /**
   * The options: {@code ridge} alone where it is a number; {@code auto} with what gets a penalty of
   * its own, the grid (null for the usual one), and which errors are summed where not raw ones.
   */
  static Map<String, Object> options(EncodingOptions options) {
    var named = new LinkedHashMap<String, Object>();
    named.put(RIDGE, ridge(options));
    if (options.penalty() instanceof Penalty.Chosen chosen) {
      named.put(PER, FitSummary.lower(chosen.per()));
      named.put(GRID, chosen.grid().map(PenaltyGrid::penalties).orElse(null));
      if (chosen.error() != Penalty.Error.RAW) {
        named.put(ERROR, FitSummary.lower(chosen.error()));
      }
    }
    return named;
  }

  /** A number, or {@code auto}. */
  static Object ridge(EncodingOptions options) {
    return options.penalty() instanceof Penalty.Fixed fixed ? (Object) fixed.lambda() : AUTO;
  }

  /** What was chosen for the model of all words and for the folds; nothing where it was given. */
  static Optional<Map<String, Object>> chosen(ParticipantFit fit) {
    return fit.penalties()
        .map(
            model -> {
              var json = new LinkedHashMap<String, Object>();
              json.put("per", FitSummary.lower(model.per()));
              json.put("grid", model.grid().penalties());
              json.put("model", counts(model));
              json.put(
                  "folds", fit.evaluation().penalties().map(PenaltyJson::counts).orElse(Map.of()));
              return json;
            });
  }

  private static Map<String, Object> counts(ChosenPenalties chosen) {
    var json = new LinkedHashMap<String, Object>();
    json.put("smallest", chosen.smallest());
    json.put("median", chosen.median());
    json.put("largest", chosen.largest());
    json.put("atSmallestOfGrid", chosen.atSmallest());
    json.put("atLargestOfGrid", chosen.atLargest());
    List<Long> counts = Arrays.stream(chosen.counts()).boxed().toList();
    json.put("counts", counts);
    return json;
  }
}
