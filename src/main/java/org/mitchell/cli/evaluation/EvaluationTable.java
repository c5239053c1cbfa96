package org.mitchell.cli.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.mitchell.analysis.ParticipantEvaluation;
import org.mitchell.analysis.ParticipantEvaluation.Figures;
import org.mitchell.cli.text.Decimals;
import org.mitchell.cli.text.IntervalWords;
import org.mitchell.derivatives.EvaluationRecord;
import org.mitchell.evaluation.curves.LearningCurve;
import org.mitchell.evaluation.curves.Sensitivity;
import org.mitchell.evaluation.groups.GroupResult;
import org.mitchell.evaluation.nulls.NullDistribution;
import org.mitchell.evaluation.ranks.RankResult;
import org.mitchell.text.Counted;

/** What {@code evaluate} prints for people. */
final class EvaluationTable {
  private EvaluationTable() {}

  /** One participant. */
  static List<String> lines(EvaluationRecord record, String features) {
    ParticipantEvaluation evaluation = record.evaluation();
    var responses = evaluation.words().responses();
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add(
        "%sParticipant %s, %s: %s, %s, %s; %s from %s"
            .formatted(
                responses.simulated() ? "SIMULATED. " : "",
                responses.participant(),
                evaluation.plan().label(),
                Counted.of(responses.words().size(), "word"),
                Counted.of(responses.commonPresentations(), "presentation"),
                Counted.of(responses.voxels(), "voxel"),
                Counted.of(evaluation.words().featureSpace().features().size(), "feature"),
                features));
    lines.add("  " + figure(evaluation));
    if (evaluation.figures() instanceof Figures.Ranks ranks) {
      lines.add("  " + ranks(ranks.result()));
    }
    evaluation.interval().ifPresent(interval -> lines.add("  " + IntervalWords.of(interval)));
    lines.add("  " + nulls(evaluation));
    evaluation.rivals().forEach((name, values) -> lines.add("  " + rivals(name, values)));
    record.curve().ifPresent(curve -> lines.addAll(curve(curve)));
    record.sensitivity().ifPresent(sensitivity -> lines.addAll(sensitivity(sensitivity)));
    record.ceilings().ifPresent(ceilings -> lines.addAll(CeilingText.lines(ceilings)));
    record.importance().ifPresent(all -> lines.addAll(ImportanceOption.lines(all)));
    record
        .published()
        .ifPresent(p -> lines.add("  published (2008): " + Decimals.decimal(p).substring(0, 3)));
    return lines;
  }

  private static String figure(ParticipantEvaluation evaluation) {
    String accuracy = Decimals.decimal(evaluation.accuracy());
    if (evaluation.figures() instanceof Figures.Pairs pairs) {
      return "accuracy %s: %s of %s matched right"
          .formatted(
              accuracy,
              number(pairs.result().correct()),
              Counted.of(pairs.result().pairs().size(), "pair"));
    }
    int words = ((Figures.Ranks) evaluation.figures()).result().words().size();
    return "mean percentile rank %s of %s".formatted(accuracy, Counted.of(words, "word"));
  }

  private static String ranks(RankResult result) {
    return "among %s: first for %s of the words, in the first five for %s, in the first ten for %s"
        .formatted(
            Counted.of(result.mostCandidates(), "candidate"),
            Decimals.decimal(result.top(1)),
            Decimals.decimal(result.top(5)),
            Decimals.decimal(result.top(10)));
  }

  private static String nulls(ParticipantEvaluation evaluation) {
    NullDistribution nulls = evaluation.permuted();
    return "p %s of %s (%s); these have mean %s, sd %s, and p < .05 above %s"
        .formatted(
            p(evaluation.p()),
            Counted.of(nulls.size(), "permutation"),
            evaluation.plan().nullLabel().replace('-', ' '),
            Decimals.decimal(nulls.mean()),
            Decimals.decimal(nulls.sd()),
            Decimals.decimal(nulls.threshold05()));
  }

  private static List<String> curve(LearningCurve curve) {
    var lines = new ArrayList<String>(List.of("  by training words:"));
    for (var point : curve.points()) {
      lines.add(
          "    %3d words %s (sd %s of %s)"
              .formatted(
                  point.trainingWords(),
                  Decimals.decimal(point.mean()),
                  Decimals.decimal(point.sd()),
                  Counted.of(point.repetitions(), "draw")));
    }
    return lines;
  }

  private static List<String> sensitivity(Sensitivity sensitivity) {
    var lines = new ArrayList<String>(List.of("  with other options, one at a time:"));
    for (var row : sensitivity.rows()) {
      lines.add(
          "    --%-8s %-12s %s%s"
              .formatted(
                  row.option(),
                  row.value(),
                  Decimals.decimal(row.score().accuracy()),
                  row.asGiven() ? "  (as given)" : ""));
    }
    return lines;
  }

  private static String rivals(String name, NullDistribution values) {
    return "%s of %s: mean %s, sd %s, from %s to %s"
        .formatted(
            Counted.of(values.size(), "set"),
            name.equals("randomWords") ? "random words" : "random numbers",
            Decimals.decimal(values.mean()),
            Decimals.decimal(values.sd()),
            Decimals.decimal(Arrays.stream(values.values()).min().orElseThrow()),
            Decimals.decimal(Arrays.stream(values.values()).max().orElseThrow()));
  }

  /**
   * Several participants.
   *
   * @param published the mean of the paper's, where these can be held against it
   */
  static List<String> lines(GroupResult group, OptionalDouble published) {
    var lines = new ArrayList<String>();
    var test = group.participants();
    lines.add("");
    lines.add(
        "%s: mean %s"
            .formatted(
                Counted.of(group.accuracies().length, "participant"),
                Decimals.decimal(group.mean())));
    lines.add(
        "  over other participants, the same words: 95%% interval %s to %s; t %.2f, p %s, by sign-flips %s (one-sided: above chance)"
            .formatted(
                Decimals.decimal(test.low()),
                Decimals.decimal(test.high()),
                test.t(),
                p(test.pAbove()),
                p(test.signFlips().pAbove())));
    group
        .words()
        .ifPresent(words -> lines.add("  the same participants, " + IntervalWords.of(words)));
    group
        .permutations()
        .ifPresent(
            nulls ->
                lines.add(
                    "  p %s of %s, the same for all participants"
                        .formatted(
                            p(group.permutationP()), Counted.of(nulls.size(), "permutation"))));
    group
        .prevalence()
        .ifPresent(
            found ->
                lines.add(
                    "  p of %s or less by itself: %d of %d; prevalence %s, 95%% %s to %s (uniform prior)"
                        .formatted(
                            Decimals.decimal(found.level()),
                            found.significant(),
                            found.participants(),
                            Decimals.decimal(found.estimate()),
                            Decimals.decimal(found.low()),
                            Decimals.decimal(found.high()))));
    published.ifPresent(
        p -> lines.add("  published (2008), mean of nine: " + Decimals.decimal(p).substring(0, 3)));
    return lines;
  }

  private static String p(double p) {
    if (Double.isNaN(p)) {
      return "n/a";
    }
    return p < 0.0001
        ? "< .0001"
        : String.format(Locale.ROOT, "%.4f", p).replaceFirst("^0\\.", ".");
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : Double.toString(value);
  }
}
