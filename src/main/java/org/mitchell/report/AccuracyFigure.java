package org.mitchell.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mitchell.derivatives.contents.Ends;
import org.mitchell.derivatives.contents.EvaluationFigures;
import org.mitchell.derivatives.contents.Range;

/**
 * Accuracies as dots on a line each, with their intervals and what chance gives. Positions across
 * are shares of the width, so that letters keep their size on any screen.
 */
record AccuracyFigure(List<Row> rows, List<Tick> ticks, String title, String description) {
  private static final int TOP = 8;
  private static final int ROW = 46;
  private static final int AXIS = 30;
  private static final double CHANCE = 0.5;

  /** A participant's accuracy as it is known. */
  record Row(
      String label,
      double accuracy,
      Optional<Range> interval,
      Optional<Range> chance,
      OptionalDouble published) {}

  /** A line across all rows. */
  record Tick(double value, String label) {}

  static AccuracyFigure of(List<ParticipantFiles> participants) {
    List<Row> rows = participants.stream().map(AccuracyFigure::row).toList();
    var ticks = new ArrayList<Tick>();
    double low = lowest(rows);
    for (int tenth = (int) Math.round(10 * low); tenth <= 10; tenth++) {
      ticks.add(new Tick(tenth / 10.0, Numbers.decimal(tenth / 10.0, 1)));
    }
    String list =
        String.join(
            "; ", rows.stream().map(r -> r.label() + " " + Numbers.decimal(r.accuracy())).toList());
    String title = title(participants);
    return new AccuracyFigure(rows, List.copyOf(ticks), title, title + ": " + list);
  }

  /** Accuracy of what, in words: of one cross-validation where participants have one. */
  static String title(List<ParticipantFiles> participants) {
    List<String> left = participants.stream().map(p -> p.fit().left()).distinct().toList();
    return left.equals(List.of("leave-two-out"))
        ? "Leave-two-out accuracy"
        : "Accuracy (%s)".formatted(String.join("; ", left));
  }

  int height() {
    return TOP + rows.size() * ROW + AXIS;
  }

  int bottom() {
    return TOP + rows.size() * ROW;
  }

  int top(int row) {
    return TOP + row * ROW;
  }

  /** Where a value is, from the left. */
  String x(double value) {
    return percent(position(value));
  }

  /** How wide a range is. */
  String width(Range range) {
    return percent(position(range.high()) - position(range.low()));
  }

  boolean isChance(Tick tick) {
    return Math.abs(tick.value() - CHANCE) < 1e-9;
  }

  boolean hasIntervals() {
    return rows.stream().anyMatch(row -> row.interval().isPresent());
  }

  boolean hasChance() {
    return rows.stream().anyMatch(row -> row.chance().isPresent());
  }

  boolean hasPublished() {
    return rows.stream().anyMatch(row -> row.published().isPresent());
  }

  private static Row row(ParticipantFiles participant) {
    Optional<EvaluationFigures> evaluated = participant.leaveTwoOut();
    return new Row(
        participant.subject() + (participant.simulated() ? " (SIMULATED)" : ""),
        participant.accuracy(),
        evaluated.flatMap(EvaluationFigures::ci95).flatMap(Ends::range),
        evaluated.flatMap(scheme -> scheme.nulls().central()),
        Published.accuracy(participant));
  }

  /** The tenth below all that is shown. */
  private static double lowest(List<Row> rows) {
    double lowest =
        rows.stream()
            .flatMap(
                row ->
                    Arrays.asList(
                        row.accuracy(),
                        row.interval().map(Range::low).orElse(CHANCE),
                        row.chance().map(Range::low).orElse(CHANCE))
                        .stream())
            .min(Double::compare)
            .orElse(CHANCE);
    return Math.max(0, Math.floor(10 * Math.min(lowest, CHANCE - .1)) / 10);
  }

  private double position(double value) {
    double low = ticks.get(0).value();
    double inside = Math.min(1, Math.max(low, value));
    return 3 + 94 * (inside - low) / (1 - low);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", share);
  }
}
