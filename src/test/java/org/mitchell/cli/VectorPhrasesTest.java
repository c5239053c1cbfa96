package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that are joined before training, against the rule written down in Python. */
class VectorPhrasesTest {
  private static final Path TEXT = Path.of("testdata/vectors/phrases.txt");

  @TempDir private Path folder;

  private Ran train(Object... more) {
    var words = new ArrayList<Object>(List.of("vectors", "train", "--size", 4, "--epochs", 1));
    words.addAll(List.of(more));
    return Ran.mitchell(words.toArray());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void theWordsAfterSoManyPassesAreThoseOfTheRule(int passes) throws IOException {
    Map<String, Integer> expected = new HashMap<>();
    for (String line : Files.readAllLines(Path.of("testdata/vectors/phrases.tsv"))) {
      String[] cells = line.split("\t");
      if (cells[0].equals(String.valueOf(passes))) {
        expected.put(cells[1], Integer.valueOf(cells[2]));
      }
    }
    Path out = folder.resolve("v.bin");

    Ran ran =
        train("--corpus", TEXT, "--phrases", passes, "--phrase-threshold", 3, "--out", out)
            .succeeds();

    Map<String, Integer> counts = new HashMap<>();
    var json = Ran.json(folder.resolve("v.json"));
    json.path("vocabulary").properties().forEach(w -> counts.put(w.getKey(), w.getValue().asInt()));
    assertThat(counts).isEqualTo(expected).containsKey("new_york");
    assertThat(counts.containsKey("new_york_city_hall")).isEqualTo(passes == 2);
    assertThat(ran.err()).contains(passes == 1 ? "among the words: new_york" : "phrases among");
    assertThat(json.at("/provenance/parameters/phrases").asInt()).isEqualTo(passes);
  }

  @Test
  void phrasesAreTheSameForAnyNumberOfThreadsAndAreAskedForWithSpaces() throws IOException {
    Path one = folder.resolve("one.bin");
    Path three = folder.resolve("three.bin");
    Object[] what = {"--corpus", TEXT, "--phrases", 2, "--phrase-threshold", 3};
    train(with(what, "--threads", 1, "--out", one)).succeeds();
    train(with(what, "--threads", 3, "--out", three)).succeeds();

    assertThat(three).hasSameBinaryContentAs(one);
    Ran asked = Ran.mitchell("vectors", "similarity", "hot dog", "new york", "--vectors", one);
    assertThat(asked.succeeds().err()).contains("hot_dog");
  }

  @Test
  void aThresholdWithoutPassesAndPassesBelowZeroAreWrongUsage() {
    assertThat(
            train("--corpus", TEXT, "--phrase-threshold", 3, "--out", "v.bin").failsWith(2).err())
        .contains("--phrase-threshold needs --phrases");
    assertThat(train("--corpus", TEXT, "--phrases", -1, "--out", "v.bin").failsWith(2).err())
        .contains("--phrases: got -1 where a number from 0 to 20 is expected");
  }

  private static Object[] with(Object[] words, Object... more) {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of(more));
    return all.toArray();
  }
}
