package org.mitchell.figures;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * Accuracies side by side: a row a feature space, a square for its mean with a line for the
 * interval, a tick for every participant.
 *
 * @param title above the picture
 * @param rows from top to bottom
 * @param chance where features without meaning lie; nothing where that is not known
 */
public record LeagueTable(String title, List<Row> rows, Optional<Range> chance) {
  private static final int NAMES = 190;
  private static final int PLOT = 440;
  private static final int MARGIN = 20;
  private static final int TOP = 56;
  private static final int ROW = 34;
  private static final int AXIS = 52;
  private static final int LONGEST_NAME = 24;
  private static final double LEVEL = 0.5;

  private static final Color INK = new Color(0x22, 0x22, 0x22);
  private static final Color QUIET = new Color(0x66, 0x66, 0x66);
  private static final Color RULE = new Color(0xcc, 0xcc, 0xcc);
  private static final Color BAND = new Color(0xee, 0xee, 0xee);

  /** Blue of the colour-blind-safe palette of Okabe and Ito (2008). */
  private static final Color SPACE = new Color(0x00, 0x72, 0xb2);

  private static final Color BASELINE = new Color(0x88, 0x88, 0x88);

  /** From a value to another. */
  public record Range(double low, double high) {}

  /**
   * One feature space.
   *
   * @param baseline drawn in grey
   * @param interval of the mean
   * @param participants their accuracies
   */
  public record Row(
      String name,
      boolean baseline,
      double mean,
      Optional<Range> interval,
      List<Double> participants) {
    public Row {
      participants = List.copyOf(participants);
    }
  }

  public LeagueTable {
    rows = List.copyOf(rows);
  }

  /** Text stays text; nothing is measured, so no fonts are needed. */
  public void writeSvg(OutputStream stream) throws IOException {
    int height = TOP + rows.size() * ROW + AXIS;
    new Drawing(NAMES + PLOT + 2 * MARGIN, height, Theme.LIGHT.page(), this::paint)
        .writeSvg(stream);
  }

  private void paint(Canvas canvas) {
    canvas.text(title, MARGIN, 24, style(15, true, TextStyle.Anchor.START, INK));
    int bottom = TOP + rows.size() * ROW;
    chance.ifPresent(
        range -> canvas.box(x(range.low), TOP, x(range.high) - x(range.low), bottom - TOP, BAND));
    paintAxis(canvas, bottom);
    for (int r = 0; r < rows.size(); r++) {
      paintRow(canvas, rows.get(r), TOP + r * ROW + ROW / 2.0);
    }
  }

  private void paintAxis(Canvas canvas, int bottom) {
    for (var tick : Ticks.between(lowest(), highest(), 8)) {
      double x = x(tick.value());
      boolean level = Math.abs(tick.value() - LEVEL) < 1e-9;
      canvas.line(x, TOP, x, bottom, level ? 1.5 : 1, level ? QUIET : RULE);
      canvas.text(tick.label(), x, bottom + 14, style(12, false, TextStyle.Anchor.MIDDLE, INK));
    }
    String legend =
        "mean accuracy (square), 95% over other words (line), participants (ticks)"
            + (chance.isPresent() ? ", features without meaning (band)" : "");
    canvas.text(legend, MARGIN, bottom + 38, style(11, false, TextStyle.Anchor.START, QUIET));
  }

  private void paintRow(Canvas canvas, Row row, double y) {
    Color colour = row.baseline ? BASELINE : SPACE;
    String name =
        row.name.length() <= LONGEST_NAME
            ? row.name
            : row.name.substring(0, LONGEST_NAME - 1) + "…";
    canvas.text(
        name,
        MARGIN + NAMES - 12.0,
        y,
        style(13, false, TextStyle.Anchor.END, row.baseline ? QUIET : INK));
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
    double lowest = LEVEL;
    for (Row row : rows) {
      lowest = Math.min(lowest, row.mean);
      lowest = Math.min(lowest, row.interval.map(Range::low).orElse(LEVEL));
      lowest = Math.min(lowest, row.participants.stream().min(Double::compare).orElse(LEVEL));
    }
    return Math.floor(10 * lowest - 1e-9) / 10;
  }

  private double highest() {
    double highest = LEVEL;
    for (Row row : rows) {
      highest = Math.max(highest, row.mean);
      highest = Math.max(highest, row.interval.map(Range::high).orElse(LEVEL));
      highest = Math.max(highest, row.participants.stream().max(Double::compare).orElse(LEVEL));
    }
    return Math.ceil(10 * highest + 1e-9) / 10;
  }

  private static TextStyle style(int size, boolean bold, TextStyle.Anchor anchor, Color colour) {
    return new TextStyle(size, bold, anchor, colour);
  }

  private static Color faded(Color colour) {
    return new Color(
        (colour.getRed() + 255) / 2, (colour.getGreen() + 255) / 2, (colour.getBlue() + 255) / 2);
  }
}
