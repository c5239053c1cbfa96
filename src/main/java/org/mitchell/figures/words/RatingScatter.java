package org.mitchell.figures.words;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.mitchell.figures.Canvas;
import org.mitchell.figures.Drawing;
import org.mitchell.figures.Palette;
import org.mitchell.figures.TextStyle;
import org.mitchell.figures.TextStyle.Anchor;
import org.mitchell.figures.Theme;
import org.mitchell.figures.Ticks;

/**
 * What people said of words against what was predicted, a dot a word, on one scale; the words at
 * the ends are named, and those that are farthest from where they were predicted. Of many words the
 * places where more of them lie are darker.
 *
 * @param title above the picture
 * @param words the words' names
 * @param predicted across, one a word. Not copied
 * @param observed upwards, one a word. Not copied
 * @param across what the first values are
 * @param up what the second values are
 * @param note below the picture
 */
public record RatingScatter(
    String title,
    List<String> words,
    double[] predicted,
    double[] observed,
    String across,
    String up,
    String note,
    Theme theme) {
  private static final int MARGIN = 18;
  private static final int TITLE = 30;
  private static final int AXIS = 52;
  private static final int PLOT = 480;
  private static final int TICKS = 20;
  private static final int LINE = 18;
  private static final double RADIUS = 2;
  private static final double NAMED_RADIUS = 2.6;
  private static final double ROOM = 0.04;
  private static final int LETTERS = 11;

  /** Where the plot begins. */
  private static final double LEFT = MARGIN + AXIS;

  private static final double TOP = MARGIN + TITLE;

  /** So many words at either end, and on either side, are named where there is room. */
  private static final int NAMED = 8;

  /** Of more words a dot each would hide how many lie in a place. */
  private static final int MOST_DOTS = 2_000;

  /** Pixels a place, where words are counted by places. */
  private static final int PLACE = 3;

  public RatingScatter {
    words = List.copyOf(words);
    if (words.isEmpty() || predicted.length != words.size() || observed.length != words.size()) {
      throw new IllegalArgumentException(
          "%d words, %d and %d values".formatted(words.size(), predicted.length, observed.length));
    }
  }

  /** Lays the picture out. */
  public Drawing drawing() {
    int width = 2 * MARGIN + AXIS + PLOT;
    int height = 2 * MARGIN + TITLE + PLOT + TICKS + 2 * LINE;
    return new Drawing(width, height, theme.page(), canvas -> new Painting(canvas).paint());
  }

  /** The words that are named, the more important first. */
  private List<Integer> named() {
    Set<Integer> named = new LinkedHashSet<>();
    var byValue = Comparator.comparingDouble((Integer w) -> predicted[w]);
    var byError = Comparator.comparingDouble((Integer w) -> observed[w] - predicted[w]);
    List<List<Integer>> orders =
        List.of(
            first(byValue), first(byValue.reversed()), first(byError), first(byError.reversed()));
    for (int i = 0; i < NAMED; i++) {
      for (List<Integer> order : orders) {
        if (i < order.size()) {
          named.add(order.get(i));
        }
      }
    }
    return List.copyOf(named);
  }

  /** The words that come first in an order; of equal ones the lower number. */
  private List<Integer> first(Comparator<Integer> by) {
    Comparator<Integer> order = by.thenComparing(Comparator.naturalOrder());
    var first = new PriorityQueue<>(order.reversed()); // its head is the last of them
    for (int w = 0; w < words.size(); w++) {
      if (first.size() < NAMED) {
        first.add(w);
      } else if (order.compare(w, first.element()) < 0) {
        first.remove();
        first.add(w);
      }
    }
    return first.stream().sorted(order).toList();
  }

  /** One painting on a canvas. */
  private final class Painting {
    private final Canvas canvas;
    private final AxisRange range;

    Painting(Canvas canvas) {
      this.canvas = canvas;
      double smallest =
          DoubleStream.concat(DoubleStream.of(predicted), DoubleStream.of(observed))
              .min()
              .orElseThrow();
      double largest =
          DoubleStream.concat(DoubleStream.of(predicted), DoubleStream.of(observed))
              .max()
              .orElseThrow();
      this.range = AxisRange.around(smallest, largest, ROOM);
    }

    void paint() {
      TextStyle heading = new TextStyle(14, true, Anchor.START, theme.ink());
      canvas.text(heading.fitted(title, PLOT + AXIS), MARGIN, MARGIN + 8, heading);
      paintAxes();
      if (words.size() > MOST_DOTS) {
        paintPlaces();
      } else {
        for (int w = 0; w < words.size(); w++) {
          canvas.dot(x(w), y(w), RADIUS, Palette.on(theme).of(0));
        }
      }
      paintNames();
      double bottom = TOP + PLOT;
      canvas.textUpwards(up, MARGIN + 6, TOP + PLOT / 2.0, style(Anchor.MIDDLE, 12));
      canvas.text(across, LEFT + PLOT / 2.0, bottom + TICKS + LINE / 2.0, style(Anchor.MIDDLE, 12));
      TextStyle quiet = style(Anchor.START, LETTERS);
      canvas.text(quiet.fitted(note, PLOT + AXIS), MARGIN, bottom + TICKS + LINE + 14, quiet);
    }

    private void paintAxes() {
      double bottom = TOP + PLOT;
      for (Ticks.Tick tick : Ticks.between(range.low(), range.high(), 8)) {
        double along = PLOT * (tick.value() - range.low()) / (range.high() - range.low());
        canvas.line(LEFT + along, TOP, LEFT + along, bottom, 1, theme.tissue());
        canvas.line(LEFT, bottom - along, LEFT + PLOT, bottom - along, 1, theme.tissue());
        canvas.text(tick.label(), LEFT + along, bottom + 10, style(Anchor.MIDDLE, LETTERS));
        canvas.text(tick.label(), LEFT - 6, bottom - along, style(Anchor.END, LETTERS));
      }
      canvas.line(LEFT, bottom, LEFT + PLOT, TOP, 1, theme.outline());
    }

    /** Words counted in small squares; transparent where there are none. */
    private void paintPlaces() {
      int places = PLOT / PLACE;
      var counts = new int[places][places];
      int most = 0;
      for (int w = 0; w < words.size(); w++) {
        int column = (int) ((x(w) - LEFT) / PLACE);
        int row = (int) ((y(w) - TOP) / PLACE);
        most = Math.max(most, ++counts[row][column]);
      }
      var image = new BufferedImage(places, places, BufferedImage.TYPE_INT_ARGB);
      for (int row = 0; row < places; row++) {
        for (int column = 0; column < places; column++) {
          if (counts[row][column] > 0) {
            double share = Math.log1p(counts[row][column]) / Math.log1p(most);
            image.setRGB(column, row, shade(0.25 + 0.75 * share).getRGB());
          }
        }
      }
      canvas.raster(image, LEFT, TOP, PLOT, PLOT);
    }

    private Color shade(double share) {
      Color page = theme.page();
      Color full = Palette.on(theme).of(0);
      return new Color(
          mixed(page.getRed(), full.getRed(), share),
          mixed(page.getGreen(), full.getGreen(), share),
          mixed(page.getBlue(), full.getBlue(), share));
    }

    private static int mixed(int from, int to, double share) {
      return (int) Math.round(from + share * (to - from));
    }

    private void paintNames() {
      List<Integer> named = named();
      var places = new LabelPlaces(new Rectangle2D.Double(LEFT, TOP, PLOT, PLOT));
      for (int w : named) {
        places.keepFree(x(w), y(w), NAMED_RADIUS);
      }
      for (int w = 0; w < words.size(); w++) {
        places.shun(x(w), y(w), RADIUS);
      }
      for (int w : named) {
        canvas.dot(x(w), y(w), NAMED_RADIUS, Palette.on(theme).of(1));
      }
      TextStyle letters = new TextStyle(LETTERS, false, Anchor.MIDDLE, theme.ink());
      for (int w : named) {
        String name = letters.fitted(words.get(w), PLOT / 3.0);
        Optional<Rectangle2D> place =
            places.place(x(w), y(w), NAMED_RADIUS, letters.width(name), LETTERS);
        place.ifPresent(box -> canvas.text(name, box.getCenterX(), box.getCenterY(), letters));
      }
    }

    private double x(int word) {
      return LEFT + PLOT * (predicted[word] - range.low()) / (range.high() - range.low());
    }

    private double y(int word) {
      return TOP + PLOT * (range.high() - observed[word]) / (range.high() - range.low());
    }

    private TextStyle style(Anchor anchor, int size) {
      return new TextStyle(size, false, anchor, theme.quiet());
    }
  }
}
