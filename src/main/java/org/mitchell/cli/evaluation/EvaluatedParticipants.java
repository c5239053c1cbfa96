package org.mitchell.cli.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.analysis.ParticipantEvaluation;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.derivatives.GroupSummary;
import org.mitchell.derivatives.contents.EvaluationFigures;
import org.mitchell.evaluation.groups.GroupResult;
import org.mitchell.evaluation.intervals.Subsamples;
import org.mitchell.fmri.Responses;
import org.mitchell.random.RandomStreams;
import org.mitchell.study.OneKind;

/** What {@code evaluate} says at its end: the one participant's figures, or those of all. */
final class EvaluatedParticipants {
  private final ChosenScheme scheme;
  private final long seed;
  private final CommonOptions common;
  private final List<Result> results = new ArrayList<>();

  EvaluatedParticipants(ChosenScheme scheme, long seed, CommonOptions common) {
    this.scheme = scheme;
    this.seed = seed;
    this.common = common;
  }

  /** What is left to be said of a participant. Its responses are let go. */
  private record Result(
      String subject,
      boolean simulated,
      double accuracy,
      double[] permuted,
      Optional<Subsamples> subsamples,
      double[] subsampleScores,
      boolean comparable,
      EvaluationFigures figures) {
    static Result of(ParticipantEvaluation evaluation, EvaluationFigures figures) {
      Responses responses = evaluation.words().responses();
      return new Result(
          responses.participant(),
          responses.simulated(),
          evaluation.accuracy(),
          evaluation.permuted().values(),
          evaluation.subsamples(),
          evaluation.subsampleScores(),
          SchemeName.comparable(evaluation),
          figures);
    }
  }

  void add(ParticipantEvaluation evaluation, EvaluationFigures figures) {
    results.add(Result.of(evaluation, figures));
  }

  /** Prints the mean of several, and the JSON. */
  void report() {
    if (results.size() == 1) {
      common.printJson(results.get(0).figures);
      return;
    }
    var kind = new OneKind();
    results.forEach(result -> kind.add(result.subject, result.simulated));
    if (kind.mixed().isPresent()) {
      common.note("no mean of all participants: " + kind.mixed().get());
      common.printJson(all(Optional.empty()));
      return;
    }
    GroupResult group = group();
    boolean comparable = results.stream().allMatch(Result::comparable);
    EvaluationTable.lines(group, scheme.publishedMean(comparable)).forEach(common::print);
    common.printJson(all(Optional.of(group)));
  }

  private Map<String, Object> all(Optional<GroupResult> group) {
    var all = new LinkedHashMap<String, Object>();
    all.put("subjects", results.stream().map(Result::figures).toList());
    all.put("meanAccuracy", group.map(GroupResult::mean).orElse(null));
    all.put("group", group.map(GroupSummary::of).orElse(null));
    return all;
  }

  private GroupResult group() {
    Optional<GroupResult.WordScores> scores =
        results
            .get(0)
            .subsamples()
            .map(
                subsamples ->
                    new GroupResult.WordScores(
                        subsamples,
                        results.stream().map(Result::subsampleScores).toArray(double[][]::new)));
    return GroupResult.of(
        results.stream().mapToDouble(Result::accuracy).toArray(),
        scores,
        results.stream().map(Result::permuted).toArray(double[][]::new),
        new RandomStreams(seed));
  }
}
