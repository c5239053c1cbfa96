package org.mitchell.cli.norms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mitchell.cli.Ran.mitchell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;

/** What {@code norms} says of norms and vectors that cannot be used. */
class NormsBadInputTest {
  @TempDir private Path folder;
  private Path vectors;

  /** Thirty words w0, w1 ... with vectors of four numbers. */
  @BeforeEach
  void writeVectors() throws IOException {
    vectors = folder.resolve("vectors.txt");
    var random = new Random(1);
    var lines = new ArrayList<String>();
    for (int w = 0; w < 30; w++) {
      lines.add(
          "w%d %.4f %.4f %.4f %.4f"
              .formatted(
                  w,
                  random.nextGaussian(),
                  random.nextGaussian(),
                  random.nextGaussian(),
                  random.nextGaussian()));
    }
    Files.write(vectors, lines);
  }

  private Path norms(String head, String... rows) throws IOException {
    var lines = new ArrayList<>(List.of(head));
    lines.addAll(List.of(rows));
    return Files.write(folder.resolve("norms.tsv"), lines);
  }

  /** A row for each of so many words. */
  private static String[] rows(int words, String values) {
    String[] rows = new String[words];
    for (int w = 0; w < words; w++) {
      rows[w] = "w%d\t%s".formatted(w, values.replace("#", Integer.toString(w * 7 % 13)));
    }
    return rows;
  }

  private Ran fit(Path norms, Object... more) {
    var words =
        new ArrayList<Object>(
            List.of("norms", "fit", "--vectors", vectors, "--norms", norms, "--repeats", "2"));
    words.addAll(List.of(more));
    return mitchell(words.toArray());
  }

