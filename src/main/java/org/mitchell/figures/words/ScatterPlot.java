package org.mitchell.figures.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mitchell.figures.Canvas;
import org.mitchell.figures.ColourMap;
import org.mitchell.figures.Drawing;
import org.mitchell.figures.TextStyle;
import org.mitchell.figures.TextStyle.Anchor;
import org.mitchell.figures.Theme;
import org.mitchell.figures.Ticks;

/**
 * Two values a voxel against each other, a panel a word, all with the same axes.
 *
 * @param title above the picture
 * @param panels from left to right
 * @param across what the first values are
 * @param up what the second values are
 * @param notes below the picture, on as many lines as they need
 */
public record ScatterPlot(
    String title, List<Panel> panels, String across, String up, List<String> notes, Theme theme) {
  private static final int MARGIN = 18;
  private static final int TITLE = 28;
  private static final int AXIS = 58;
  private static final int PLOT = 300;
  private static final int CAPTION = 22;
  private static final int TICKS = 20;
  private static final int LINE = 18;
  private static final double RADIUS = 2;

  /** Dots in one square of so many pixels count as lying on each other. */
  private static final int CELL = 6;

  /** Lighter colours of the map are hardly seen on a white page. */
  private static final double LIGHTEST = 0.75;

  private static final double ROOM = 1.05;

  /**
   * One cloud of points.
   *
   * @param caption above it
   * @param x the first value of each voxel. Not copied
   * @param y the second
   */
  public record Panel(String caption, double[] x, double[] y) {
    public Panel {
      if (x.length != y.length) {
        throw new IllegalArgumentException(x.length + " values beside " + y.length);
      }
    }
  }

  public ScatterPlot {
    panels = List.copyOf(panels);
    notes = List.copyOf(notes);
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("a picture of no panel");
    }
  }

  /** Lays the picture out. */
  public Drawing drawing() {
    int width = 2 * MARGIN + panels.size() * (AXIS + PLOT);
    int foot = LINE * lines(width).size();
    int height = 2 * MARGIN + TITLE + CAPTION + PLOT + TICKS + LINE + foot;
    double farthestX = farthest(panels.stream().map(Panel::x).toList());
    double farthestY = farthest(panels.stream().map(Panel::y).toList());
    return new Drawing(
        width, height, theme.page(), canvas -> paint(canvas, width, farthestX, farthestY));
  }

  private void paint(Canvas canvas, int width, double farthestX, double farthestY) {
    TextStyle heading = new TextStyle(14, true, Anchor.START, theme.ink());
    canvas.text(heading.fitted(title, width - 2.0 * MARGIN), MARGIN, MARGIN + 8, heading);
    double top = MARGIN + TITLE + CAPTION;
    double bottom = top + PLOT;
    for (int p = 0; p < panels.size(); p++) {
      double left = MARGIN + AXIS + p * (double) (AXIS + PLOT);
      paintPanel(canvas, panels.get(p), left, top, farthestX, farthestY);
      if (p == 0) {
        canvas.textUpwards(up, MARGIN + 6, top + PLOT / 2.0, style(Anchor.MIDDLE, 12));
      }
      canvas.text(across, left + PLOT / 2.0, bottom + TICKS + LINE / 2.0, style(Anchor.MIDDLE, 12));
    }
    double y = bottom + TICKS + LINE + 14;
    for (String line : lines(width)) {
      canvas.text(line, MARGIN, y, style(Anchor.START, 11));
      y += LINE;
    }
  }

  /** The notes, and what the colours say, as many on a line as the picture is wide. */
  private List<String> lines(int width) {
    TextStyle style = style(Anchor.START, 11);
    double most = width - 2.0 * MARGIN;
    var all = new ArrayList<String>(notes);
    all.add((theme == Theme.DARK ? "lighter" : "darker") + " where several dots lie on each other");
    var lines = new ArrayList<String>();
    for (String note : all) {
      int last = lines.size() - 1;
      String longer = last < 0 ? note : lines.get(last) + " · " + note;
      if (last >= 0 && style.width(longer) <= most) {
        lines.set(last, longer);
      } else {
        lines.add(style.fitted(note, most));
      }
    }
    return lines;
  }

  private void paintPanel(
      Canvas canvas, Panel panel, double left, double top, double farthestX, double farthestY) {
    for (Ticks.Tick tick : Ticks.between(-farthestX, farthestX, 5)) {
      double x = left + PLOT * (tick.value() + farthestX) / (2 * farthestX);
      canvas.line(x, top, x, top + PLOT, 1, theme.tissue());
      canvas.text(tick.label(), x, top + PLOT + 10, style(Anchor.MIDDLE, 11));
    }
    for (Ticks.Tick tick : Ticks.between(-farthestY, farthestY, 5)) {
      double y = top + PLOT * (farthestY - tick.value()) / (2 * farthestY);
      canvas.line(left, y, left + PLOT, y, 1, theme.tissue());
      canvas.text(tick.label(), left - 6, y, style(Anchor.END, 11));
    }
    // Where both values are the same: from the corner that comes first to the one that comes last.
    double same = Math.min(farthestX, farthestY);
    canvas.line(
        left + PLOT * (farthestX - same) / (2 * farthestX),
        top + PLOT * (farthestY + same) / (2 * farthestY),
        left + PLOT * (farthestX + same) / (2 * farthestX),
        top + PLOT * (farthestY - same) / (2 * farthestY),
        1,
        theme.outline());
    paintDots(canvas, panel, left, top, farthestX, farthestY);
    TextStyle caption = new TextStyle(12, true, Anchor.MIDDLE, theme.ink());
    canvas.text(
        caption.fitted(panel.caption, PLOT), left + PLOT / 2.0, top - CAPTION / 2.0, caption);
  }

  /** Dots that lie on each other are darker, on a dark page lighter, the more they are. */
  private void paintDots(
      Canvas canvas, Panel panel, double left, double top, double farthestX, double farthestY) {
    int cells = PLOT / CELL + 1;
    var counts = new int[cells * cells];
    var cell = new int[panel.x.length];
    int most = 1;
    for (int v = 0; v < cell.length; v++) {
      int column = (int) (PLOT * (panel.x[v] + farthestX) / (2 * farthestX)) / CELL;
      int row = (int) (PLOT * (farthestY - panel.y[v]) / (2 * farthestY)) / CELL;
      cell[v] = row * cells + column;
      most = Math.max(most, ++counts[cell[v]]);
    }
    for (int v = 0; v < cell.length; v++) {
      double density = most == 1 ? 1 : Math.log(counts[cell[v]]) / Math.log(most);
      double place =
          theme == Theme.DARK ? LIGHTEST * density + 0.3 * (1 - density) : LIGHTEST * (1 - density);
      canvas.dot(
          left + PLOT * (panel.x[v] + farthestX) / (2 * farthestX),
          top + PLOT * (farthestY - panel.y[v]) / (2 * farthestY),
          RADIUS,
          ColourMap.VIRIDIS.at(place));
    }
  }

  private TextStyle style(Anchor anchor, int size) {
    return new TextStyle(size, false, anchor, theme.quiet());
  }

  /** The largest absolute value, with a little room; 1 where all are 0. */
  private static double farthest(List<double[]> values) {
    var all = new ArrayList<Double>();
    values.forEach(some -> Arrays.stream(some).map(Math::abs).forEach(all::add));
    double farthest = all.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    return farthest > 0 ? ROOM * farthest : 1;
  }
}
