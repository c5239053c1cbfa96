package org.mitchell.cli.norms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mitchell.cli.Ran.mitchell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;
import org.mitchell.testing.Python;
import tools.jackson.databind.JsonNode;

/** {@code norms fit}, {@code predict} and {@code compare} on the words of testdata/norms. */
class NormsCommandsTest {
  private static final Path FIXTURES = Path.of("testdata/norms");
  private static final Path VECTORS = FIXTURES.resolve("vectors.txt");
  private static final Path NORMS = FIXTURES.resolve("norms.tsv");

  @TempDir private Path folder;

  private Ran fit(Object... more) {
    return run("fit", more);
  }

  private static Ran run(String command, Object... more) {
    var words =
        new ArrayList<Object>(List.of("norms", command, "--vectors", VECTORS, "--norms", NORMS));
    words.addAll(List.of(more));
    return mitchell(words.toArray());
  }

  @Test
  void theR2OfEveryFoldIsThatOfNumpyOnTheFoldsThatAreWritten() throws Exception {
    fit("--columns", "taste", "--ridge", "1", "--repeats", "3", "--out", folder).succeeds();
    String script = Files.readString(FIXTURES.resolve("check_folds.py"));
    String[] printed = Python.run(script, VECTORS, folder, "1").strip().split(" ");
    assertThat(Double.parseDouble(printed[0])).isLessThan(1e-9);
    assertThat(Ran.json(folder.resolve("norms.json")).path("norms").get(0).path("r2").asDouble())
        .isCloseTo(Double.parseDouble(printed[1]), within(1e-8));
  }

  @Test
  void oneNormIsAnObjectAndSeveralAnArray() {
    JsonNode one = fit("--columns", "taste", "--json").succeeds().json();
    assertThat(one.path("norm").asString()).isEqualTo("taste");
    assertThat(one.path("words").asInt()).isEqualTo(90);
    assertThat(one.path("coverage").asDouble()).isCloseTo(90 / 93.0, within(1e-12));
    for (String key : List.of("r2", "r", "rho", "rmse", "penalty")) {
      assertThat(one.path(key).isNumber()).as(key).isTrue();
    }
    assertThat(one.path("ci95").size()).isEqualTo(2);
    assertThat(one.path("folds").asInt()).isEqualTo(5);
    assertThat(one.path("repeats").asInt()).isEqualTo(10);
    assertThat(one.path("chance").path("r2").asDouble()).isLessThan(0.2);
    assertThat(one.path("frequency").path("corpus").asString()).isEqualTo("WordNet 3.1");
    assertThat(one.path("outputs").isEmpty()).isTrue();
    JsonNode both = fit("--json", "--model", "linear", "--repeats", "2").succeeds().json();
    assertThat(both.path("norms").size()).isEqualTo(2);
    assertThat(both.path("norms").get(1).path("norm").asString()).isEqualTo("size");
    assertThat(both.path("norms").get(1).path("words").asInt()).isEqualTo(87);
    assertThat(both.path("norms").get(1).path("missing").asInt()).isEqualTo(3);
    assertThat(both.path("norms").get(1).path("penalty").asDouble()).isZero();
    assertThat(both.path("messages").toString()).contains("1 column of texts is left out: kind");
  }

  @Test
  void aPerceptronHasNoPenaltyAndBeatsTheLineWhereThereIsNone() throws IOException {
    Path vectors = folder.resolve("v.txt");
    Path norms = folder.resolve("n.tsv");
    var rows = new StringBuilder();
    var table = new StringBuilder("word\tsize\n");
    var random = new Random(4);
    for (int w = 0; w < 600; w++) {
      double x = random.nextGaussian();
      double y = random.nextGaussian();
      rows.append("w%d %.5f %.5f\n".formatted(w, x, y));
      table.append("w%d\t%.5f\n".formatted(w, x * y / (x * x + y * y)));
    }
    Files.writeString(vectors, rows);
    Files.writeString(norms, table);
    Object[] usual = {"norms", "fit", "--vectors", vectors, "--norms", norms, "--repeats", "1"};
    JsonNode line = mitchell(with(usual, "--json")).succeeds().json();
    JsonNode mlp = mitchell(with(usual, "--json", "--model", "mlp", "--hidden", "16,8")).json();
    assertThat(mlp.path("penalty").isNull()).isTrue();
    assertThat(mlp.path("r2").asDouble()).isGreaterThan(line.path("r2").asDouble() + 0.5);
  }

  private static Object[] with(Object[] words, Object... more) {
    return Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray();
  }

  @Test
  void theSameSeedGivesTheSameFilesForAnyNumberOfThreads() throws IOException {
    Path one = folder.resolve("one");
    Path three = folder.resolve("three");
    for (String model : List.of("ridge", "mlp")) {
      fit("--model", model, "--repeats", "2", "--threads", "1", "--out", one).succeeds();
      fit("--model", model, "--repeats", "2", "--threads", "3", "--out", three).succeeds();
      assertThat(Ran.files(three)).isEqualTo(Ran.files(one));
      assertThat(Ran.files(one).keySet())
          .containsExactlyInAnyOrder(
              "norms.json",
              "folds.tsv",
              "scores.tsv",
              "predictions.tsv",
              "curve.tsv",
              "curve-taste.png",
              "curve-size.png",
              "scatter-taste.png",
              "scatter-size.png");
    }
  }

