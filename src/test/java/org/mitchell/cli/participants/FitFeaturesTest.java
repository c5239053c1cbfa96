package org.mitchell.cli.participants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;
import org.mitchell.nifti.NiftiReader;
import tools.jackson.databind.JsonNode;

/** The words, categories and features that {@code fit} takes, and those that say nothing. */
class FitFeaturesTest {
  @TempDir private Path folder;
  private FitOfT1 fit;
  private Path out;

  @BeforeEach
  void intoAFolderOfItsOwn() {
    out = folder.resolve("out");
    fit = new FitOfT1(out);
  }

  @Test
  void categoriesOfAFileReplaceTheParticipantsOwn() throws IOException {
    Path categories = folder.resolve("categories.csv");
    var lines = new ArrayList<>(List.of("word,category"));
    Ran.json(Ran.ANALYSIS.resolve("expected.json"))
        .path("participants")
        .path("T1")
        .path("words")
        .forEach(
            word ->
                lines.add(
                    word.asString()
                        + ","
                        + (word.asString().compareTo("d") < 0 ? "early" : "late")));
    Files.write(categories, lines);
    JsonNode json = fit.run("--categories", categories, "--json").succeeds().json();
    // apple axe bear bus cat | nine later words: 10 + 36 pairs within.
    assertThat(json.path("within").path("pairs").asInt()).isEqualTo(46);
    assertThat(fit.model().path("provenance").path("inputs").toString())
        .contains("categories.csv", "features_T.csv", "data-science-T1.mat");
  }

  @Test
  void columnsAreTakenByTheirNumbers() throws IOException {
    JsonNode json = fit.run("--columns", "2,4-5", "--json").succeeds().json();
    assertThat(json.path("features").asInt()).isEqualTo(3);
    JsonNode model = fit.model();
    assertThat(model.path("features").valueStream().map(JsonNode::asString))
        .containsExactly("eat", "cut", "grow");
  }

  @Test
  void wordsWithoutFeaturesAreListedOrAnError() throws IOException {
    Path some = folder.resolve("some.csv");
    Files.write(
        some,
        Files.readAllLines(Ran.FEATURES).stream()
            .filter(row -> !row.startsWith("plum,"))
            .map(row -> row.startsWith("axe,") ? "axe,0,0,0,0,0" : row)
            .toList());
    Object[] words = {
      "fit", "--subject", "T1", "--data", Ran.T1, "--features", some, "--out", out, "--json"
    };
    Ran ran = Ran.mitchell(words).succeeds();
    assertThat(ran.err())
        .contains(
            "2 words left out", "axe (all its features are zero)", "plum (not in the features)");
    assertThat(ran.json().path("words").asInt()).isEqualTo(12);
    assertThat(ran.json().path("droppedWords").propertyNames())
        .containsExactlyInAnyOrder("axe", "plum");
    Object[] all = Arrays.copyOf(words, words.length);
    all[words.length - 1] = "--require-all";
    SortedMap<String, String> before = Ran.files(out);
    assertThat(Ran.mitchell(all).failsWith(1).err())
        .contains("2 of 14 words", "axe", "plum", "--require-all");
    assertThat(Ran.files(out)).isEqualTo(before);
  }

  @Test
  void aFeatureThatTellsNoWordsApartGivesNoAccuracy() throws IOException {
    assertThat(fit.run("--columns", "1").failsWith(1).err())
        .contains("features_T.csv", "unit length", "all 14 words are equal", "--scale zscore");
    assertThat(fit.run("--columns", "1", "--scale", "none").failsWith(1).err())
        .contains("features_T.csv", "all 91 pairs tie", "--scale zscore");
    assertThat(Ran.files(out)).isEmpty();
    Ran ran = fit.run("--columns", "1", "--scale", "zscore", "--json").succeeds();
    int tied = ran.json().path("tiedPairs").asInt();
    assertThat(tied).isBetween(1, 90);
    assertThat(ran.err()).contains("%d of 91 pairs tie, and count as wrong".formatted(tied));
  }

