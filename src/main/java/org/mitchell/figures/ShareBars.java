package org.mitchell.figures;

import java.awt.Color;
import java.util.List;
import java.util.Optional;

/**
 * Shares of variance side by side: for every region a bar a share from 0, with a line for its
 * interval and a mark where it is significant.
 *
 * @param title above the picture
 * @param kinds what the shares are called, in the order of the bars
 * @param regions from top to bottom
 * @param legend what the marks mean and what was done, line by line
 * @param theme the page
 */
public record ShareBars(
    String title, List<String> kinds, List<Region> regions, List<String> legend, Theme theme) {
  private static final int NAMES = 210;
  private static final int PLOT = 470;
  private static final int MARGIN = 20;
  private static final int HEAD = 76;
  private static final int BAR = 9;
  private static final int GAP = 12;
  private static final int AXIS = 46;
  private static final int LEGEND_LINE = 16;
  private static final int STEPS = 6;

  /** One region with a bar for each kind of share. */
  public record Region(String name, List<Bar> bars) {
    public Region {
      bars = List.copyOf(bars);
    }
  }

  /**
   * One share.
   *
   * @param value not drawn where it is NaN
   * @param interval from where to where
   * @param marked whether it is significant
   */
  public record Bar(double value, Optional<Interval> interval, boolean marked) {}

  /** From a value to another. */
  public record Interval(double low, double high) {}

  public ShareBars {
    kinds = List.copyOf(kinds);
    regions = List.copyOf(regions);
    legend = List.copyOf(legend);
    int bars = kinds.size();
    if (regions.isEmpty() || regions.stream().anyMatch(region -> region.bars.size() != bars)) {
      throw new IllegalArgumentException("a bar for each kind of share in each region");
    }
  }

  /** Lays the picture out. */
  public Drawing drawing() {
    int height = bottom() + AXIS + legend.size() * LEGEND_LINE;
    return new Drawing(NAMES + PLOT + 3 * MARGIN, height, theme.page(), this::paint);
  }

  private int group() {
    return kinds.size() * BAR + GAP;
  }

  private int bottom() {
    return HEAD + regions.size() * group();
  }

  private void paint(Canvas canvas) {
    var heading = style(15, true, TextStyle.Anchor.START, theme.ink());
    canvas.text(heading.fitted(title, NAMES + PLOT + MARGIN), MARGIN, 24, heading);
    paintKey(canvas);
    paintAxis(canvas);
    for (int r = 0; r < regions.size(); r++) {
      paintRegion(canvas, regions.get(r), HEAD + r * group());
    }
    for (int line = 0; line < legend.size(); line++) {
      canvas.text(
          legend.get(line),
          MARGIN,
          bottom() + 38.0 + line * LEGEND_LINE,
          style(11, false, TextStyle.Anchor.START, theme.quiet()));
    }
  }

  private void paintKey(Canvas canvas) {
    var text = style(12, false, TextStyle.Anchor.START, theme.ink());
    double x = MARGIN;
    for (int k = 0; k < kinds.size(); k++) {
      canvas.box(x, 44, 12, 12, colour(k));
      canvas.text(kinds.get(k), x + 18, 50, text);
      x += 18 + text.width(kinds.get(k)) + 22;
    }
  }

  private void paintAxis(Canvas canvas) {
    for (Ticks.Tick tick : Ticks.between(lowest(), highest(), STEPS)) {
      boolean zero = Math.abs(tick.value()) < 1e-9;
      double x = x(tick.value());
      canvas.line(
          x, HEAD - 6.0, x, bottom(), zero ? 1.5 : 1, zero ? theme.quiet() : theme.tissue());
      canvas.text(
          tick.label(), x, bottom() + 14.0, style(12, false, TextStyle.Anchor.MIDDLE, theme.ink()));
    }
  }

  private void paintRegion(Canvas canvas, Region region, double top) {
    var names = style(12, false, TextStyle.Anchor.END, theme.ink());
    canvas.text(
        names.fitted(region.name, NAMES - 20.0),
        MARGIN + NAMES - 10.0,
        top + kinds.size() * BAR / 2.0,
        names);
    for (int k = 0; k < kinds.size(); k++) {
      Bar bar = region.bars.get(k);
      if (Double.isNaN(bar.value)) {
        continue;
      }
      double y = top + k * BAR;
      double from = Math.min(x(0), x(bar.value));
      canvas.box(from, y + 1, Math.abs(x(bar.value) - x(0)), BAR - 2.0, colour(k));
      double middle = y + BAR / 2.0;
      bar.interval.ifPresent(
          i -> canvas.line(x(i.low), middle, x(i.high), middle, 1.2, theme.ink()));
      if (bar.marked) {
        double end = Math.max(x(bar.value), bar.interval.map(i -> x(i.high)).orElse(0.0));
        canvas.text(
            "*", end + 6, middle + 2, style(14, true, TextStyle.Anchor.MIDDLE, theme.ink()));
      }
    }
  }

  /** All together and what is shared in greys, the spaces in colours. */
  private Color colour(int kind) {
    if (kind == 0) {
      return theme.quiet();
    }
    return kind == kinds.size() - 1 ? theme.outline() : Palette.on(theme).of(kind - 1);
  }

  private double x(double value) {
    return 2 * MARGIN + NAMES + PLOT * (value - lowest()) / (highest() - lowest());
  }

  private double lowest() {
    return Math.min(
        0,
        regions.stream()
            .flatMap(region -> region.bars.stream())
            .filter(bar -> !Double.isNaN(bar.value))
            .mapToDouble(bar -> bar.interval.map(Interval::low).orElse(bar.value))
            .min()
            .orElse(0));
  }

  private double highest() {
    double highest =
        regions.stream()
            .flatMap(region -> region.bars.stream())
            .filter(bar -> !Double.isNaN(bar.value))
            .mapToDouble(bar -> bar.interval.map(Interval::high).orElse(bar.value))
            .max()
            .orElse(0);
    return highest > lowest() ? Math.max(0, highest) : lowest() + 1;
  }

  private static TextStyle style(int size, boolean bold, TextStyle.Anchor anchor, Color colour) {
    return new TextStyle(size, bold, anchor, colour);
  }
}
