package org.mitchell.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.mitchell.derivatives.SavedAccuracy;
import org.mitchell.derivatives.contents.Ends;
import org.mitchell.derivatives.contents.EvaluationFigures;
import org.mitchell.derivatives.contents.FitFigures;
import org.mitchell.derivatives.contents.Range;

/** How often held-out words were told apart. */
final class AccuracySection {
  private static final String DASH = "\u2013";

  private AccuracySection() {}

  static Section of(FitFiles files, NextCommands next) {
    List<ParticipantFiles> participants = files.participants();
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Accuracies(AccuracyFigure.of(participants)));
    blocks.add(table(participants, files.apart().isEmpty()));
    List<Block.Row> others =
        participants.stream().flatMap(p -> p.schemes().stream().map(s -> scheme(p, s))).toList();
    boolean more =
        participants.stream()
            .anyMatch(p -> p.schemes().size() > (p.leaveTwoOut().isPresent() ? 1 : 0));
    if (more) {
      blocks.add(
          new Block.Table(
              "Every scheme that was evaluated",
              List.of(
                  "Participant",
                  "Scheme",
                  "Accuracy",
                  "95% interval",
                  "p",
                  "Chance, mean",
                  "p < .05 above",
                  "Published"),
              2,
              others,
              "For the scheme rank the figure is the mean percentile rank, not a share of pairs."));
    }
    List<String> without =
        participants.stream()
            .filter(p -> p.leaveTwoOut().isEmpty())
            .map(ParticipantFiles::subject)
            .toList();
    if (!without.isEmpty()) {
      blocks.add(
          new Block.Missing(
              "Intervals and permutation tests of " + Numbers.listed(without) + " are not here.",
              next.asFitted("evaluate", without)));
    }
    return new Section("accuracy", "Accuracy", blocks);
  }

  private static Block.Table table(List<ParticipantFiles> participants, boolean alike) {
    var columns =
        new ArrayList<>(
            List.of(
                "Participant",
                "Correct",
                "Pairs",
                "Accuracy",
                "95% interval",
                "p",
                "Within category",
                "Between"));
    boolean published = participants.stream().anyMatch(p -> Published.accuracy(p).isPresent());
    if (published) {
      columns.add("Published");
    }
    var rows = new ArrayList<Block.Row>();
    for (ParticipantFiles participant : participants) {
      rows.add(row(participant, published));
    }
    if (participants.size() > 1 && alike) {
      rows.add(mean(participants, published));
    }
    return new Block.Table(
        AccuracyFigure.title(participants),
        columns,
        1,
        rows,
        "Chance is .5. The interval is over other words, by subsampling, and conservative. p is by"
            + " relabelling the words."
            + (participants.size() > 1 && alike
                ? " The mean's interval is over other participants, by Student's t, from three on."
                : "")
            + (published
                ? " Published: Mitchell et al. (2008); the numbers of participants may not"
                    + " correspond, compare means (published .77)."
                : ""));
  }

  private static Block.Row row(ParticipantFiles participant, boolean published) {
    FitFigures fit = participant.fit();
    Optional<EvaluationFigures> evaluated = participant.leaveTwoOut();
    var cells = new ArrayList<String>();
    cells.add(participant.subject() + (participant.simulated() ? " (SIMULATED)" : ""));
    cells.add(Numbers.count(fit.correct().map(Number::doubleValue).orElse(Double.NaN)));
    cells.add(Numbers.count(fit.pairs()));
    cells.add(Numbers.decimal(participant.accuracy()));
    cells.add(evaluated.map(scheme -> interval(scheme.ci95())).orElse(DASH));
    cells.add(Numbers.p(participant.p()));
    cells.add(Numbers.decimal(accuracy(fit.within())));
    cells.add(Numbers.decimal(accuracy(fit.between())));
    if (published) {
      cells.add(published(Published.accuracy(participant)));
    }
    return Block.Row.of(cells.toArray(String[]::new));
  }

  private static Block.Row mean(List<ParticipantFiles> participants, boolean published) {
    var cells = new ArrayList<String>(List.of("Mean", "", ""));
    cells.add(Numbers.decimal(mean(participants)));
    cells.add(
        SavedAccuracy.intervalOfMean(participants.stream().map(ParticipantFiles::saved).toList())
            .map(AccuracySection::interval)
            .orElse(""));
    cells.add("");
    cells.add(Numbers.decimal(mean(participants, p -> accuracy(p.fit().within()))));
    cells.add(Numbers.decimal(mean(participants, p -> accuracy(p.fit().between()))));
    if (published) {
      double mean =
          participants.stream()
              .mapToDouble(p -> Published.accuracy(p).orElse(Double.NaN))
              .average()
              .orElse(Double.NaN);
      cells.add(Numbers.decimal(mean, 2));
    }
    return Block.Row.of(cells.toArray(String[]::new));
  }

  private static Block.Row scheme(ParticipantFiles participant, EvaluationFigures scheme) {
    EvaluationFigures.Null nulls = scheme.nulls();
    return Block.Row.of(
        participant.subject(),
        scheme.scheme().replace('-', ' '),
        Numbers.decimal(scheme.accuracy()),
        interval(scheme.ci95()),
        scheme.permutations() > 0 ? Numbers.p(scheme.p()) : DASH,
        Numbers.decimal(nulls.mean().orElse(Double.NaN)),
        Numbers.decimal(nulls.threshold05().orElse(Double.NaN)),
        published(scheme.published()));
  }

  /** Over participants. */
  static double mean(List<ParticipantFiles> participants) {
    return mean(participants, ParticipantFiles::accuracy);
  }

  private static double mean(
      List<ParticipantFiles> participants, ToDoubleFunction<ParticipantFiles> accuracy) {
    return participants.stream().mapToDouble(accuracy).average().orElse(Double.NaN);
  }

  /** NaN where categories are not known. */
  private static double accuracy(Optional<FitFigures.Score> score) {
    return score.map(FitFigures.Score::accuracy).orElse(OptionalDouble.empty()).orElse(Double.NaN);
  }

  static String interval(Optional<Ends> ends) {
    return ends.flatMap(Ends::range).map(AccuracySection::interval).orElse(DASH);
  }

  private static String interval(Range range) {
    return Numbers.decimal(range.low()) + " to " + Numbers.decimal(range.high());
  }

  private static String published(OptionalDouble accuracy) {
    return Numbers.decimal(accuracy.orElse(Double.NaN), 2);
  }
}