  @Test
  void featuresThatSayNothingAreCounted() throws IOException {
    Path table = folder.resolve("some.csv");
    var rows = new StringBuilder("word,a,b,copy,same\n");
    List<String> lines = Files.readAllLines(Ran.FEATURES).subList(1, 15);
    for (int w = 0; w < lines.size(); w++) {
      int b = w == 1 ? 0 : w * w;
      int a = w == 1 ? 1 : w + 1;
      rows.append("%s,%d,%d,%d,7\n".formatted(lines.get(w).split(",")[0], a, b, b));
    }
    Files.writeString(table, rows);
    Ran ran =
        Ran.mitchell(
                "fit",
                "--subject",
                "T1",
                "--data",
                Ran.T1,
                "--features",
                table,
                "--out",
                out,
                "--json")
            .succeeds();
    assertThat(ran.err())
        .contains(
            "T1: 1 feature has the same value for all words: same",
            "T1: 2 features have the values of another: b = copy",
            "T1: 2 words have the vector of another");
    JsonNode found = ran.json().path("uninformative");
    assertThat(found.path("constant").path(0).asString()).isEqualTo("same");
    assertThat(found.path("sameWords").path(0)).hasSize(2);
    assertThat(fit.model().path("uninformative")).isEqualTo(found);
  }

  @Test
  void aWordWithoutAnyCountIsAWordWhereVectorsAreNotScaled() throws IOException {
    Path table = folder.resolve("zero.csv");
    Files.write(
        table,
        Files.readAllLines(Ran.FEATURES).stream()
            .map(row -> row.startsWith("dog,") ? "dog,0,0,0,0,0" : row)
            .toList());
    for (String scale : List.of("none", "zscore", "unit")) {
      Ran ran =
          Ran.mitchell(
                  "fit",
                  "--subject",
                  "T1",
                  "--data",
                  Ran.T1,
                  "--features",
                  table,
                  "--out",
                  out,
                  "--scale",
                  scale,
                  "--json")
              .succeeds();
      assertThat(ran.json().path("words").asInt()).isEqualTo(scale.equals("unit") ? 13 : 14);
      assertThat(ran.err())
          .contains(
              scale.equals("unit")
                  ? "all its features are zero"
                  : "1 word is zero in all features");
    }
  }

  @Test
  void ofFewWordsAModelIsMadeAndNoAccuracyGiven() throws IOException {
    Path few = folder.resolve("few.csv");
    Files.write(few, Files.readAllLines(Ran.FEATURES).subList(0, 7));
    Object[] fit = {"fit", "--subject", "T1", "--data", Ran.T1, "--features", few, "--out", out};
    Ran ran = Ran.mitchell(fit).succeeds();
    assertThat(ran.err()).contains("WARNING: T1: 8 words left out of 14, most of them, and 6 used");
    assertThat(ran.out())
        .contains("no accuracy is given of 6 words", "--few-words")
        .doesNotContain("all pairs");
    JsonNode json = Ran.json(out.resolve(FitOfT1.EVALUATION));
    assertThat(json.path("accuracy").isNull()).isTrue();
    assertThat(json.path("accuracyWithheld").asString()).contains("6 words");
    Ran.mitchell("predict", Files.readAllLines(few).get(1).split(",")[0], "--model", out)
        .succeeds();
    Ran all = Ran.mitchell(Stream.concat(Stream.of(fit), Stream.of("--few-words")).toArray());
    assertThat(all.succeeds().out()).contains("all pairs");
  }

  @Test
  void categoriesMatchWhateverTheirCase() throws IOException {
    Path categories = folder.resolve("categories.tsv");
    Files.write(
        categories,
        Files.readAllLines(Ran.FEATURES).stream()
            .skip(1)
            .map(row -> row.split(",")[0].toUpperCase(Locale.ROOT))
            .map(word -> word + "\t" + (word.compareTo("DOG") < 0 ? "early" : "late"))
            .toList());
    Ran ran = fit.run("--categories", categories, "--json").succeeds();
    assertThat(ran.err()).contains("categories", "'dog' is taken for 'DOG'", "(14 words in all)");
    JsonNode model = fit.model();
    assertThat(model.path("stimuli").valueStream().map(s -> s.path("category").asString()))
        .containsOnly("early", "late");
  }

  @Test
  void oneFeatureIsAModelOfOneVolume() throws IOException {
    fit.run("--columns", "1", "--scale", "zscore").succeeds();
    Path signatures = out.resolve(FitOfT1.R_MAP.replace("stat-r", "desc-signatures"));
    assertThat(NiftiReader.readHeader(signatures).dims()).containsExactly(7, 6, 5, 1);
    assertThat(
            Ran.json(Path.of(signatures.toString().replace(".nii.gz", ".json")))
                .path("VolumeNames")
                .path(0)
                .asString())
        .isEqualTo("see");
    Ran.mitchell("predict", "apple", "--model", out).succeeds();
  }
}
