package org.mitchell.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.features.FeatureSpace;

/** No label is cut off, covers another one or lies on a cell, whatever the table. */
class HeatMapLabelsTest {
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
    var recorder = new RecordingCanvas();
    new HeatMapPainter(map, layout).paint(recorder);

    assertThat(recorder.boxes()).hasSizeGreaterThan(words * features);
    recorder.hasNothingInTheWay(layout.width(), layout.height());
  }

  @ParameterizedTest
  @CsvSource({"60, 25, 85", "300, 300, 600"})
  void everyRowAndColumnHasItsLabelAsLongAsThereIsRoom(int words, int features, int labels) {
    var map = map(words, features, 6, 0);
    var recorder = new RecordingCanvas();
    new HeatMapPainter(map, new HeatMapLayout(map)).paint(recorder);

    assertThat(recorder.texts())
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
