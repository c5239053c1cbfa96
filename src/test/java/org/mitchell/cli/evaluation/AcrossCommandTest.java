package org.mitchell.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;
import tools.jackson.databind.JsonNode;

/**
 * {@code across} on tables without places: two participants that respond to features in the same
 * way at other voxels, and a third that saw other words.
 */
class AcrossCommandTest {
  private static final String LETTERS = "abcdefghijkl";

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    var features = new StringBuilder("word,one,two,three\n");
    for (int w = 0; w < LETTERS.length(); w++) {
      features.append(
          "%s,%.3f,%.3f,%.3f%n".formatted(word(w), feature(w, 0), feature(w, 1), feature(w, 2)));
    }
    Files.writeString(folder.resolve("features.csv"), features);
    Files.writeString(folder.resolve("X1.txt"), images(1, 0, LETTERS.length()));
    Files.writeString(folder.resolve("X2.txt"), images(2, 0, LETTERS.length()));
    Files.writeString(folder.resolve("X3.txt"), images(3, 9, LETTERS.length()));
  }

  private static String word(int w) {
    return "" + LETTERS.charAt(w) + "word";
  }

  private static double feature(int w, int f) {
    return 1 + Math.sin(1.3 * w * (f + 1) + f);
  }

  private static String images(int participant, int from, int to) {
    var text = new StringBuilder();
    for (int w = from; w < to; w++) {
      text.append(word(w));
      for (int v = 0; v < 40; v++) {
        double value = 0.3 * Math.sin(17.0 * w * v * participant + v);
        for (int f = 0; f < 3; f++) {
          value += feature(w, f) * Math.cos(participant * 0.7 * v + 2 * f);
        }
        text.append(" %.4f".formatted(value));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private Ran across(String subjects, Object... more) {
    var words = new ArrayList<Object>(List.of("across", "--subject", subjects, "--data", folder));
    words.addAll(List.of("--features", folder.resolve("features.csv"), "--permutations", "19"));
    words.addAll(List.of("--ridge", "1", "--out", folder.resolve("out")));
    words.addAll(List.of(more));
    return Ran.mitchell(words.toArray());
  }

  @Test
  void withoutPlacesThereAreAlignmentsAndANote() throws IOException {
    Ran ran = across("X1,X2", "--dimensions", "3", "--json").succeeds();
    assertThat(ran.err()).contains("not by anatomy: participant X1: got voxels without a place");
    JsonNode figures = ran.json();
    assertThat(figures.get("ways").size()).isEqualTo(2);
    assertThat(figures.get("words").asInt()).isEqualTo(12);
    assertThat(figures.get("dimensions").asInt()).isEqualTo(3);
    JsonNode rotated = figures.get("ways").get(0);
    assertThat(rotated.get("name").asString()).isEqualTo("procrustes");
    assertThat(rotated.get("group").get("mean").asDouble()).isGreaterThan(0.9);
    assertThat(Files.readAllLines(table())).hasSize(5);
  }

  @Test
  void withoutProcrustesThereAreNoDimensions() {
    Ran ran = across("X1,X2", "--by", "ridge", "--json").succeeds();
    assertThat(ran.json().has("dimensions")).isFalse();
  }

  /** The own model is that of {@code evaluate}, to the last digit. */
  @Test
  void theOwnModelIsThatOfEvaluate() throws IOException {
    JsonNode own = across("X1,X2", "--json").succeeds().json().get("within").get("accuracies");
    var words =
        List.of("evaluate", "--subject", "X2", "--data", folder, "--permutations", "1", "--json");
    var all = new ArrayList<Object>(words);
    all.addAll(List.of("--features", folder.resolve("features.csv"), "--ridge", "1"));
    all.addAll(List.of("--out", folder.resolve("own"), "--subsamples", "0"));
    JsonNode evaluated = Ran.mitchell(all.toArray()).succeeds().json();
    assertThat(own.get(1).asDouble()).isEqualTo(evaluated.get("accuracy").asDouble());
  }

  @Test
  void anatomyThatWasAskedForIsAnErrorWithoutPlaces() {
    Ran ran = across("X1,X2", "--by", "anatomy");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).contains("participant X1: got voxels without a place on a grid");
  }

  @Test
  void oneParticipantIsTooFew() {
    Ran ran = across("X1");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).contains("got 1 participant, X1, where each is left out");
  }

  @Test
  void wordsThatNotAllHaveAreSaidAndTooFewAreAnError() {
    Ran ran = across("X1..X3");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .contains("3 words are common to all and used; left out: aword, bword")
        .contains("at least 4 words");
  }

  @Test
  void moreDimensionsThanTrainingWordsHaveAreAnError() {
    Ran ran = across("X1,X2", "--dimensions", "10");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .contains("got 10 dimensions of a shared space where the images of 10 training words");
  }

  @Test
  void whatDoesNotGoTogetherIsWrongUsage() {
    assertThat(across("X1,X2", "--by", "ridge", "--dimensions", "3").status()).isEqualTo(2);
    assertThat(across("X1,X2", "--by", "sight").status()).isEqualTo(2);
    assertThat(across("X1,X2", "--ridge-per", "voxel", "--ridge", "auto").status()).isEqualTo(2);
  }

  /** As {@code evaluate}: where all pairs tie there is no accuracy. */
  @Test
  void imagesThatAreAllAlikeHaveNoAccuracy() throws IOException {
    var text = new StringBuilder();
    for (int w = 0; w < LETTERS.length(); w++) {
      text.append(word(w)).append(" 1.5".repeat(40)).append('\n');
    }
    Files.writeString(folder.resolve("X4.txt"), text);
    assertThat(across("X1,X4").failsWith(1).err()).contains("all 66 pairs tie");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  /** Two training words have images of one dimension, along which all predictions lie. */
  @Test
  void tiesAreSaid() throws IOException {
    Files.writeString(folder.resolve("X4.txt"), images(4, 8, LETTERS.length()));
    assertThat(across("X1,X4", "--few-words").succeeds().err())
        .containsPattern("ridge: \\d+ of 12 pairs tie, and count as wrong \\(preset paper\\)");
  }

  @Test
  void threadsDoNotMatter() throws IOException {
    across("X1,X2", "--threads", "1").succeeds();
    byte[] one = Files.readAllBytes(table());
    across("X1,X2", "--threads", "3").succeeds();
    assertThat(Files.readAllBytes(table())).isEqualTo(one);
  }

  private Path table() {
    return folder.resolve("out/group_task-nouns_desc-across_comparison.tsv");
  }
}
