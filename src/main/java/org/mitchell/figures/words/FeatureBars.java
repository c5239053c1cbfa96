package org.mitchell.figures.words;

import java.awt.Color;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.mitchell.figures.Canvas;
import org.mitchell.figures.Drawing;
import org.mitchell.figures.Palette;
import org.mitchell.figures.TextStyle;
import org.mitchell.figures.TextStyle.Anchor;
import org.mitchell.figures.Theme;
import org.mitchell.figures.Ticks;
import org.mitchell.text.Counted;

/**
 * The features of one word as bars, in the order of the table; of many, the largest.
 *
 * @param title above the picture
 * @param names one a feature
 * @param values one a feature, as the model has them. Not copied
 * @param spaces the feature spaces that stand side by side, whose names stand above their bars;
 *     none where there is one
 */
public record FeatureBars(
    String title, List<String> names, double[] values, List<Space> spaces, Theme theme) {
  /** More bars could not be told apart. */
  private static final int MOST = 40;

  private static final int WIDTH = 900;
  private static final int MARGIN = 18;
  private static final int TITLE = 26;
  private static final int AXIS = 44;
  private static final int PLOT = 130;
  private static final int LONGEST_NAME = 110;
  private static final int NOTE = 20;
  private static final int SPACES = 26;

  /**
   * One of several feature spaces.
   *
   * @param name that the names of its features begin with
   * @param features how many it has
   */
  public record Space(String name, int features) {}

  public FeatureBars {
    names = List.copyOf(names);
    spaces = List.copyOf(spaces);
    if (names.isEmpty() || names.size() != values.length) {
      throw new IllegalArgumentException(names.size() + " names for " + values.length + " values");
    }
  }

  /** Lays the picture out. */
  public Drawing drawing() {
    var layout = new Layout();
    return new Drawing(WIDTH, layout.height(), theme.page(), layout::paint);
  }

  /** Everything where it goes. */
  private final class Layout {
    private final int[] shown;
    private final double low;
    private final double high;
    private final double namesHeight;

    Layout() {
      shown =
          IntStream.range(0, values.length)
              .boxed()
              .sorted(Comparator.comparingDouble((Integer f) -> -Math.abs(values[f])))
              .limit(MOST)
              .sorted()
              .mapToInt(Integer::intValue)
              .toArray();
      low = Math.min(0, IntStream.of(shown).mapToDouble(f -> values[f]).min().orElse(0));
      double highest = Math.max(0, IntStream.of(shown).mapToDouble(f -> values[f]).max().orElse(0));
      high = highest > low ? highest : low + 1;
      namesHeight =
          IntStream.of(shown).mapToDouble(f -> small(Anchor.END).width(name(f))).max().orElse(0);
    }

    int height() {
      return (int) Math.ceil(top() + PLOT + 8 + namesHeight + note() + MARGIN);
    }

    void paint(Canvas canvas) {
      TextStyle heading = new TextStyle(14, true, Anchor.START, theme.ink());
      canvas.text(heading.fitted(title, WIDTH - 2.0 * MARGIN), MARGIN, MARGIN + 8, heading);
      for (Ticks.Tick tick : Ticks.between(low, high, 5)) {
        double y = y(tick.value());
        canvas.line(MARGIN + AXIS, y, WIDTH - MARGIN, y, 1, theme.tissue());
        canvas.text(tick.label(), MARGIN + AXIS - 6, y, small(Anchor.END));
      }
      double step = (double) (WIDTH - 2 * MARGIN - AXIS) / shown.length;
      for (int i = 0; i < shown.length; i++) {
        double value = values[shown[i]];
        double x = MARGIN + AXIS + i * step;
        double from = Math.min(y(0), y(value));
        canvas.box(
            x + 0.15 * step, from, 0.7 * step, Math.abs(y(value) - y(0)), colour(space(shown[i])));
        canvas.textUpwards(name(shown[i]), x + step / 2, top() + PLOT + 8, small(Anchor.END));
      }
      paintSpaces(canvas, step);
      if (note() > 0) {
        canvas.text(
            "the %d largest of %s".formatted(shown.length, Counted.of(values.length, "feature")),
            MARGIN,
            height() - MARGIN - 4.0,
            small(Anchor.START));
      }
    }

    /** A bracket over the bars of each space, with its name; bars of two have a line between. */
    private void paintSpaces(Canvas canvas, double step) {
      int first = 0;
      int bar = 0;
      for (int s = 0; s < spaces.size(); s++) {
        int behind = first + spaces.get(s).features();
        int from = bar;
        while (bar < shown.length && shown[bar] < behind) {
          bar++;
        }
        if (bar > from) {
          paintSpace(canvas, s, MARGIN + AXIS + from * step, MARGIN + AXIS + bar * step);
        }
        first = behind;
      }
    }

    private void paintSpace(Canvas canvas, int space, double left, double right) {
      double y = top() - 8;
      var style = new TextStyle(12, true, Anchor.MIDDLE, theme.ink());
      double from = left + 2;
      double to = right - 2;
      canvas.line(from, y, to, y, 1.5, colour(space));
      canvas.line(from, y, from, y + 5, 1.5, colour(space));
      canvas.line(to, y, to, y + 5, 1.5, colour(space));
      String name = style.fitted(spaces.get(space).name(), Math.max(to - from, MARGIN + AXIS));
      double half = style.width(name) / 2;
      double middle = Math.max((from + to) / 2, MARGIN + half);
      canvas.text(name, Math.min(middle, WIDTH - MARGIN - half), y - 9, style);
    }

    private Color colour(int space) {
      return Palette.on(theme).of(space);
    }

    /** Which space a feature is of. */
    private int space(int feature) {
      int behind = 0;
      for (int s = 0; s < spaces.size(); s++) {
        behind += spaces.get(s).features();
        if (feature < behind) {
          return s;
        }
      }
      return 0;
    }

    private double top() {
      return MARGIN + TITLE + (spaces.isEmpty() ? 0 : SPACES);
    }

    private int note() {
      return shown.length < values.length ? NOTE : 0;
    }

    private double y(double value) {
      return top() + PLOT * (high - value) / (high - low);
    }

    private String name(int feature) {
      String name = names.get(feature);
      String prefix = spaces.isEmpty() ? "" : spaces.get(space(feature)).name() + ".";
      return small(Anchor.END)
          .fitted(name.startsWith(prefix) ? name.substring(prefix.length()) : name, LONGEST_NAME);
    }
  }

  private TextStyle small(Anchor anchor) {
    return new TextStyle(11, false, anchor, theme.quiet());
  }
}
