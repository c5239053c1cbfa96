package org.mitchell.figures.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mitchell.figures.Theme;

class RatingScatterTest {
  /** Far fewer than are named at the ends lie off the line, and each by another distance. */
  @Test
  void theWordsAtTheEndsAndTheFarthestOffAreNamed() throws IOException {
    int count = 60;
    List<String> words = IntStream.range(0, count).mapToObj(w -> "word" + w + ".").toList();
    double[] predicted = IntStream.range(0, count).mapToDouble(w -> 7 * w % count).toArray();
    double[] observed = predicted.clone();
    observed[20] += 25; // 7 * 20 = 20 of 60
    observed[25] -= 20; // 7 * 25 = 55 of 60
    var scatter =
        new RatingScatter("title", words, predicted, observed, "across", "up", "note", Theme.LIGHT);
    var bytes = new ByteArrayOutputStream();
    scatter.drawing().writeSvg(bytes);
    String svg = bytes.toString(StandardCharsets.UTF_8);
    int lowest = 0; // 7 * 0 = 0
    int highest = 17; // 7 * 17 = 59 of 60
    assertThat(svg)
        .contains(">word" + lowest + ".<")
        .contains(">word" + highest + ".<")
        .contains(">word20.<")
        .contains(">word25.<")
        .doesNotContain(">word30.<"); // 7 * 30 = 30 of 60: in the middle
  }
}
