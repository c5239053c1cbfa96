package org.mitchell.figures.words;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.mitchell.figures.Canvas;
import org.mitchell.figures.Drawing;
import org.mitchell.figures.Palette;
import org.mitchell.figures.TextStyle;
import org.mitchell.figures.TextStyle.Anchor;
import org.mitchell.figures.Theme;
import org.mitchell.figures.Ticks;

/**
 * How well values are predicted by models of more and more words: a line a measure, words on a
 * logarithmic scale, so that as many times more words lie as far apart.
 *
 * @param title above the picture
 * @param trained how many words each model was trained on, ascending, two or more. Not copied
 * @param lines one a measure
 * @param levels what is to be compared with, from side to side
 * @param note below the picture
 */
public record LearningCurve(
    String title,
    double[] trained,
    List<Line> lines,
    List<Level> levels,
    String note,
    Theme theme) {
  private static final int MARGIN = 18;
  private static final int TITLE = 30;
  private static final int AXIS = 46;
  private static final int KEY = 64;
  private static final int WIDTH = 480;
  private static final int HEIGHT = 300;
  private static final int TICKS = 20;
  private static final int LINE = 18;
  private static final double RADIUS = 3;
  private static final double ROOM = 0.05;
  private static final int LETTERS = 11;

  /** Where the plot begins. */
  private static final double LEFT = MARGIN + AXIS;

  private static final double TOP = MARGIN + TITLE;

  /**
   * A measure.
   *
   * @param values one a model; NaN where it is undefined. Not copied
   */
  public record Line(String name, double[] values) {}

  /** A value that no words are needed for. */
  public record Level(String name, double value) {}

  public LearningCurve {
    lines = List.copyOf(lines);
    levels = levels.stream().filter(level -> Double.isFinite(level.value)).toList();
    int models = trained.length;
    if (models < 2 || lines.stream().anyMatch(line -> line.values.length != models)) {
      throw new IllegalArgumentException("two models or more, and a value a model");
    }
  }

  /** Lays the picture out. */
  public Drawing drawing() {
    int width = 2 * MARGIN + AXIS + WIDTH + KEY;
    int height = 2 * MARGIN + TITLE + HEIGHT + TICKS + 2 * LINE;
    return new Drawing(width, height, theme.page(), canvas -> new Painting(canvas).paint());
  }

  /** One painting on a canvas. */
  private final class Painting {
    private final Canvas canvas;
    private final AxisRange range;

    Painting(Canvas canvas) {
      this.canvas = canvas;
      double[] all =
          DoubleStream.concat(
                  lines.stream().flatMapToDouble(line -> Arrays.stream(line.values)),
                  levels.stream().mapToDouble(Level::value))
              .filter(Double::isFinite)
              .toArray();
      double least = Arrays.stream(all).min().orElse(0);
      double most = Arrays.stream(all).max().orElse(1);
      this.range = AxisRange.around(least, most, ROOM);
    }

    void paint() {
      var heading = new TextStyle(14, true, Anchor.START, theme.ink());
      canvas.text(heading.fitted(title, WIDTH + AXIS + KEY), MARGIN, MARGIN + 8, heading);
      paintAxes();
      for (int number = 0; number < levels.size(); number++) {
        double y = y(levels.get(number).value);
        double x = LEFT + 4 + number * (double) WIDTH / levels.size(); // levels may lie close
        canvas.line(LEFT, y, LEFT + WIDTH, y, 1, theme.outline());
        canvas.text(levels.get(number).name, x, y - LETTERS / 2.0 - 2, quiet(Anchor.START));
      }
      for (int number = 0; number < lines.size(); number++) {
        paintLine(lines.get(number), Palette.on(theme).of(number));
      }
      TextStyle quiet = quiet(Anchor.START);
      double bottom = TOP + HEIGHT;
      canvas.text("words trained on", LEFT + WIDTH / 2.0, bottom + TICKS + 8, quiet(Anchor.MIDDLE));
      canvas.text(
          quiet.fitted(note, WIDTH + AXIS + KEY), MARGIN, bottom + TICKS + LINE + 12, quiet);
    }

    private void paintAxes() {
      double bottom = TOP + HEIGHT;
      for (Ticks.Tick tick : Ticks.between(range.low(), range.high(), 6)) {
        canvas.line(LEFT, y(tick.value()), LEFT + WIDTH, y(tick.value()), 1, theme.tissue());
        canvas.text(tick.label(), LEFT - 6, y(tick.value()), quiet(Anchor.END));
      }
      for (double words : trained) {
        canvas.line(x(words), TOP, x(words), bottom, 1, theme.tissue());
        String label = String.format(Locale.ROOT, "%,.0f", words);
        canvas.text(label, x(words), bottom + 10, quiet(Anchor.MIDDLE));
      }
    }

    private void paintLine(Line line, Color colour) {
      int last = -1;
      for (int model = 0; model < trained.length; model++) {
        if (!Double.isFinite(line.values[model])) {
          continue;
        }
        double x = x(trained[model]);
        double y = y(line.values[model]);
        if (last >= 0) {
          canvas.line(x(trained[last]), y(line.values[last]), x, y, 2, colour);
        }
        canvas.dot(x, y, RADIUS, colour);
        last = model;
      }
      if (last >= 0) {
        var style = new TextStyle(LETTERS, true, Anchor.START, colour);
        canvas.text(line.name, x(trained[last]) + 2 * RADIUS + 4, y(line.values[last]), style);
      }
    }

    private double x(double words) {
      double first = Math.log(trained[0]);
      return LEFT
          + WIDTH * (Math.log(words) - first) / (Math.log(trained[trained.length - 1]) - first);
    }

    private double y(double value) {
      return TOP + HEIGHT * (range.high() - value) / (range.high() - range.low());
    }

    private TextStyle quiet(Anchor anchor) {
      return new TextStyle(LETTERS, false, anchor, theme.quiet());
    }
  }
}
