package org.mitchell.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

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
              next.evaluate(without)));
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
        "Leave-two-out accuracy",
        columns,
        1,
        rows,
        "Chance is .5. The interval is over other words, by subsampling, and conservative. p is by"
            + " relabelling the words."
            + (published
                ? " Published: Mitchell et al. (2008); the numbers of participants may not"
                    + " correspond, compare means (published .77)."
                : ""));
  }

  private static Block.Row row(ParticipantFiles participant, boolean published) {
    JsonNode fit = participant.fit();
    Optional<JsonNode> evaluated = participant.leaveTwoOut();
    var cells = new ArrayList<String>();
    cells.add(participant.subject() + (participant.simulated() ? " (SIMULATED)" : ""));
    cells.add(Numbers.count(Fields.number(fit, "correct")));
    cells.add(Numbers.count(Fields.number(fit, "pairs")));
    cells.add(Numbers.decimal(participant.accuracy()));
    cells.add(evaluated.map(AccuracySection::interval).orElse(DASH));
    cells.add(Numbers.p(participant.p()));
    cells.add(Numbers.decimal(Fields.number(fit.path("within"), "accuracy")));
    cells.add(Numbers.decimal(Fields.number(fit.path("between"), "accuracy")));
    if (published) {
      cells.add(published(Published.accuracy(participant)));
    }
    return Block.Row.of(cells.toArray(String[]::new));
  }

  private static Block.Row mean(List<ParticipantFiles> participants, boolean published) {
    var cells = new ArrayList<String>(List.of("Mean", "", ""));
    cells.add(Numbers.decimal(mean(participants, "")));
    cells.addAll(List.of("", ""));
    cells.add(Numbers.decimal(mean(participants, "within")));
    cells.add(Numbers.decimal(mean(participants, "between")));
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

  private static Block.Row scheme(ParticipantFiles participant, JsonNode scheme) {
    boolean permuted = Fields.number(scheme, "permutations") > 0;
    return Block.Row.of(
        participant.subject(),
        Fields.text(scheme, "scheme").replace('-', ' '),
        Numbers.decimal(Fields.number(scheme, "accuracy")),
        interval(scheme),
        permuted ? Numbers.p(Fields.number(scheme, "p")) : DASH,
        Numbers.decimal(Fields.number(scheme.path("null"), "mean")),
        Numbers.decimal(Fields.number(scheme.path("null"), "threshold05")),
        Numbers.decimal(Fields.number(scheme, "published"), 2));
  }

  /** Over participants; {@code part} is within, between or empty for all pairs. */
  static double mean(List<ParticipantFiles> participants, String part) {
    return participants.stream()
        .map(ParticipantFiles::fit)
        .mapToDouble(fit -> Fields.number(part.isEmpty() ? fit : fit.path(part), "accuracy"))
        .average()
        .orElse(Double.NaN);
  }

  static String interval(JsonNode scheme) {
    return AccuracyFigure.interval(scheme)
        .map(range -> Numbers.decimal(range.low()) + " to " + Numbers.decimal(range.high()))
        .orElse(DASH);
  }

  private static String published(OptionalDouble accuracy) {
    return Numbers.decimal(accuracy.orElse(Double.NaN), 2);
  }
}
