package org.mitchell.cli.norms;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mitchell.files.Json;
import org.mitchell.norms.Agreement;
import org.mitchell.norms.NormResult;

/** What {@code norms fit} tells programs. */
final class NormFitJson {
  private static final int WORST = 10;

  private final RegressionOptions options;
  private final String corpus;

  NormFitJson(RegressionOptions options, String corpus) {
    this.options = options;
    this.corpus = corpus;
  }

  /** One norm's keys, or those of several under {@code norms}. */
  Map<String, Object> printed(List<NormResult> results, List<Path> outputs) {
    List<String> files = outputs.stream().map(Path::toString).toList();
    if (results.size() == 1) {
      Map<String, Object> json = json(results.get(0));
      json.put("outputs", files);
      return json;
    }
    var json = new LinkedHashMap<String, Object>();
    json.put("norms", results.stream().map(this::json).toList());
    json.put("outputs", files);
    return json;
  }

  /** The file of a folder. */
  Map<String, Object> file(List<NormResult> results, Map<String, Object> provenance) {
    var json = new LinkedHashMap<String, Object>();
    json.put("norms", results.stream().map(this::json).toList());
    json.put("provenance", provenance);
    return json;
  }

  private Map<String, Object> json(NormResult result) {
    var json = new LinkedHashMap<String, Object>();
    json.put("norm", result.data().norm().name());
    json.put("table", result.data().norm().table());
    json.put("vectors", result.data().vectors());
    json.put("model", options.model().name().toLowerCase(Locale.ROOT));
    json.put("words", result.data().words().size());
    json.put("rated", result.data().norm().words().size());
    json.put("missing", result.data().norm().missing());
    json.put("coverage", result.data().coverage());
    json.putAll(json(result.agreement()));
    json.put("ci95", interval(result.interval()));
    json.put("penalty", result.penalty().isPresent() ? result.penalty().getAsDouble() : null);
    json.put("foldsAtEdge", result.atEdge());
    json.put("folds", result.folds().folds());
    json.put("repeats", result.folds().repeats());
    json.put("seed", options.seed());
    json.put("chance", json(result.chance()));
    json.put("frequency", result.frequency().map(this::frequency).orElse(null));
    json.put(
        "curve",
        result.curve().stream()
            .map(
                point -> {
                  var step = new LinkedHashMap<String, Object>();
                  step.put("words", point.words());
                  step.putAll(json(point.agreement()));
                  return step;
                })
            .toList());
    json.put("worst", result.worst(WORST).stream().map(word -> word(result, word)).toList());
    return json;
  }

  private Map<String, Object> frequency(Agreement agreement) {
    Map<String, Object> json = json(agreement);
    json.put("corpus", corpus);
    return json;
  }

  private static Map<String, Object> word(NormResult result, int word) {
    var json = new LinkedHashMap<String, Object>();
    json.put("word", result.data().words().get(word));
    json.put("observed", result.data().values()[word]);
    json.put("predicted", result.predicted()[word]);
    return json;
  }

  private static Map<String, Object> json(Agreement agreement) {
    var json = new LinkedHashMap<String, Object>();
    json.put("r2", Json.number(agreement.r2()));
    json.put("r", Json.number(agreement.r()));
    json.put("rho", Json.number(agreement.rho()));
    json.put("rmse", Json.number(agreement.rmse()));
    return json;
  }

  static List<Double> interval(NormResult.Interval interval) {
    return Double.isNaN(interval.low()) ? null : List.of(interval.low(), interval.high());
  }
}
