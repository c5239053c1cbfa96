package org.mitchell.figures.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.figures.Drawing;
import org.mitchell.figures.RecordingCanvas;
import org.mitchell.figures.Theme;

/** Words in a plane, so that they can be read. */
class WordMapTest {
  @ParameterizedTest
  @CsvSource({"1, LIGHT", "60, DARK", "300, LIGHT"})
  void noLabelCoversAWordOrAnotherLabel(int count, Theme theme) {
    var random = new Random(count);
    var words = new ArrayList<WordMap.Word>();
    for (int w = 0; w < count; w++) {
      String category = w % 5 == 0 ? "" : "category " + w % 14;
      words.add(
          new WordMap.Word(
              "word number " + w, category, random.nextGaussian(), random.nextGaussian()));
    }
    Drawing drawing = new WordMap("Words", words, List.of(), "a note", theme).drawing();
    var canvas = new RecordingCanvas();
    drawing.painter().accept(canvas);
    canvas.hasNothingInTheWay(drawing.width(), drawing.height());
    long labels = canvas.texts().stream().filter(t -> t.what().startsWith("word number")).count();
    assertThat(labels).isBetween(Math.min(count, 40L), (long) count);
  }
}
