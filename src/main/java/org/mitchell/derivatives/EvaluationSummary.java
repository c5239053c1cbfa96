package org.mitchell.derivatives;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitchell.analysis.ParticipantEvaluation;
import org.mitchell.analysis.ParticipantEvaluation.Figures;
import org.mitchell.evaluation.curves.LearningCurve;
import org.mitchell.evaluation.curves.Sensitivity;
import org.mitchell.evaluation.intervals.SubsampleInterval;
import org.mitchell.evaluation.nulls.NullDistribution;
import org.mitchell.evaluation.ranks.RankResult;
import org.mitchell.evaluation.schemes.SchemeResult;
import org.mitchell.files.Json;
import org.mitchell.fmri.Responses;

/** The figures of an evaluation under the names that scripts rely on. */
final class EvaluationSummary {
  private EvaluationSummary() {}

  static Map<String, Object> of(EvaluationRecord record) {
    ParticipantEvaluation evaluation = record.evaluation();
    Responses responses = evaluation.words().responses();
    var summary = new LinkedHashMap<String, Object>();
    summary.put("subject", responses.participant());
    summary.put("scheme", evaluation.plan().label());
    if (evaluation.figures() instanceof Figures.Pairs pairs) {
      addPairs(summary, pairs.result());
    } else if (evaluation.figures() instanceof Figures.Ranks ranks) {
      addRanks(summary, ranks.result());
    }
    addUncertainty(summary, evaluation);
    summary.put(
        "published", record.published().isPresent() ? record.published().getAsDouble() : null);
    summary.put("seconds", evaluation.seconds());
    record.curve().ifPresent(curve -> summary.put("learningCurve", curve(curve)));
    record.sensitivity().ifPresent(rows -> summary.put("sensitivity", sensitivity(rows)));
    summary.put("source", record.source().toString());
    summary.put("study", responses.study());
    summary.put("simulated", responses.simulated());
    summary.put("stimuli", responses.words().size());
    summary.put("presentations", responses.commonPresentations());
    summary.put("voxels", responses.voxels());
    summary.put("features", evaluation.words().featureSpace().features().size());
    summary.put("featureSource", record.featureSource());
    summary.put("droppedWords", evaluation.words().dropped());
    summary.put("otherSpellings", evaluation.words().featureSpace().spellings());
    summary.put("uninformative", evaluation.uninformative().toMap());
    summary.put("notes", responses.notes());
    summary.put("method", FitSummary.options(evaluation.options()));
    summary.put("seed", evaluation.plan().seed());
    return summary;
  }

  private static void addPairs(Map<String, Object> summary, SchemeResult result) {
    summary.put("pairs", result.pairs().size());
    summary.put("correct", result.correct());
    summary.put("accuracy", result.accuracy());
    summary.put("selectedVoxels", result.selectedVoxels());
  }

  private static void addRanks(Map<String, Object> summary, RankResult result) {
    summary.put("words", result.words().size());
    summary.put("candidates", result.mostCandidates());
    summary.put("accuracy", result.meanPercentile());
    var top = new LinkedHashMap<String, Object>();
    for (int count : new int[] {1, 5, 10}) {
      top.put(Integer.toString(count), result.top(count));
    }
    summary.put("top", top);
    summary.put("probability", result.meanProbability());
    summary.put("temperature", result.softmax().temperature());
    summary.put("selectedVoxels", result.selectedVoxels());
  }

  private static void addUncertainty(
      Map<String, Object> summary, ParticipantEvaluation evaluation) {
    summary.put("ci95", evaluation.interval().map(EvaluationSummary::ends).orElse(null));
    summary.put("interval", evaluation.interval().map(EvaluationSummary::interval).orElse(null));
    summary.put("permutations", evaluation.permuted().size());
    summary.put("relabelling", label(evaluation));
    summary.put("p", evaluation.p());
    summary.put("null", nullDistribution(evaluation.permuted()));
    evaluation.rivals().forEach((name, values) -> summary.put(name, rivals(evaluation, values)));
  }

  private static Map<String, Object> rivals(
      ParticipantEvaluation evaluation, NullDistribution values) {
    var map = new LinkedHashMap<String, Object>();
    map.put("sets", values.size());
    map.putAll(nullDistribution(values));
    map.put("lowest", Arrays.stream(values.values()).min().orElseThrow());
    map.put("highest", Arrays.stream(values.values()).max().orElseThrow());
    map.put("p", values.p(evaluation.accuracy()));
    return map;
  }

  private static List<Map<String, Object>> curve(LearningCurve curve) {
    return curve.points().stream()
        .map(
            point -> {
              var map = new LinkedHashMap<String, Object>();
              map.put("trainingWords", point.trainingWords());
              map.put("draws", point.repetitions());
              map.put("accuracy", point.mean());
              map.put("sd", Json.number(point.sd()));
              return (Map<String, Object>) map;
            })
        .toList();
  }

  private static List<Map<String, Object>> sensitivity(Sensitivity sensitivity) {
    return sensitivity.rows().stream()
        .map(
            row -> {
              var map = new LinkedHashMap<String, Object>();
              map.put("option", row.option());
              map.put("value", row.value());
              map.put("asGiven", row.asGiven());
              map.put("accuracy", row.score().accuracy());
              return (Map<String, Object>) map;
            })
        .toList();
  }

  private static String label(ParticipantEvaluation evaluation) {
    return FitSummary.lower(evaluation.plan().relabelling()).replace('_', '-');
  }

  static List<Double> ends(SubsampleInterval interval) {
    return Arrays.asList(Json.number(interval.low()), Json.number(interval.high()));
  }

  static Map<String, Object> interval(SubsampleInterval interval) {
    var map = new LinkedHashMap<String, Object>();
    map.put("method", "subsampling of words, conservative");
    map.put("standardError", Json.number(interval.standardError()));
    map.put("subsamples", interval.subsamples());
    map.put("wordsInEach", interval.size());
    return map;
  }

  static Map<String, Object> nullDistribution(NullDistribution values) {
    var map = new LinkedHashMap<String, Object>();
    map.put("mean", Json.number(values.mean()));
    map.put("sd", Json.number(values.sd()));
    map.put("threshold05", Json.number(values.threshold05()));
    return map;
  }
}
