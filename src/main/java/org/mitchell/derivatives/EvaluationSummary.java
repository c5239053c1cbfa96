package org.mitchell.derivatives;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.mitchell.analysis.ParticipantEvaluation;
import org.mitchell.analysis.ParticipantEvaluation.Figures;
import org.mitchell.derivatives.contents.Ends;
import org.mitchell.derivatives.contents.EvaluationFigures;
import org.mitchell.evaluation.curves.LearningCurve;
import org.mitchell.evaluation.curves.Sensitivity;
import org.mitchell.evaluation.intervals.SubsampleInterval;
import org.mitchell.evaluation.nulls.NullDistribution;
import org.mitchell.evaluation.ranks.RankResult;
import org.mitchell.evaluation.schemes.SchemeResult;
import org.mitchell.files.Json;
import org.mitchell.fmri.Responses;

/** The figures of an evaluation, from what was computed. */
final class EvaluationSummary {
  private static final int[] TOP = {1, 5, 10};

  private EvaluationSummary() {}

  static EvaluationFigures of(EvaluationRecord record) {
    ParticipantEvaluation evaluation = record.evaluation();
    Responses responses = evaluation.words().responses();
    Optional<SchemeResult> pairs =
        evaluation.figures() instanceof Figures.Pairs p
            ? Optional.of(p.result())
            : Optional.empty();
    Optional<RankResult> ranks =
        evaluation.figures() instanceof Figures.Ranks r
            ? Optional.of(r.result())
            : Optional.empty();
    return new EvaluationFigures(
        responses.participant(),
        evaluation.plan().label(),
        whole(pairs.map(result -> result.pairs().size())),
        number(pairs.map(SchemeResult::correct)),
        whole(ranks.map(result -> result.words().size())),
        whole(ranks.map(RankResult::mostCandidates)),
        evaluation.accuracy(),
        ranks.map(EvaluationSummary::top).orElseGet(Map::of),
        number(ranks.map(RankResult::meanProbability)),
        number(ranks.map(result -> result.softmax().temperature())),
        pairs
            .map(SchemeResult::selectedVoxels)
            .or(() -> ranks.map(RankResult::selectedVoxels))
            .orElseThrow(),
        evaluation.interval().map(EvaluationSummary::ends),
        evaluation.interval().map(EvaluationSummary::interval),
        evaluation.permuted().size(),
        evaluation.plan().nullLabel(),
        evaluation.p(),
        nullDistribution(evaluation.permuted()),
        rivals(evaluation, "randomFeatures"),
        rivals(evaluation, "randomWords"),
        record.published(),
        evaluation.seconds(),
        record.curve().map(EvaluationSummary::curve),
        record.sensitivity().map(EvaluationSummary::sensitivity),
        record.ceilings().map(CeilingSummary::of),
        record.importance().map(ImportanceTable::figures),
        record.source().toString(),
        responses.study(),
        responses.simulated(),
        responses.words().size(),
        responses.commonPresentations(),
        responses.voxels(),
        evaluation.words().featureSpace().features().size(),
        record.featureSource(),
        evaluation.words().dropped(),
        evaluation.words().featureSpace().spellings(),
        Optional.of(FitSummary.uninformative(evaluation.uninformative())),
        responses.notes(),
        OptionsJson.of(evaluation.options()),
        evaluation.plan().seed(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  private static OptionalInt whole(Optional<Integer> number) {
    return number.map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }

  private static OptionalDouble number(Optional<Double> number) {
    return number.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }

  private static Map<String, Double> top(RankResult result) {
    var top = new LinkedHashMap<String, Double>();
    for (int count : TOP) {
      top.put(Integer.toString(count), result.top(count));
    }
    return top;
  }

  private static Optional<EvaluationFigures.Rivals> rivals(
      ParticipantEvaluation evaluation, String name) {
    return Optional.ofNullable(evaluation.rivals().get(name))
        .map(
            values ->
                new EvaluationFigures.Rivals(
                    values.size(),
                    Json.finite(values.mean()),
                    Json.finite(values.sd()),
                    Json.finite(values.threshold05()),
                    Arrays.stream(values.values()).min().orElseThrow(),
                    Arrays.stream(values.values()).max().orElseThrow(),
                    values.p(evaluation.accuracy())));
  }

  private static List<EvaluationFigures.Point> curve(LearningCurve curve) {
    return curve.points().stream()
        .map(
            point ->
                new EvaluationFigures.Point(
                    point.trainingWords(),
                    point.repetitions(),
                    point.mean(),
                    Json.finite(point.sd())))
        .toList();
  }

  private static List<EvaluationFigures.Variant> sensitivity(Sensitivity sensitivity) {
    return sensitivity.rows().stream()
        .map(
            row ->
                new EvaluationFigures.Variant(
                    row.option(), row.value(), row.asGiven(), row.score().accuracy()))
        .toList();
  }

  static Ends ends(SubsampleInterval interval) {
    return Ends.of(interval.low(), interval.high());
  }

  static EvaluationFigures.Interval interval(SubsampleInterval interval) {
    return new EvaluationFigures.Interval(
        "subsampling of words, conservative",
        Json.finite(interval.standardError()),
        interval.subsamples(),
        interval.size());
  }

  static EvaluationFigures.Null nullDistribution(NullDistribution values) {
    return new EvaluationFigures.Null(
        Json.finite(values.mean()), Json.finite(values.sd()), Json.finite(values.threshold05()));
  }
}
