package org.mitchell.vectors.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mitchell.jobs.Workers;
import org.mitchell.vectors.WordVectors;
import org.mitchell.vectors.files.ReadingRules;
import org.mitchell.vectors.files.VectorFile;
import org.mitchell.vectors.files.VectorReader;
import org.mitchell.vectors.questions.Neighbours.Method;
import org.mitchell.vectors.questions.Neighbours.Neighbour;

/** Analogies as testdata/vectors/analogies.py answers them, number by number. */
class AnalogiesTest {
  private static final Path DATA = Path.of("testdata/vectors");

  private WordVectors vectors;
  private List<String[]> answers;

  @BeforeEach
  void read() throws IOException {
    vectors = VectorReader.read(VectorFile.of(DATA.resolve("analogies.txt")), ReadingRules.DEFAULT);
    answers =
        Files.readAllLines(DATA.resolve("analogies.tsv")).stream()
            .map(line -> line.split("\t"))
            .toList();
  }

  private List<Integer> positions(String words) {
    return Arrays.stream(words.split(" "))
        .filter(word -> !word.isEmpty())
        .map(word -> vectors.words().indexOf(word))
        .toList();
  }

  @Test
  void sumsAndProductsOfCosinesAreThoseOfTheSlowProgram() {
    for (String[] cells : answers) {
      Method method = cells[2].equals("3cosmul") ? Method.COSMUL : Method.COSADD;
      List<Neighbour> found =
          new Neighbours(vectors, Integer.MAX_VALUE)
              .analogy(positions(cells[0]), positions(cells[1]), method, Metric.COSINE, 3);
      for (int i = 0; i < 3; i++) {
        String question = String.join(" ", cells);
        assertThat(found.get(i).word()).as(question).isEqualTo(cells[3 + 2 * i]);
        double score = Double.parseDouble(cells[4 + 2 * i]);
        assertThat(found.get(i).score()).as(question).isCloseTo(score, within(2e-6 * score));
      }
    }
  }

  @Test
  void aFileOfQuestionsIsAnsweredTheSameWay() {
    for (boolean product : new boolean[] {false, true}) {
      var questions = new ArrayList<AnalogyQuestions.Question>();
      for (String[] cells : answers) {
        String[] plus = cells[0].split(" ");
        String[] minus = cells[1].split(" ");
        if (plus.length == 2 && !minus[0].isEmpty() && cells[2].equals("3cosmul") == product) {
          questions.add(new AnalogyQuestions.Question(minus[0], plus[0], plus[1], cells[3]));
          questions.add(new AnalogyQuestions.Question(minus[0], plus[0], plus[1], cells[5]));
        }
      }
      var file = new AnalogyQuestions(List.of(new AnalogyQuestions.Section("made up", questions)));
      try (var workers = new Workers(2)) {
        AnalogyScore score = AnalogyScore.of(file, vectors, Integer.MAX_VALUE, workers).get(0);
        assertThat(score.covered()).isEqualTo(4);
        // Of each two questions the first has the best answer, the second the next.
        assertThat(product ? score.mulRight() : score.addRight()).isEqualTo(2);
      }
    }
  }

  @Test
  void aVectorOfZerosIsNobodysNeighbour() {
    var some =
        WordVectors.of("some", List.of("a", "zero", "b"), 2, new float[] {1, 1, 0, 0, -1, 0});
    List<Neighbour> found = new Neighbours(some, 3).of(some.vector(0), Metric.COSINE, 9, Set.of(0));
    assertThat(found).extracting(Neighbour::word).containsExactly("b");
  }
}
