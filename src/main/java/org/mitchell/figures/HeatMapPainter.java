package org.mitchell.figures;

import java.awt.Color;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mitchell.features.FeatureSpace;

/** Paints a heat map on a canvas. */
final class HeatMapPainter {
  private static final int BRACKET = 4;
  private static final Color RULE = new Color(0xbb, 0xbb, 0xbb);

  private final HeatMap map;
  private final HeatMapLayout layout;

  HeatMapPainter(HeatMap map, HeatMapLayout layout) {
    this.map = map;
    this.layout = layout;
  }

  void paint(Canvas canvas) {
    canvas.text(
        layout.title(map.title()),
        HeatMapLayout.MARGIN,
        HeatMapLayout.MARGIN + HeatMapLayout.LINE / 2.0,
        layout.titleStyle());
    if (layout.isLabelled()) {
      paintFeatures(canvas);
    }
    paintGroups(canvas);
    layout.bar().paint(canvas, layout.barLeft(), layout.top(), layout.barHeight());
  }

  private void paintFeatures(Canvas canvas) {
    List<String> features = map.space().features();
    var lines = new Lines();
    for (int f = 0; f < features.size(); f++) {
      double middle = layout.x(f) + layout.columnWidth() / 2.0;
      if (lines.take(middle)) {
        double y = layout.top() - HeatMapLayout.SPACE;
        String feature = layout.feature(features.get(f));
        canvas.textUpwards(feature, middle, y, layout.featureStyle());
      }
    }
  }

  private void paintGroups(Canvas canvas) {
    Map<String, Integer> rowByWord = rowByWord(map.space());
    List<WordGroups.Group> groups = layout.groups().groups();
    var words = new Lines();
    var categories = new Lines();
    int row = 0;
    for (int g = 0; g < groups.size(); g++) {
      double first = layout.y(g, row);
      for (String word : groups.get(g).words()) {
        paintCells(canvas, rowByWord.get(word), layout.y(g, row));
        paintWord(canvas, word, layout.y(g, row) + layout.rowHeight() / 2.0, words);
        row++;
      }
      if (g > 0) {
        double y = first - layout.halfGap();
        canvas.line(
            layout.ruleLeft(),
            y,
            layout.right(),
            y,
            1,
            map.theme() == Theme.LIGHT ? RULE : map.theme().outline());
      }
      double last = layout.y(g, row);
      paintCategory(canvas, groups.get(g).category(), (first + last) / 2, categories);
      if (!groups.get(g).category().isEmpty()) {
        paintBracket(canvas, first + 1, last - 1);
      }
    }
  }

  /** Open to the words of a category. */
  private void paintBracket(Canvas canvas, double first, double last) {
    double x = layout.bracket();
    Color colour = map.theme().outline();
    canvas.line(x, first, x, last, 1, colour);
    canvas.line(x, first, x + BRACKET, first, 1, colour);
    canvas.line(x, last, x + BRACKET, last, 1, colour);
  }

  private void paintWord(Canvas canvas, String word, double middle, Lines lines) {
    if (layout.isLabelled() && lines.take(middle)) {
      double x = layout.x(0) - HeatMapLayout.SPACE;
      canvas.text(layout.word(word), x, middle, layout.wordStyle());
    }
  }

  private void paintCategory(Canvas canvas, String category, double middle, Lines lines) {
    if (!category.isEmpty() && lines.take(middle)) {
      String text = layout.category(category);
      canvas.text(text, HeatMapLayout.MARGIN, middle, layout.categoryStyle());
    }
  }

  /** Keeps lines of text from touching: what comes too near to the one before is left out. */
  private static final class Lines {
    private double free;

    /** Whether there is room for a line with its middle here, which then is taken. */
    boolean take(double middle) {
      boolean room = middle >= free;
      free = room ? middle + HeatMapLayout.LINE : free;
      return room;
    }
  }

  private void paintCells(Canvas canvas, int word, int y) {
    for (int f = 0; f < map.space().features().size(); f++) {
      double value = map.space().value(word, f);
      Color colour = Double.isNaN(value) ? map.theme().tissue() : map.scale().colour(value);
      canvas.box(layout.x(f), y, layout.columnWidth(), layout.rowHeight(), colour);
    }
  }

  private static Map<String, Integer> rowByWord(FeatureSpace space) {
    var rows = new HashMap<String, Integer>();
    for (int w = 0; w < space.words().size(); w++) {
      rows.put(space.words().get(w), w);
    }
    return rows;
  }
}
