package org.mitchell.cli.participants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.cli.Ran;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiReader;
import tools.jackson.databind.JsonNode;

/** {@code --ridge auto}, from the command line to the files and back. */
class RidgeAutoTest {
  private static final Path NESTED = Path.of("testdata/ridge/nested.json");
  private static final String START = "sub-T1/sub-T1_task-nouns";

  @TempDir private Path folder;

  /** The grid and the number of voxels of the fixtures. */
  private Ran fit(Object... more) {
    Object[] usual = {"--voxels", "15", "--ridge", "auto", "--ridge-grid", "0.01:1000:8"};
    return Ran.fit(
        folder, "T1", Ran.T1, Stream.concat(Arrays.stream(usual), Arrays.stream(more)).toArray());
  }

  private static JsonNode nested(int number) throws IOException {
    return Ran.json(NESTED).path("cases").path(number);
  }

  @ParameterizedTest
  @CsvSource({
    "0, global, paper, unit",
    "1, global, strict, unit",
    "2, voxel, paper, unit",
    "3, voxel, strict, none"
  })
  void theCountsAndChoicesAreThoseOfRefitting(int number, String per, String preset, String scale)
      throws IOException {
    JsonNode expected = nested(number);
    JsonNode json =
        fit("--ridge-per", per, "--preset", preset, "--scale", scale, "--json").succeeds().json();
    assertThat(json.path("correct").asDouble()).isEqualTo(expected.path("correct").asDouble());
    assertThat(json.path("ridge").asString()).isEqualTo("auto");
    assertThat(json.path("penalties").path("per").asString()).isEqualTo(per);
    var counts = new long[8];
    for (JsonNode fold : expected.path("choices")) {
      (fold.isArray() ? fold.valueStream() : Stream.of(fold)).forEach(k -> counts[k.asInt()]++);
    }
    assertThat(json.path("penalties").path("folds").path("counts").valueStream())
        .extracting(JsonNode::asLong)
        .containsExactly(Arrays.stream(counts).boxed().toArray(Long[]::new));
    assertThat(Ran.json(folder.resolve(START + "_model.json")).path("penalties"))
        .isEqualTo(json.path("penalties"));
  }

  @ParameterizedTest
  @CsvSource({"0, global", "2, voxel"})
  void aTrainingWordIsPredictedWithAPenaltyThatWasChosenWithoutIt(int number, String per)
      throws IOException {
    fit("--ridge-per", per).succeeds();
    JsonNode expected = nested(number).path("leaveOneOut");
    for (String word : expected.propertyNames()) {
      Ran.mitchell("predict", "--model", folder, word).succeeds();
      double[] image =
          columns(
              folder.resolve(
                  START + "_space-MNI152Lin_contrast-" + word + "_desc-predicted_statmap.nii.gz"));
      double[] refitted =
          expected.path(word).valueStream().mapToDouble(JsonNode::asDouble).toArray();
      assertThat(image).as(word).containsExactly(refitted, within(1e-5));
    }
  }

  @Test
  void aModelWithAChosenPenaltyIsReadBackAsItWasWritten() throws IOException {
    fit("--ridge-per", "voxel").succeeds();
    JsonNode options = Ran.json(folder.resolve(START + "_model.json")).path("options");
    assertThat(options.path("ridge").asString()).isEqualTo("auto");
    assertThat(options.path("ridgePer").asString()).isEqualTo("voxel");
    assertThat(options.path("ridgeGrid").valueStream())
        .hasSize(8)
        .first()
        .satisfies(penalty -> assertThat(penalty.asDouble()).isEqualTo(0.01));
    Ran.mitchell("predict", "--model", folder, "dog", "--json").succeeds();
    JsonNode sidecar =
        Ran.json(
            folder.resolve(START + "_space-MNI152Lin_contrast-dog_desc-predicted_statmap.json"));
    assertThat(sidecar.path("Options")).isEqualTo(options);
  }

  @Test
  void standardisedErrorsAreSaidAndKnownToTheModelThatIsRead() throws IOException {
    assertThat(fit("--ridge-error", "standardised").succeeds().out())
        .contains("ridge auto by standardised errors (");
    JsonNode options = Ran.json(folder.resolve(START + "_model.json")).path("options");
    assertThat(options.path("ridgeError").asString()).isEqualTo("standardised");
    Ran.mitchell("predict", "--model", folder, "dog", "--json").succeeds();
    JsonNode sidecar =
        Ran.json(
            folder.resolve(START + "_space-MNI152Lin_contrast-dog_desc-predicted_statmap.json"));
    assertThat(sidecar.path("Options")).isEqualTo(options);
  }