  @Test
  void anEmptyTableHasNoNorms() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.tsv"));
    assertThat(fit(empty).failsWith(1).err()).contains("empty.tsv: this table is empty");
    assertThat(fit(norms("word\ttaste")).failsWith(1).err())
        .containsAnyOf("a header and no rows", "texts in all columns");
  }

  @Test
  void aConstantNormIsNothingToPredict() throws IOException {
    assertThat(fit(norms("word\ttaste\tsize", rows(30, "#\t3"))).failsWith(1).err())
        .contains("norms.tsv: 'size' is 3.0 for all 30 words: there is nothing to predict");
    fit(norms("word\ttaste\tsize", rows(30, "#\t3")), "--columns", "taste").succeeds();
  }

  @Test
  void missingValuesAreCountedAndInfiniteOnesRefused() throws IOException {
    String[] rows = rows(30, "#");
    rows[3] = "w3\tNaN";
    rows[4] = "w4\t";
    rows[5] = "w5";
    Ran ran = fit(norms("word\ttaste", rows), "--json").succeeds();
    assertThat(ran.json().path("words").asInt()).isEqualTo(27);
    assertThat(ran.json().path("missing").asInt()).isEqualTo(3);
    rows[6] = "w6\tinf";
    assertThat(fit(norms("word\ttaste", rows)).failsWith(1).err())
        .contains("line 8: got 'inf' for 'taste' where a finite number is expected");
  }

  @Test
  void aTextAmongNumbersIsToldWithItsLine() throws IOException {
    String[] rows = rows(30, "#");
    rows[10] = "w10\tlots";
    assertThat(fit(norms("word\ttaste", rows)).failsWith(1).err())
        .contains("line 12", "'lots' where a number is expected");
  }

  @Test
  void wordsWithoutVectorsAreCounted() throws IOException {
    String[] rows = rows(40, "#");
    Ran ran = fit(norms("word\ttaste", rows), "--json").succeeds();
    assertThat(ran.json().path("words").asInt()).isEqualTo(30);
    assertThat(ran.json().path("coverage").asDouble()).isEqualTo(0.75);
    assertThat(fit(norms("word\ttaste", "a\t1", "b\t2", "c\t3")).failsWith(1).err())
        .contains("none of the words that are asked for is in this file");
  }

  @Test
  void fewerWordsThanFeaturesAreTooFewForLeastSquares() throws IOException {
    Path few = norms("word\ttaste", rows(10, "#"));
    Files.writeString(
        vectors,
        String.join(
            "\n",
            Files.readAllLines(vectors).stream()
                .map(l -> l + " 1 2 3 4 5 6 7".replace("3", l.length() + ""))
                .toList()));
    assertThat(fit(few, "--model", "linear").failsWith(1).err())
        .contains("8 words to train on where this model needs 13 or more for 11 features");
    fit(few).succeeds();
    assertThat(fit(norms("word\ttaste", rows(9, "#"))).failsWith(1).err())
        .contains(
            "norms.tsv: 'taste': 9 words with a value and a vector where at least 10 are needed for"
                + " 5 folds");
  }

  @Test
  void aWordWithTwoValuesHasTheirMeanOrIsRefused() throws IOException {
    String[] rows = rows(30, "#");
    rows[1] = "w0\t4";
    Path norms = norms("word\ttaste", rows);
    assertThat(fit(norms).succeeds().err())
        .contains("1 word comes more than once with other values, and their mean is taken");
    assertThat(fit(norms, "--duplicates", "error").failsWith(1).err()).contains("lines 2 and 3");
  }

  @Test
  void columnsThatAreNotThereAreNamed() throws IOException {
    Path norms = norms("word\ttaste\tsize", rows(30, "#\t#"));
    assertThat(fit(norms, "--columns", "smell").failsWith(1).err())
        .contains("there is no column 'smell'. Its columns are taste, size");
    assertThat(fit(norms, "--columns", "2-3").failsWith(1).err())
        .contains("got the columns '2-3' where numbers from 1 to 2 are expected");
    assertThat(fit(norms, "--columns", "taste,1").failsWith(1).err())
        .contains("the column '1' is asked for twice");
  }

  @Test
  void optionsThatDoNotGoTogetherAreWrongUsage() throws IOException {
    Path norms = norms("word\ttaste", rows(30, "#"));
    for (String wrong :
        List.of(
            "--model mlp --ridge 1",
            "--hidden 10",
            "--model mlp --hidden 1,2,3",
            "--model mlp --hidden 0",
            "--ridge -1",
            "--ridge much",
            "--ridge 1 --ridge-grid 1:10:3",
            "--ridge-grid 10:1:3",
            "--ridge-grid 1:10",
            "--folds 1",
            "--repeats 0")) {
      fit(norms, (Object[]) wrong.split(" ")).failsWith(2);
    }
  }

  @Test
  void nothingThatIsReadIsReplaced() throws IOException {
    Path norms = norms("word\ttaste", rows(30, "#"));
    mitchell("norms", "predict", "w1", "--vectors", vectors, "--norms", norms, "--out", norms)
        .failsWith(2);
    mitchell("norms", "compare", "--vectors", vectors, "--norms", norms, "--picture", "x.jpg")
        .failsWith(2);
  }

  @Test
  void twoNormsWhosePicturesWouldHaveOneNameHaveTwo() throws IOException {
    Path norms = norms("word\ta b\ta-b", rows(30, "#\t#"));
    fit(norms, "--out", folder.resolve("out")).succeeds();
    assertThat(Ran.files(folder.resolve("out")).keySet())
        .contains("scatter-a-b.png", "scatter-a-b-2.png");
  }

  @Test
  void picturesOfAnEarlierRunGo() throws IOException {
    Path out = folder.resolve("out");
    fit(norms("word\ta b\ta-b", rows(30, "#\t#")), "--out", out).succeeds();
    Files.writeString(out.resolve("notes.txt"), "mine");
    fit(norms("word\ttaste", rows(30, "#")), "--out", out).succeeds();
    assertThat(Ran.files(out).keySet())
        .contains("scatter-taste.png", "notes.txt")
        .noneMatch(name -> name.startsWith("scatter-a"));
  }

  @Test
  void aThemeWithoutAPictureIsASlip() throws IOException {
    Path norms = norms("word\ttaste", rows(30, "#"));
    assertThat(fit(norms, "--theme", "dark").failsWith(2).err())
        .contains("--theme goes with --out");
    assertThat(
            mitchell("norms", "compare", "--vectors", vectors, "--norms", norms, "--theme", "dark")
                .failsWith(2)
                .err())
        .contains("--theme goes with --picture");
  }
}
