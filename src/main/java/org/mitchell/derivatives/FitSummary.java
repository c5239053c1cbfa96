package org.mitchell.derivatives;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mitchell.analysis.ParticipantFit;
import org.mitchell.analysis.TiedPairs;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.LeaveTwoOutResult;
import org.mitchell.files.Json;
import org.mitchell.fmri.Responses;

/**
 * The figures of a fit under the names that scripts rely on: {@code fit --json} and {@code
 * evaluation.json}.
 */
final class FitSummary {
  private FitSummary() {}

  static Map<String, Object> of(FitRecord record, List<Path> outputs, double writeSeconds) {
    ParticipantFit fit = record.fit();
    LeaveTwoOutResult evaluation = fit.evaluation();
    Responses responses = fit.words().responses();
    boolean categories = evaluation.categoriesKnown();
    var summary = new LinkedHashMap<String, Object>();
    summary.put("subject", responses.participant());
    summary.put("source", record.source().toString());
    summary.put("study", responses.study());
    summary.put("simulated", responses.simulated());
    summary.put("words", responses.words().size());
    summary.put("presentations", responses.commonPresentations());
    summary.put("voxels", responses.voxels());
    summary.put("features", fit.model().featureNames().size());
    summary.put("featureSource", record.featureSource());
    summary.put("selectedVoxels", evaluation.selectedVoxels());
    summary.put("ridge", PenaltyJson.ridge(fit.options().encoding()));
    PenaltyJson.chosen(fit).ifPresent(penalties -> summary.put("penalties", penalties));
    summary.put("pairs", evaluation.all().pairs());
    boolean given = record.withheld().isEmpty();
    summary.put("correct", given ? correct(evaluation.all()) : null);
    summary.put("accuracy", given ? evaluation.all().accuracy() : null);
    summary.put("within", given && categories ? score(evaluation.within()) : null);
    summary.put("between", given && categories ? score(evaluation.between()) : null);
    summary.put("accuracyWithheld", given ? null : record.withheld());
    summary.put("map", map(fit));
    summary.put("method", method(fit.options(), evaluation));
    summary.put("droppedWords", fit.words().dropped());
    summary.put("otherSpellings", fit.words().featureSpace().spellings());
    summary.put("uninformative", fit.uninformative().toMap());
    summary.put("tiedPairs", TiedPairs.of(evaluation.pairs(), fit.options()).tied());
    summary.put("undefinedVoxels", evaluation.undefinedVoxels());
    summary.put("notes", responses.notes());
    summary.put("outputs", outputs.stream().map(Path::toString).toList());
    summary.put("seconds", seconds(record, writeSeconds));
    return summary;
  }

  /** The options as scripts name them. */
  static Map<String, Object> options(EvaluationOptions options) {
    var named = new LinkedHashMap<String, Object>();
    named.put("preset", lower(options.encoding().preset()));
    named.put("scale", lower(options.encoding().scale()));
    named.putAll(PenaltyJson.options(options.encoding()));
    named.put(
        "voxels", options.voxels().isPresent() ? (Object) options.voxels().getAsInt() : "all");
    named.put("metric", lower(options.metric()));
    named.put("match", lower(options.match()));
    return named;
  }

  private static Map<String, Object> method(
      EvaluationOptions options, LeaveTwoOutResult evaluation) {
    var method = new LinkedHashMap<>(options(options));
    method.put("form", evaluation.form());
    method.put("refittedFolds", evaluation.refittedFolds());
    method.put("rank", evaluation.rank());
    return method;
  }

  private static Map<String, Object> score(LeaveTwoOutResult.Score score) {
    var map = new LinkedHashMap<String, Object>();
    map.put("pairs", score.pairs());
    map.put("correct", correct(score));
    map.put("accuracy", Json.number(score.accuracy()));
    return map;
  }

  /** A whole number where it is one; ties of preset strict count half. */
  private static Number correct(LeaveTwoOutResult.Score score) {
    double correct = score.correct();
    return correct == Math.rint(correct) ? (Number) (int) correct : (Number) correct;
  }

  private static Map<String, Object> map(ParticipantFit fit) {
    var map = new LinkedHashMap<String, Object>();
    map.put("mean", Json.number(fit.meanCorrelation()));
    map.put("max", Json.number(fit.highestCorrelation()));
    map.put("voxelsAbove028", fit.voxelsAboveThreshold());
    return map;
  }

  private static Map<String, Object> seconds(FitRecord record, double write) {
    ParticipantFit fit = record.fit();
    var seconds = new LinkedHashMap<String, Object>();
    seconds.put("read", record.readSeconds());
    seconds.put("evaluate", fit.evaluateSeconds());
    seconds.put("map", fit.mapSeconds());
    seconds.put("write", write);
    seconds.put("total", record.readSeconds() + fit.evaluateSeconds() + fit.mapSeconds() + write);
    return seconds;
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