  @Test
  void rawErrorsAreTheDefaultAndNotWritten() throws IOException {
    fit("--ridge-error", "raw").succeeds();
    byte[] said = Files.readAllBytes(folder.resolve(START + "_pairs.tsv"));
    JsonNode options = Ran.json(folder.resolve(START + "_model.json")).path("options");
    fit().succeeds();
    assertThat(Files.readAllBytes(folder.resolve(START + "_pairs.tsv"))).isEqualTo(said);
    assertThat(options.has("ridgeError")).isFalse();
  }

  @Test
  void theBytesDoNotDependOnTheThreads() throws IOException {
    Path evaluation = folder.resolve(START + "_pairs.tsv");
    fit("--ridge-per", "voxel", "--threads", "1").succeeds();
    byte[] one = Files.readAllBytes(evaluation);
    fit("--ridge-per", "voxel", "--threads", "3").succeeds();
    assertThat(Files.readAllBytes(evaluation)).isEqualTo(one);
  }

  @Test
  void peopleSeeTheChosenPenaltyAndItsSpread() {
    assertThat(fit().succeeds().out())
        .containsPattern("ridge auto \\([0-9.]+; folds [0-9.]+ to [0-9.,]+, median [0-9.]+\\)");
  }

  @Test
  void aPenaltyAtTheEdgeOfTheGridIsAWarning() {
    Ran narrow =
        Ran.fit(
            folder,
            "T1",
            Ran.T1,
            "--ridge",
            "auto",
            "--ridge-grid",
            "1e-6:1e-5:3",
            "--voxels",
            "15");
    assertThat(narrow.succeeds().err())
        .contains("T1: the chosen penalty is at the edge of the grid for 92 of 92 models")
        .contains("at the largest, 1.00e-05", "--ridge-grid FROM:TO:N");
    Ran wide =
        Ran.fit(
            folder,
            "T1",
            Ran.T1,
            "--ridge",
            "auto",
            "--ridge-grid",
            "1e-9:1e9:50",
            "--voxels",
            "15");
    assertThat(wide.succeeds().err()).doesNotContain("edge of the grid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"automatic", "-1", "1e400", "NaN", "0,5"})
  void aPenaltyThatIsNoneIsWrongUsage(String ridge) {
    Ran ran = Ran.fit(folder, "T1", Ran.T1, "--ridge", ridge).failsWith(2);
    assertThat(ran.err()).contains("--ridge", "a number from 0 up");
  }

  @Test
  void aPenaltyThatIsMissingIsWrongUsage() {
    assertThat(Ran.fit(folder, "T1", Ran.T1, "--ridge", "").failsWith(2).err())
        .contains("option '--ridge': got '' where a value is expected");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1:10", "10:1:5", "0:1:5", "1:10:1", "1:10:x", "a:b:c", "1:10:5:7"})
  void aGridThatIsNoneIsWrongUsage(String grid) {
    Ran ran = Ran.fit(folder, "T1", Ran.T1, "--ridge", "auto", "--ridge-grid", grid).failsWith(2);
    assertThat(ran.err()).contains("--ridge-grid: got '" + grid + "'", "FROM:TO:N");
  }

  @Test
  void howToChooseMakesNoSenseForAGivenPenalty() {
    assertThat(Ran.fit(folder, "T1", Ran.T1, "--ridge-per", "voxel").failsWith(2).err())
        .contains("--ridge-per: only where penalties are chosen, as by --ridge auto");
    assertThat(Ran.fit(folder, "T1", Ran.T1, "--ridge-error", "raw").failsWith(2).err())
        .contains("--ridge-error: only where penalties are chosen, as by --ridge auto");
    assertThat(fit("--ridge-per", "voxel", "--ridge-error", "standardised").failsWith(2).err())
        .contains("--ridge-error: a penalty a voxel sums no errors");
    assertThat(
            Ran.fit(folder, "T1", Ran.T1, "--ridge", "2", "--ridge-grid", "1:2:3")
                .failsWith(2)
                .err())
        .contains("--ridge-grid: only where penalties are chosen, as by --ridge auto");
  }

  /** The values of an image in the order of the participant's voxel columns. */
  private static double[] columns(Path image) throws IOException {
    NiftiImage map = NiftiReader.read(image);
    float[] box = map.toFloats();
    int[] dims = map.dims();
    return Files.readAllLines(Ran.ANALYSIS.resolve("T1_coords_ijk.tsv")).stream()
        .skip(1)
        .map(row -> Arrays.stream(row.split("\t")).mapToInt(Integer::parseInt).toArray())
        .mapToDouble(ijk -> box[ijk[0] - 1 + dims[0] * (ijk[1] - 1 + dims[1] * (ijk[2] - 1))])
        .toArray();
  }
}
