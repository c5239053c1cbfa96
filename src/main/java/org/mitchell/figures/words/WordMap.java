package org.mitchell.figures.words;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.figures.Canvas;
import org.mitchell.figures.Drawing;
import org.mitchell.figures.Palette;
import org.mitchell.figures.TextStyle;
import org.mitchell.figures.TextStyle.Anchor;
import org.mitchell.figures.Theme;
import org.mitchell.text.Counted;

/**
 * Words in a plane, each with its label, coloured by category; one mm is as long across as up.
 *
 * @param title above the picture
 * @param words each at its place
 * @param arrows from one word to another
 * @param note what a reader must know of the plane
 */
public record WordMap(
    String title, List<Word> words, List<Arrow> arrows, String note, Theme theme) {
  private static final int PLOT = 640;
  private static final int MARGIN = 18;
  private static final int TITLE = 30;
  private static final int INSET = 34;
  private static final int LEGEND_GAP = 20;
  private static final int LEGEND_LINE = 20;
  private static final int LONGEST_LEGEND = 150;
  private static final int NOTE_LINE = 16;
  private static final int MANY = 200;
  private static final double LETTERS = 11;
  private static final double ARROW_GAP = 2;
  private static final double HEAD = 7;
  private static final double HEAD_WIDTH = 0.4;
  private static final double STEP = 4;

  /** The rim of an open mark. */
  private static final double OPEN = 1.5;

  private static final String NO_CATEGORY = "no category";

  /**
   * A word.
   *
   * @param category empty where it has none
   */
  public record Word(String word, String category, double x, double y) {}

  /** An arrow between two of the words, by their places in the list from 0. */
  public record Arrow(int from, int to) {}

  public WordMap {
    words = List.copyOf(words);
    arrows = List.copyOf(arrows);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("a picture of no word");
    }
  }

  /** Lays the picture out. */
  public Drawing drawing() {
    var layout = new Layout();
    int height = MARGIN + TITLE + PLOT + 2 * NOTE_LINE + MARGIN;
    return new Drawing(layout.width, height, theme.page(), layout::paint);
  }

  /** Everything where it goes. */
  private final class Layout {
    private final Map<String, Integer> groups = new LinkedHashMap<>();
    private final int width;
    private final double left;
    private final double low;
    private final double scale;
    private final double radius = words.size() > MANY ? 2.5 : 3.5;

    Layout() {
      words.stream()
          .map(Word::category)
          .filter(category -> !category.isEmpty())
          .sorted()
          .forEach(category -> groups.putIfAbsent(category, groups.size()));
      int legend =
          groups.isEmpty()
              ? 0
              : LEGEND_GAP
                  + 14
                  + (int)
                      Math.ceil(
                          legendNames().stream()
                              .mapToDouble(name -> plain(Anchor.START).width(legendText(name)))
                              .max()
                              .orElse(0));
      width = 2 * MARGIN + PLOT + legend;
      double[] x = range(words.stream().mapToDouble(Word::x).toArray());
      double[] y = range(words.stream().mapToDouble(Word::y).toArray());
      double span = Math.max(x[1] - x[0], y[1] - y[0]);
      scale = span == 0 ? 1 : (PLOT - 2 * INSET) / span;
      left = (x[0] + x[1]) / 2;
      low = (y[0] + y[1]) / 2;
    }

    void paint(Canvas canvas) {
      canvas.text(heading().fitted(title, width - 2.0 * MARGIN), MARGIN, MARGIN + 8, heading());
      frame(canvas);
      int unlabelled = paintWords(canvas);
      paintLegend(canvas);
      double y = MARGIN + TITLE + PLOT + NOTE_LINE;
      canvas.text(quiet().fitted(note, width - 2.0 * MARGIN), MARGIN, y, quiet());
      if (unlabelled > 0) {
        canvas.text(
            "no room for the labels of %,d of %s"
                .formatted(unlabelled, Counted.of(words.size(), "word")),
            MARGIN,
            y + NOTE_LINE,
            quiet());
      }
    }

    private void frame(Canvas canvas) {
      double top = MARGIN + TITLE;
      double right = MARGIN + PLOT;
      double bottom = top + PLOT;
      Color rule = theme.tissue();
      canvas.line(MARGIN, top, right, top, 1, rule);
      canvas.line(MARGIN, bottom, right, bottom, 1, rule);
      canvas.line(MARGIN, top, MARGIN, bottom, 1, rule);
      canvas.line(right, top, right, bottom, 1, rule);
    }

    /** Returns how many words found no room for their label. */
    private int paintWords(Canvas canvas) {
      var places =
          new LabelPlaces(
              new Rectangle2D.Double(MARGIN + 2, MARGIN + TITLE + 2, PLOT - 4, PLOT - 4));
      for (Arrow arrow : arrows) {
        paintArrow(canvas, places, words.get(arrow.from), words.get(arrow.to));
      }
      for (Word word : words) {
        places.keepFree(x(word), y(word), radius);
        mark(canvas, word.category, x(word), y(word));
      }
      int unlabelled = 0;
      TextStyle style = label();
      for (Word word : words) {
        Optional<Rectangle2D> place =
            places.place(x(word), y(word), radius, style.width(word.word), LETTERS);
        if (place.isPresent()) {
          canvas.text(word.word, place.get().getX(), place.get().getCenterY(), style);
        }
        unlabelled += place.isPresent() ? 0 : 1;
      }
      return unlabelled;
    }

    /** From the rim of one mark to that of the other; labels go beside it where they can. */
    private void paintArrow(Canvas canvas, LabelPlaces places, Word from, Word to) {
      double dx = x(to) - x(from);
      double dy = y(to) - y(from);
      double length = Math.hypot(dx, dy);
      double gap = radius + ARROW_GAP;
      if (length < 2 * gap + HEAD) {
        return;
      }
      double ux = dx / length;
      double uy = dy / length;
      double x = x(to) - gap * ux;
      double y = y(to) - gap * uy;
      canvas.line(x(from) + gap * ux, y(from) + gap * uy, x, y, 1, theme.quiet());
      for (int side : new int[] {-1, 1}) {
        double backX = x - HEAD * (ux + side * HEAD_WIDTH * -uy);
        double backY = y - HEAD * (uy + side * HEAD_WIDTH * ux);
        canvas.line(x, y, backX, backY, 1, theme.quiet());
      }
      for (double at = gap; at < length - gap; at += STEP) {
        places.shun(x(from) + at * ux, y(from) + at * uy, 1);
      }
    }

    private void paintLegend(Canvas canvas) {
      double x = MARGIN + PLOT + LEGEND_GAP;
      double y = MARGIN + TITLE + 10;
      for (String name : legendNames()) {
        mark(canvas, name.equals(NO_CATEGORY) ? "" : name, x, y);
        canvas.text(legendText(name), x + 12, y, plain(Anchor.START));
        y += LEGEND_LINE;
      }
    }

    private List<String> legendNames() {
      if (groups.isEmpty()) {
        return List.of();
      }
      var names = new ArrayList<>(groups.keySet());
      if (words.stream().anyMatch(word -> word.category.isEmpty())) {
        names.add(NO_CATEGORY);
      }
      return names;
    }

    private String legendText(String name) {
      return plain(Anchor.START).fitted(name, LONGEST_LEGEND);
    }

    /** A circle; where the colours have been used once a square, then both once more, open. */
    private void mark(Canvas canvas, String category, double x, double y) {
      Integer group = groups.get(category);
      if (group == null) {
        canvas.dot(x, y, radius, theme.quiet());
        return;
      }
      int round = Palette.on(theme).round(group) % 4;
      shape(canvas, round % 2 == 1, x, y, radius, Palette.on(theme).of(group));
      if (round > 1) {
        shape(canvas, round % 2 == 1, x, y, radius - OPEN, theme.page());
      }
    }

    private void shape(
        Canvas canvas, boolean square, double x, double y, double size, Color colour) {
      if (square) {
        canvas.box(x - size, y - size, 2 * size, 2 * size, colour);
      } else {
        canvas.dot(x, y, size, colour);
      }
    }

    private double x(Word word) {
      return MARGIN + PLOT / 2.0 + scale * (word.x - left);
    }

    /** Up is larger, as in a mathematician's plane. */
    private double y(Word word) {
      return MARGIN + TITLE + PLOT / 2.0 - scale * (word.y - low);
    }
  }

  private static double[] range(double[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return new double[] {low, high};
  }

  private TextStyle heading() {
    return new TextStyle(14, true, Anchor.START, theme.ink());
  }

  private TextStyle label() {
    return new TextStyle(11, false, Anchor.START, theme.ink());
  }

  private TextStyle plain(Anchor anchor) {
    return new TextStyle(12, false, anchor, theme.ink());
  }

  private TextStyle quiet() {
    return new TextStyle(11, false, Anchor.START, theme.quiet());
  }
}
