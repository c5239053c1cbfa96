package org.mitchell.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.features.FeatureSpace;

/** No label is cut off, covers another one or lies on a cell, whatever the table. */
class HeatMapLabelsTest {
  private record Drawn(String what, Rectangle2D area) {}

  private static final class Recorder implements Canvas {
    private final List<Drawn> texts = new ArrayList<>();
    private final List<Drawn> boxes = new ArrayList<>();

    @Override
    public void box(double x, double y, double width, double height, Color colour) {
      boxes.add(new Drawn("a cell", new Rectangle2D.Double(x, y, width, height)));
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, double thickness, Color colour) {
      // Lines keep to the gaps between cells.
    }

    @Override
    public void text(String text, double x, double y, TextStyle style) {
      double height = letters(style);
      texts.add(
          new Drawn(
              text,
              new Rectangle2D.Double(
                  x - before(text, style), y - height / 2, style.width(text), height)));
    }

    @Override
    public void textUpwards(String text, double x, double y, TextStyle style) {
      double height = letters(style);
      double start = y + before(text, style);
      texts.add(
          new Drawn(
              text,
              new Rectangle2D.Double(
                  x - height / 2, start - style.width(text), height, style.width(text))));
    }

    /** From the top of capitals to the foot of a q, and no more. */
    private static double letters(TextStyle style) {
      return 0.9 * style.size();
    }

    private static double before(String text, TextStyle style) {
      return switch (style.anchor()) {
        case START -> 0;
        case MIDDLE -> style.width(text) / 2;
        case END -> style.width(text);
      };
    }
  }

  @ParameterizedTest(name = "{0} x {1}, names of {2} letters, {3} categories")
  @CsvSource({
    "1, 1, 1, 0",
    "3, 2, 4, 3",
    "60, 25, 9, 12",
    "60, 218, 70, 12",
    "60, 100, 3, 0",
    "301, 40, 12, 150",
    "1000, 5, 60, 7",
    "20, 4000, 8, 2"
  })
  void labelsKeepOffEachOtherTheCellsAndTheEdges(
      int words, int features, int letters, int categories) {
    var map = map(words, features, letters, categories);
    var layout = new HeatMapLayout(map);
    var recorder = new Recorder();
    new HeatMapPainter(map, layout).paint(recorder);

    var page = new Rectangle2D.Double(0, 0, layout.width(), layout.height());
    assertThat(recorder.boxes).hasSizeGreaterThan(words * features);
    assertThat(recorder.boxes).allMatch(box -> page.contains(box.area()));
    for (Drawn text : recorder.texts) {
      assertThat(page.contains(text.area())).as(text.what() + " inside").isTrue();
      assertThat(recorder.boxes)
          .as(text.what())
          .noneMatch(box -> box.area().intersects(text.area()));
      assertThat(recorder.texts)
          .as(text.what())
          .noneMatch(other -> other != text && other.area().intersects(text.area()));
    }
  }

  @ParameterizedTest
  @CsvSource({"60, 25, 85", "300, 300, 600"})
  void everyRowAndColumnHasItsLabelAsLongAsThereIsRoom(int words, int features, int labels) {
    var map = map(words, features, 6, 0);
    var recorder = new Recorder();
    new HeatMapPainter(map, new HeatMapLayout(map)).paint(recorder);

    assertThat(recorder.texts)
        .filteredOn(text -> text.what().matches("[wf]x*\\d+"))
        .hasSize(labels);
  }

  private static HeatMap map(int words, int features, int letters, int categories) {
    List<String> names = names("w", words, letters);
    double[] values = IntStream.range(0, words * features).mapToDouble(i -> i - 7).toArray();
    var space = new FeatureSpace("table", names, names("f", features, letters), values, Map.of());
    var categoryOf = new LinkedHashMap<String, String>();
    for (int w = 0; categories > 0 && w < words * 4 / 5; w++) {
      categoryOf.put(names.get(w), "category" + w % categories);
    }
    return new HeatMap(
        space, categoryOf, "A table and its title", ColourScale.of(space, 3), "what values are");
  }

  private static List<String> names(String letter, int count, int length) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> letter + "x".repeat(Math.max(0, length - 1 - Integer.toString(i).length())) + i)
        .toList();
  }
}
