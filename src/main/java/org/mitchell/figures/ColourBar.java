package org.mitchell.figures;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.mitchell.figures.Ticks.Tick;

/**
 * Which colour stands for which value, upright: the unit on top, the colours below it, the largest
 * value uppermost, ticks at their right.
 *
 * @param scale what is shown
 * @param ticks values and what is written beside them
 * @param unit what the values are
 * @param hidden values that are not shown in the picture have the colour of the brain without them
 * @param theme the page
 */
public record ColourBar(
    ColourScale scale, List<Tick> ticks, String unit, Hidden hidden, Theme theme) {
  private static final int WIDTH = 14;
  private static final int SPACE = 6;
  private static final int LONGEST_TICK = 180;
  private static final int LONGEST_UNIT = 110;
  private static final int MOST_UNIT_LINES = 3;
  private static final int UNIT_LINE = 15;
  private static final int LEAST_COLOURS = 60;
  private static final Color FRAME = new Color(0x66, 0x66, 0x66);

  /** Which values are not shown. */
  @FunctionalInterface
  public interface Hidden {
    /** All values are shown. */
    Hidden NONE = value -> false;

    boolean test(double value);
  }

  public ColourBar {
    ticks = List.copyOf(ticks);
  }

  /** The bar and all that stands beside it, in pixels. */
  public int width() {
    double widest =
        ticks.stream().mapToDouble(tick -> tickStyle().width(tick.label())).max().orElse(0);
    int labels = (int) Math.ceil(Math.min(widest, LONGEST_TICK));
    double longest = unitLines().stream().mapToDouble(unitStyle()::width).max().orElse(0);
    return Math.max(WIDTH + SPACE + labels, (int) Math.ceil(longest));
  }

  /** The least height at which colours can be told from each other. */
  public int leastHeight() {
    return unitHeight() + LEAST_COLOURS;
  }

  /** The upper left corner of the unit is at (x, y). */
  public void paint(Canvas canvas, int x, int y, int height) {
    List<String> lines = unitLines();
    for (int line = 0; line < lines.size(); line++) {
      canvas.text(lines.get(line), x, y + (line + 0.5) * UNIT_LINE - SPACE / 2.0, unitStyle());
    }
    paintColours(canvas, x, y + unitHeight(), height - unitHeight());
  }

  private void paintColours(Canvas canvas, int x, int y, int height) {
    for (int i = 0; i < height; i++) {
      double place = (i + 0.5) / height;
      double value = scale.low() + place * (scale.high() - scale.low());
      Color colour = hidden.test(value) ? theme.tissue() : scale.map().at(place);
      canvas.box(x, y + height - 1 - i, WIDTH, 1, colour);
    }
    double right = x + WIDTH;
    for (Tick tick : ticks) {
      double middle = y + height * (1 - scale.place(tick.value()));
      canvas.line(right, middle, right + SPACE / 2.0, middle, 1, FRAME);
      canvas.text(tick.label(), right + SPACE, middle, tickStyle());
    }
  }

  private int unitHeight() {
    return unitLines().size() * UNIT_LINE + SPACE / 2;
  }

  /** Broken between words. */
  private List<String> unitLines() {
    var lines = new ArrayList<String>();
    String line = "";
    for (String word : unit.strip().split("\\s+")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      boolean last = lines.size() == MOST_UNIT_LINES - 1;
      if (line.isEmpty() || last || unitStyle().width(longer) <= LONGEST_UNIT) {
        line = longer;
      } else {
        lines.add(unitStyle().fitted(line, LONGEST_UNIT));
        line = word;
      }
    }
    lines.add(unitStyle().fitted(line, LONGEST_UNIT));
    return lines;
  }

  private TextStyle tickStyle() {
    return new TextStyle(10, false, TextStyle.Anchor.START, theme.ink());
  }

  private TextStyle unitStyle() {
    return new TextStyle(11, false, TextStyle.Anchor.START, theme.ink());
  }
}
