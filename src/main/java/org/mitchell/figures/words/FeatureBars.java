package org.mitchell.figures.words;

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
 */
public record FeatureBars(String title, List<String> names, double[] values, Theme theme) {
  /** More bars could not be told apart. */
  private static final int MOST = 40;

  private static final int WIDTH = 900;
  private static final int MARGIN = 18;
  private static final int TITLE = 26;
  private static final int AXIS = 44;
  private static final int PLOT = 130;
  private static final int LONGEST_NAME = 110;
  private static final int NOTE = 20;

  public FeatureBars {
    names = List.copyOf(names);
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
            x + 0.15 * step, from, 0.7 * step, Math.abs(y(value) - y(0)), Palette.on(theme).of(0));
        canvas.textUpwards(name(shown[i]), x + step / 2, top() + PLOT + 8, small(Anchor.END));
      }
      if (note() > 0) {
        canvas.text(
            "the %d largest of %s".formatted(shown.length, Counted.of(values.length, "feature")),
            MARGIN,
            height() - MARGIN - 4.0,
            small(Anchor.START));
      }
    }

    private double top() {
      return MARGIN + TITLE;
    }

    private int note() {
      return shown.length < values.length ? NOTE : 0;
    }

    private double y(double value) {
      return top() + PLOT * (high - value) / (high - low);
    }

    private String name(int feature) {
      return small(Anchor.END).fitted(names.get(feature), LONGEST_NAME);
    }
  }

  private TextStyle small(Anchor anchor) {
    return new TextStyle(11, false, anchor, theme.quiet());
  }
}
