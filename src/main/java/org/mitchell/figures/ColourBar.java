package org.mitchell.figures;

import java.awt.Color;
import java.util.List;
import org.mitchell.figures.Ticks.Tick;

/**
 * Which colour stands for which value, upright: the colours from below, ticks at their right, then
 * the unit, read from below.
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
  private static final int LINE = 12;
  private static final int LONGEST_TICK = 180;
  private static final int LONGEST_UNIT = 320;
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
    return unitMiddle() + LINE / 2;
  }

  /** The least height at which the unit can be read. */
  public int leastHeight() {
    return (int) Math.ceil(unitStyle().width(unitText()));
  }

  /** The upper left corner of the colours is at (x, y). */
  public void paint(Canvas canvas, int x, int y, int height) {
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
    if (isShort()) {
      canvas.text(unitText(), x + unitMiddle(), y + height / 2.0, unitStyle());
    } else {
      canvas.textUpwards(unitText(), x + unitMiddle(), y + height / 2.0, unitStyle());
    }
  }

  /** A letter or two need not be read from below. */
  private boolean isShort() {
    return unitStyle().width(unitText()) <= LINE;
  }

  private String unitText() {
    return unitStyle().fitted(unit, LONGEST_UNIT);
  }

  private int unitMiddle() {
    double widest =
        ticks.stream().mapToDouble(tick -> tickStyle().width(tick.label())).max().orElse(0);
    int labels = (int) Math.ceil(Math.min(widest, LONGEST_TICK));
    return WIDTH + SPACE + labels + SPACE + LINE / 2;
  }

  private TextStyle tickStyle() {
    return new TextStyle(10, false, TextStyle.Anchor.START, theme.ink());
  }

  private TextStyle unitStyle() {
    return new TextStyle(11, false, TextStyle.Anchor.MIDDLE, theme.ink());
  }
}