  @Test
  void whatIsRatedStaysAndWhatIsNotIsPredicted() throws IOException {
    Path table = folder.resolve("new.tsv");
    Files.writeString(folder.resolve("words.txt"), "bab\nbam\nbag\nzzx\n");
    Ran ran =
        run("predict", "--words", folder.resolve("words.txt"), "--out", table, "--ridge", "1")
            .succeeds();
    assertThat(ran.out()).contains("bam", "predicted, +-", "rated");
    List<String> lines = Files.readAllLines(table);
    assertThat(lines.get(0)).isEqualTo("word\ttaste\tsize");
    assertThat(lines.get(1)).isEqualTo("bab\t1.419\t1.36");
    assertThat(lines.get(2)).startsWith("bam\t0.838\t");
    assertThat(lines.get(3)).isEqualTo("bag\t1.572\t0.12");
    assertThat(lines.get(4)).isEqualTo("zzx\t1.5\t2.5");
    JsonNode size = Ran.json(folder.resolve("new.json")).path("norms").get(1);
    assertThat(size.path("predicted").toString()).isEqualTo("[\"bam\"]");
    assertThat(size.path("rated").toString()).isEqualTo("[\"bab\",\"bag\",\"zzx\"]");
    assertThat(size.path("expectedError").asDouble()).isBetween(0.1, 2.0);
  }

  @Test
  void wordsThatAreNowhereAreLeftOutAndNamed() throws IOException {
    Path table = folder.resolve("new.tsv");
    Ran ran = run("predict", "bab", "qwertz", "--out", table).succeeds();
    assertThat(ran.err()).contains("1 word has neither a vector nor all of the norms", "qwertz");
    assertThat(Files.readAllLines(table)).hasSize(2);
    run("predict", "qwertz").failsWith(1);
  }

  @Test
  void ofManyWordsThatAreNowhereSomeAreNamedAndTheJsonHasAll() throws IOException {
    Path table = folder.resolve("new.tsv");
    Path words = folder.resolve("words.txt");
    var unknown = IntStream.range(0, 300).mapToObj(n -> "qwertz" + n).toList();
    Files.writeString(words, "bab\nbam\n" + String.join("\n", unknown) + "\n");
    Ran ran = run("predict", "--words", words, "--out", table).succeeds();
    assertThat(ran.err()).contains("300 words have neither", "qwertz19, ... (all of them");
    assertThat(ran.err()).doesNotContain("qwertz20");
    assertThat(Ran.json(folder.resolve("new.json")).path("leftOut")).hasSize(300);
    assertThat(Files.readAllLines(table)).hasSize(3);
  }

  @Test
  void aWordIsPredictedTheSameAloneAndAmongOthers() throws IOException {
    Path several = folder.resolve("several.tsv");
    Path alone = folder.resolve("alone.tsv");
    run("predict", "bab", "bam", "ked", "--model", "mlp", "--hidden", "4", "--out", several)
        .succeeds();
    run("predict", "bam", "--model", "mlp", "--hidden", "4", "--out", alone).succeeds();
    assertThat(Files.readAllLines(several).get(2)).isEqualTo(Files.readAllLines(alone).get(1));
  }

  @Test
  void severalFilesOfVectorsAreOneTable() throws IOException {
    Path half = folder.resolve("half.txt");
    Files.write(half, Files.readAllLines(VECTORS).subList(0, 45));
    Path table = folder.resolve("all.tsv");
    Path picture = folder.resolve("all.svg");
    mitchell(
            "norms",
            "compare",
            "--vectors",
            VECTORS,
            half,
            "--norms",
            NORMS,
            "--ridge",
            "1",
            "--out",
            table,
            "--picture",
            picture)
        .succeeds();
    List<String> lines = Files.readAllLines(table);
    assertThat(lines).hasSize(5);
    assertThat(lines.get(0))
        .startsWith("norm\tadjusted r\tadjusted r-squared\tr-squared\tr\tsource");
    String[] taste = lines.get(1).split("\t");
    String[] less = lines.get(3).split("\t");
    assertThat(taste[0] + taste[5] + taste[6]).isEqualTo("tastenorms.tsvvectors.txt");
    assertThat(less[6]).isEqualTo("half.txt");
    assertThat(Double.parseDouble(less[2]))
        .isCloseTo(Double.parseDouble(less[3]) * 45 / 93, within(1e-12));
    assertThat(Files.readString(picture)).contains("taste", "half.txt", "R2 x share of words");
  }

  @Test
  void theTableOfPredictionsServesAsFeatures() {
    Path table = folder.resolve("new.tsv");
    run("predict", "bab", "bam", "ked", "--out", table).succeeds();
    assertThat(mitchell("features", "show", "bam", "--features", table).succeeds().out())
        .contains("taste", "size");
  }
}
