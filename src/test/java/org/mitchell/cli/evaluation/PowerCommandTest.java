package org.mitchell.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.cli.Ran;
import tools.jackson.databind.JsonNode;

class PowerCommandTest {
  @TempDir private Path folder;

  /** A small study of T's fourteen words, none of them asked of the paper alone. */
  private static Ran power(Object... more) {
    return powerOf(Ran.FEATURES, more);
  }

  private static Ran powerOf(Path features, Object... more) {
    Object[] small = {
      "power",
      "--features",
      features,
      "--words",
      "8,12",
      "--presentations",
      "2",
      "--snr",
      "0.5",
      "--participants",
      "1,2",
      "--repetitions",
      "3",
      "--permutations",
      "19",
      "--grid-voxels",
      "60",
      "--voxels",
      "20"
    };
    return Ran.mitchell(Stream.concat(Stream.of(small), Stream.of(more)).toArray());
  }

  @Test
  void theTableAndTheJsonSayTheSame() throws IOException {
    JsonNode json = power("--json", "--out", folder).succeeds().json();
    assertThat(json.get("simulated").asBoolean()).isTrue();
    assertThat(json.get("rows").size()).isEqualTo(4);
    assertThat(json.get("seed").asLong()).isEqualTo(1);
    List<String> table = Files.readAllLines(folder.resolve("power.tsv"));
    assertThat(table).hasSize(5);
    String[] cells = table.get(2).split("\t");
    JsonNode row = json.get("rows").get(1);
    assertThat(cells[0]).isEqualTo("8").isEqualTo(row.get("words").asString());
    assertThat(cells[3]).isEqualTo("2").isEqualTo(row.get("participants").asString());
    assertThat(Double.parseDouble(cells[5])).isEqualTo(row.get("accuracy").asDouble());
    assertThat(Double.parseDouble(cells[8])).isEqualTo(row.get("powerCi95").get(0).asDouble());
    assertThat(table.get(1)).endsWith("\tn/a");
    JsonNode beside = Ran.json(folder.resolve("power.json"));
    assertThat(beside.get("rows")).isEqualTo(json.get("rows"));
    assertThat(beside.get("provenance").get("inputs").get(0).get("sha256").asString()).hasSize(64);
    assertThat(beside.has("seconds")).isFalse();
  }

  @Test
  void whatIsAssumedStandsWhereTheFiguresStand() throws IOException {
    Ran ran = power("--shared-signal", "0.5", "--out", folder).succeeds();
    assertThat(ran.out())
        .contains("linear in the features", "noise white", "signatures independent")
        .contains("a shared response to words of sd 0.5");
    JsonNode json = Ran.json(folder.resolve("power.json"));
    assertThat(json.path("sharedSignal").asDouble()).isEqualTo(0.5);
    assertThat(json.path("assumptions").path(0).asString()).contains("linear in the features");
    assertThat(json.path("processorSecondsEstimated").asDouble()).isPositive();
    assertThat(ran.err()).contains("of processor time");
  }

  @Test
  void theFilesAreTheSameForAnyNumberOfThreads() throws IOException {
    power("--threads", "1", "--out", folder.resolve("one/p.tsv")).succeeds();
    power("--threads", "3", "--out", folder.resolve("three/p.tsv")).succeeds();
    assertThat(Ran.files(folder.resolve("three"))).hasSize(2);
    assertThat(Ran.files(folder.resolve("three"))).isEqualTo(Ran.files(folder.resolve("one")));
  }

  @Test
  void wordsBeyondThePapersAreDrawnFromTheFeaturesAndNamed() {
    // Of T's words the paper has bear, horse, cat, dog, saw, hammer and train.
    Ran ran = power("--json").succeeds();
    assertThat(ran.json().get("wordsOfThePaper").asInt()).isEqualTo(7);
    assertThat(ran.json().get("words").size()).isEqualTo(12);
    assertThat(ran.err()).contains("7 of the paper's nouns; 5 other words are drawn");
  }

  @Test
  void moreWordsThanThereAreFeaturesOfIsAnError() {
    assertThat(power("--words", "15").failsWith(1).err())
        .contains("gives features of 14 words where 15 are asked for");
    assertThat(power("--require-all").failsWith(1).err())
        .contains("no features of 53 of the paper's nouns");
  }

  @Test
  void theFeaturesAreNeverReplaced() throws IOException {
    Path features = Files.copy(Ran.FEATURES, folder.resolve("features.tsv"));
    String before = Files.readString(features);
    assertThat(powerOf(features, "--out", features).failsWith(2).err()).contains("--out");
    assertThat(Files.readString(features)).isEqualTo(before);
  }

  @Test
  void withOnePresentationAllVoxelsAreCompared() {
    power("--presentations", "1").succeeds();
  }

  @ParameterizedTest
  @CsvSource({
    "--words, 3, from 4 up",
    "--presentations, 0, from 1 up",
    "--participants, 0, from 1 up",
    "--repetitions, 0, from 1 up",
    "--permutations, 18, from 19 up",
    "--snr, -0.1, from 0 up",
    "--snr, NaN, a number such as",
    "--shared-signal, -1, from 0 up",
    "--grid-voxels, 30, 40 to 20000",
    "--voxels, 5000, the brain has",
    "--voxels, none, or all",
    "--ridge, -1, from 0 up"
  })
  void aNumberThatIsNoneIsWrongUsage(String option, String value, String message) {
    assertThat(Ran.mitchell("power", option, value).failsWith(2).err()).contains(option, message);
  }
}
