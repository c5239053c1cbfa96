package org.mitchell.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;
import org.mitchell.evaluation.nulls.Relabelling;
import org.mitchell.fmri.Stimulus;
import org.mitchell.random.RandomStreams;
import tools.jackson.databind.JsonNode;

/** How much accuracy drops without what one feature tells. */
class ImportanceTest {
  private static final int WORDS = 14;

  @TempDir private Path folder;

  /** Of three features the first is planted in all voxels, the others in none. */
  @BeforeEach
  void responsesToOneFeature() throws IOException {
    var random = new Random(7);
    var features = new StringBuilder("word,signal,noise,other\n");
    var responses = new StringBuilder("word");
    for (int v = 0; v < 20; v++) {
      responses.append(",v").append(v);
    }
    responses.append('\n');
    double[] signature = random.doubles(20, -1, 1).toArray();
    for (int w = 0; w < WORDS; w++) {
      double[] row = random.doubles(3, -1, 1).toArray();
      String word = "word%02d".formatted(w);
      features.append(word);
      Arrays.stream(row).forEach(value -> features.append(',').append(value));
      features.append('\n');
      responses.append(word);
      for (double weight : signature) {
        responses.append(',').append(weight * row[0] + 0.05 * random.nextGaussian());
      }
      responses.append('\n');
    }
    Files.writeString(folder.resolve("features.csv"), features);
    Files.writeString(folder.resolve("data.csv"), responses);
  }

  private Ran evaluate(Object... words) {
    return unscaled(folder.resolve("features.csv"), words);
  }

  private Ran unscaled(Object features, Object... words) {
    return evaluateWith(
        features, Stream.concat(Stream.of("--scale", "none"), Arrays.stream(words)).toArray());
  }

  private Ran evaluateWith(Object features, Object... words) {
    return Ran.mitchell(
        Stream.concat(
                Stream.of(
                    "evaluate",
                    "--subject",
                    "x",
                    "--data",
                    folder.resolve("data.csv"),
                    "--features",
                    features,
                    "--voxels",
                    "all",
                    "--few-words",
                    "--permutations",
                    "19",
                    "--subsamples",
                    "0",
                    "--out",
                    folder.resolve("out")),
                Arrays.stream(words))
            .toArray());
  }

  @Test
  void theFeatureThatIsPlantedIsTheOneThatCounts() throws IOException {
    for (List<String> how : List.of(List.of("--ridge", "0.1"), List.of("--ridge", "auto"))) {
      Ran ran =
          evaluate(Stream.concat(how.stream(), Stream.of("--importance", "39", "--json")).toArray())
              .succeeds();
      JsonNode importance = ran.json().path("importance");
      assertThat(importance.path("permutations").asInt()).isEqualTo(39);
      JsonNode features = importance.path("features");
      assertThat(features.get(0).path("feature").asString()).isEqualTo("signal");
      assertThat(features.get(0).path("p").asDouble()).isEqualTo(1.0 / 40);
      // Benjamini and Hochberg: the smallest of three p-values times three.
      assertThat(features.get(0).path("pAdjusted").asDouble()).isCloseTo(3.0 / 40, within(1e-12));
      // Without the signal words are told apart by chance.
      assertThat(features.get(0).path("drop").asDouble())
          .isCloseTo(importance.path("accuracy").asDouble() - 0.5, within(0.15));
      for (int f = 1; f < 3; f++) {
        assertThat(features.get(f).path("drop").asDouble()).isCloseTo(0, within(0.05));
      }
    }
    Path table =
        evaluate("--ridge", "0.1", "--importance", "19", "--json")
            .succeeds()
            .json()
            .path("outputs")
            .valueStream()
            .map(output -> Path.of(output.asString()))
            .filter(output -> output.toString().endsWith("desc-leaveTwoOut_importance.tsv"))
            .findFirst()
            .orElseThrow();
    assertThat(Files.readAllLines(table))
        .hasSize(4)
        .first()
        .isEqualTo("feature\tdrop\tdrop_left_out\tsd\tp\tp_adjusted");
  }

