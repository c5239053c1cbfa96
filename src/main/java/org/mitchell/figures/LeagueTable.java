package org.mitchell.figures;

import java.awt.Color;
import java.util.List;
import java.util.Optional;

/**
 * Accuracies side by side: a row a feature space or a participant, a square for its accuracy with a
 * line for the interval, a tick for every single one that it is the mean of.
 *
 * @param title above the picture
 * @param rows from top to bottom
 * @param chance where chance lies for all rows, or the ceiling; nothing where that is not known
 * @param legend what the marks mean and what was done, line by line
 * @param theme the page
 * @param level a value that is marked and always in the picture: that of chance
 */
public record LeagueTable(
    String title,
    List<Row> rows,
    Optional<Range> chance,
    List<String> legend,
    Theme theme,
    double level) {
  private static final int NAMES = 190;
  private static final int PLOT = 440;
  private static final int MARGIN = 20;
  private static final int TOP = 56;
  private static final int ROW = 34;
  private static final int AXIS = 52;
  private static final int LEGEND_LINE = 16;
  private static final int LONGEST_NAME = 24;
  private static final double HALF = 0.5;

  /** From a value to another. */
  public record Range(double low, double high) {}

  /**
   * One feature space, or one participant.
   *
   * @param baseline drawn in grey
   * @param interval of the mean
   * @param participants the accuracies that it is the mean of
   * @param chance where chance lies for this row alone
   */
  public record Row(
      String name,
      boolean baseline,
      double mean,
      Optional<Range> interval,
      List<Double> participants,
      Optional<Range> chance) {
    public Row {
      participants = List.copyOf(participants);
    }
  }

  /** Accuracies, of which half are right by chance. */
  public LeagueTable(
      String title, List<Row> rows, Optional<Range> chance, List<String> legend, Theme theme) {
    this(title, rows, chance, legend, theme, HALF);
  }

  public LeagueTable {
    rows = List.copyOf(rows);
    legend = List.copyOf(legend);
  }

  /** Lays the picture out. Nothing is measured, so that an SVG needs no fonts. */
  public Drawing drawing() {
    int height = TOP + rows.size() * ROW + AXIS + (legend.size() - 1) * LEGEND_LINE;
    return new Drawing(NAMES + PLOT + 2 * MARGIN, height, theme.page(), this::paint);
  }

  private void paint(Canvas canvas) {
    canvas.text(title, MARGIN, 24, style(15, true, TextStyle.Anchor.START, theme.ink()));
    int bottom = TOP + rows.size() * ROW;
    chance.ifPresent(
        range ->
            canvas.box(
                x(range.low), TOP, x(range.high) - x(range.low), bottom - TOP, theme.tissue()));
    paintAxis(canvas, bottom);
    for (int r = 0; r < rows.size(); r++) {
      paintRow(canvas, rows.get(r), TOP + r * ROW + ROW / 2.0);
    }
  }

  private void paintAxis(Canvas canvas, int bottom) {
    for (var tick : Ticks.between(lowest(), highest(), 8)) {
      double x = x(tick.value());
      boolean marked = Math.abs(tick.value() - level) < 1e-9;
      canvas.line(
          x, TOP, x, bottom, marked ? 1.5 : 1, marked ? theme.quiet() : faded(theme.outline()));
      canvas.text(
          tick.label(), x, bottom + 14, style(12, false, TextStyle.Anchor.MIDDLE, theme.ink()));
    }
    for (int line = 0; line < legend.size(); line++) {
      canvas.text(
          legend.get(line),
          MARGIN,
          bottom + 38.0 + line * LEGEND_LINE,
          style(11, false, TextStyle.Anchor.START, theme.quiet()));
    }
  }

  private void paintRow(Canvas canvas, Row row, double y) {
    Color colour = row.baseline ? theme.outline() : Palette.on(theme).of(0);
    String name =
        row.name.length() <= LONGEST_NAME
            ? row.name
            : row.name.substring(0, LONGEST_NAME - 1) + "…";
    canvas.text(
        name,
        MARGIN + NAMES - 12.0,
        y,
        style(13, false, TextStyle.Anchor.END, row.baseline ? theme.quiet() : theme.ink()));
    row.chance.ifPresent(
        range ->
            canvas.box(x(range.low), y - 11, x(range.high) - x(range.low), 22, theme.tissue()));
    for (double participant : row.participants) {
      canvas.line(x(participant), y - 8, x(participant), y + 8, 1.5, faded(colour));
    }
    row.interval.ifPresent(i -> canvas.line(x(i.low), y, x(i.high), y, 2.5, colour));
    canvas.box(x(row.mean) - 5, y - 5, 10, 10, colour);
  }

  private double x(double accuracy) {
    return MARGIN + NAMES + PLOT * (accuracy - lowest()) / (highest() - lowest());
  }

  /** The next tenth below all that is shown. */
  private double lowest() {
    double lowest = Math.min(level, chance.map(Range::low).orElse(level));
    for (Row row : rows) {
      lowest = Math.min(lowest, row.mean);
      lowest = Math.min(lowest, row.interval.map(Range::low).orElse(level));
      lowest = Math.min(lowest, row.chance.map(Range::low).orElse(level));
      lowest = Math.min(lowest, row.participants.stream().min(Double::compare).orElse(level));
    }
    return Math.floor(10 * lowest - 1e-9) / 10;
  }

  /** The next tenth above it, and no more than 1 where nothing is more. */
  private double highest() {
    double highest = Math.max(level, chance.map(Range::high).orElse(level));
    for (Row row : rows) {
      highest = Math.max(highest, row.mean);
      highest = Math.max(highest, row.interval.map(Range::high).orElse(level));
      highest = Math.max(highest, row.chance.map(Range::high).orElse(level));
      highest = Math.max(highest, row.participants.stream().max(Double::compare).orElse(level));
    }
    double above = Math.ceil(10 * highest + 1e-9) / 10;
    return highest > 1 ? above : Math.min(1, above);
  }

  private static TextStyle style(int size, boolean bold, TextStyle.Anchor anchor, Color colour) {
    return new TextStyle(size, bold, anchor, colour);
  }

  /** Half way to the page. */
  private Color faded(Color colour) {
    Color page = theme.page();
    return new Color(
        (colour.getRed() + page.getRed()) / 2,
        (colour.getGreen() + page.getGreen()) / 2,
        (colour.getBlue() + page.getBlue()) / 2);
  }
}
