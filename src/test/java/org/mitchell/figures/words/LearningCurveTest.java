package org.mitchell.figures.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mitchell.figures.Drawing;
import org.mitchell.figures.RecordingCanvas;
import org.mitchell.figures.Theme;

class LearningCurveTest {
  @Test
  void twiceTheWordsLieAsFarApartAndUndefinedValuesAreLeftOut() {
    RecordingCanvas canvas =
        painted(
            new double[] {100, 200, 400},
            new LearningCurve.Line("r", new double[] {0.5, 0.7, 0.9}),
            new LearningCurve.Line("R2", new double[] {Double.NaN, 0.1, 0.3}));
    List<Double> x = canvas.boxes().stream().map(dot -> dot.area().getCenterX()).toList();
    List<Double> y = canvas.boxes().stream().map(dot -> dot.area().getCenterY()).toList();
    assertThat(x).hasSize(5);
    assertThat(x.get(2) - x.get(1)).isCloseTo(x.get(1) - x.get(0), within(1e-9));
    assertThat(x.subList(3, 5)).isEqualTo(x.subList(1, 3));
    // Steps of .2, wherever they begin.
    assertThat(y.get(0) - y.get(1)).isCloseTo(y.get(1) - y.get(2), within(1e-9));
    assertThat(y.get(3) - y.get(4)).isCloseTo(y.get(0) - y.get(1), within(1e-9));
    assertThat(canvas.texts().stream().map(RecordingCanvas.Drawn::what))
        .contains("100", "200", "400", "r", "R2", "by frequency", "shuffled", "words trained on");
  }

  @Test
  void valuesThatAreAllTheSameHaveAScale() {
    RecordingCanvas canvas =
        painted(new double[] {10, 20}, new LearningCurve.Line("r", new double[] {0, 0}));
    assertThat(canvas.boxes()).hasSize(2);
  }

  /** Labels do not lie on each other, nor on dots, though two levels are nearly the same. */
  private static RecordingCanvas painted(double[] trained, LearningCurve.Line... lines) {
    Drawing drawing =
        new LearningCurve(
                "taste (norms.tsv) from glove.txt",
                trained,
                List.of(lines),
                List.of(
                    new LearningCurve.Level("by frequency", 0.001),
                    new LearningCurve.Level("shuffled", 0)),
                "a note",
                Theme.LIGHT)
            .drawing();
    var canvas = new RecordingCanvas();
    drawing.painter().accept(canvas);
    if (lines.length > 1) {
      canvas.hasNothingInTheWay(drawing.width(), drawing.height());
    }
    return canvas;
  }
}