  @Test
  void theDropIsThatOfATableWithTheColumnExchanged() throws IOException {
    // One permutation: its accuracy is that of an evaluation of the table with that column moved.
    JsonNode one = evaluate("--ridge", "0.1", "--importance", "1", "--json").succeeds().json();
    double drop = one.path("importance").path("features").get(0).path("drop").asDouble();
    double accuracy = one.path("accuracy").asDouble();
    assertThat(one.path("importance").path("accuracy").asDouble()).isEqualTo(accuracy);
    List<Stimulus> words =
        IntStream.range(0, WORDS).mapToObj(w -> new Stimulus("word%02d".formatted(w), "")).toList();
    int[] from =
        Relabelling.FREE
            .permutations(words, 1, new RandomStreams(one.path("seed").asLong()))
            .get(0);
    Path table = folder.resolve("features.csv");
    List<String> rows = Files.readAllLines(table);
    Files.write(
        table,
        IntStream.range(0, rows.size())
            .mapToObj(r -> r == 0 ? rows.get(0) : exchanged(rows, r, 1 + from[r - 1]))
            .toList());
    double without =
        evaluate("--ridge", "0.1", "--json").succeeds().json().path("accuracy").asDouble();
    assertThat(drop).isCloseTo(accuracy - without, within(1e-12));
  }

  private static String exchanged(List<String> rows, int row, int from) {
    String[] cells = rows.get(row).split(",");
    cells[1] = rows.get(from).split(",")[1];
    return String.join(",", cells);
  }

  @Test
  void aFeatureThatIsLeftOutIsThatOfATableWithoutItsColumn() throws IOException {
    for (List<String> how :
        List.of(List.of("--ridge", "0.1"), List.of("--ridge", "0", "--preset", "strict"))) {
      JsonNode all =
          evaluate(Stream.concat(how.stream(), Stream.of("--importance", "1", "--json")).toArray())
              .succeeds()
              .json();
      for (int f = 0; f < 3; f++) {
        String others = List.of("2-3", "1,3", "1-2").get(f);
        JsonNode without =
            evaluate(
                    Stream.concat(how.stream(), Stream.of("--columns", others, "--json")).toArray())
                .succeeds()
                .json();
        assertThat(all.path("importance").path("features").get(f).path("dropLeftOut").asDouble())
            .isCloseTo(
                all.path("accuracy").asDouble() - without.path("accuracy").asDouble(),
                within(1e-12));
      }
    }
  }

  @Test
  void theOnlyFeatureIsNotLeftOut() throws IOException {
    JsonNode one =
        evaluate("--ridge", "0.1", "--columns", "1", "--importance", "1", "--json")
            .succeeds()
            .json();
    assertThat(one.path("importance").path("features").get(0).path("dropLeftOut").isNull())
        .isTrue();
  }

  /** Of two positive features at unit length one alone is 1 for all words. */
  @Test
  void whatIsLeftMayTellNothing() throws IOException {
    var two = new StringBuilder("word,one,two\n");
    var random = new Random(3);
    for (int w = 0; w < WORDS; w++) {
      two.append("word%02d,%s,%s\n".formatted(w, 1 + random.nextDouble(), random.nextDouble()));
    }
    Path table = Files.writeString(folder.resolve("two.csv"), two);
    for (String preset : List.of("paper", "strict")) {
      JsonNode features =
          evaluateWith(table, "--scale", "unit", "--preset", preset, "--importance", "9", "--json")
              .succeeds()
              .json()
              .path("importance")
              .path("features");
      assertThat(features.get(0).path("dropLeftOut").isNull()).isTrue();
      assertThat(features.get(1).path("dropLeftOut").isNull()).isTrue();
    }
  }

  @Test
  void ofTwoSpacesOneWithASingleFeatureIsGone() throws IOException {
    Path table = folder.resolve("features.csv");
    Path single = folder.resolve("single.csv");
    Files.write(
        single,
        Files.readAllLines(table).stream()
            .map(row -> row.split(",")[0] + "," + row.split(",")[3])
            .toList());
    String both = "a=%s,b=%s".formatted(table, single);
    JsonNode joint =
        unscaled(both, "--ridge", "0.1", "--importance", "1", "--json").succeeds().json();
    JsonNode alone = evaluate("--ridge", "0.1", "--json").succeeds().json();
    assertThat(joint.path("importance").path("features").get(3).path("dropLeftOut").asDouble())
        .isCloseTo(
            joint.path("accuracy").asDouble() - alone.path("accuracy").asDouble(), within(1e-12));
  }

  @Test
  void ranksHaveNone() {
    assertThat(evaluate("--scheme", "rank", "--importance").failsWith(2).err())
        .contains("--importance: goes with folds whose words are told apart");
    assertThat(evaluate("--importance", "0").failsWith(2).err())
        .contains("--importance: got 0 where a number from 1 up is expected");
  }
}
