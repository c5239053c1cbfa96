package org.mitchell.cli.participants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.cli.Ran;
import org.mitchell.cli.SmallBrains;
import tools.jackson.databind.JsonNode;

/** {@code --select}: what the compared voxels are chosen by. */
class SelectOptionTest {
  private static final String MODEL = "sub-T1/sub-T1_task-nouns_model.json";

  @TempDir private Path folder;

  private JsonNode options(String name, Object... more) throws IOException {
    Path out = folder.resolve(name);
    Object[] usual = {"--voxels", "10", "--ridge", "1"};
    Ran.fit(out, "T1", Ran.T1, Stream.of(usual, more).flatMap(Stream::of).toArray()).succeeds();
    return Ran.json(out.resolve(MODEL)).path("options");
  }

  @Test
  void theModelRecordsWhatItsVoxelsWereChosenByUnlessThatIsStability() throws IOException {
    assertThat(options("usual").has("select")).isFalse();
    assertThat(options("named", "--select", "stability").has("select")).isFalse();
    assertThat(options("snr", "--select", "snr").path("select").asString()).isEqualTo("snr");
    assertThat(options("r", "--select", "top-r-train").path("select").asString())
        .isEqualTo("top-r-train");
  }

  @Test
  void regionsOfAnAtlasAreLookedUpWhereTheVoxelsLie() throws IOException {
    var brains = new SmallBrains(folder);
    brains.simulate("A", 0.3);
    Path atlas = brains.atlas();
    JsonNode json =
        Ran.mitchell(
                "evaluate",
                "--subject",
                "A",
                "--data",
                brains.data(),
                "--features",
                brains.features(),
                "--voxels",
                "15",
                "--select",
                "reliability:" + atlas,
                "--permutations",
                "9",
                "--subsamples",
                "0",
                "--out",
                folder.resolve("out"),
                "--json")
            .succeeds()
            .json();
    assertThat(json.path("method").path("select").asString()).isEqualTo("reliability:" + atlas);
    assertThat(json.path("selectedVoxels").asInt()).isEqualTo(15);
  }

  @Test
  void whatIsFittedSoIsPredictedAndIdentifiedSo() throws IOException {
    Path out = fitted("SNR");
    Ran predicted = Ran.mitchell("predict", "word03", "--subject", "A", "--model", out).succeeds();
    assertThat(predicted.out()).contains(" over the 15 voxels of highest signal to noise, ");
    Path image = predictedImage(out);
    Ran identified =
        Ran.mitchell("identify", image, "--subject", "A", "--model", out, "--hold-out", "word03");
    assertThat(identified.succeeds().out())
        .contains("over the 15 voxels of highest signal to noise, ");
  }

  @Test
  void withoutTheAtlasNoWordIsComparedByIt() throws IOException {
    var brains = new SmallBrains(folder);
    Path atlas = brains.atlas();
    Path out = fitted("Reliability:" + atlas);
    Ran.mitchell("predict", "word03", "--subject", "A", "--model", out).succeeds();
    Files.delete(atlas);
    Ran ran = Ran.mitchell("predict", "word03", "--subject", "A", "--model", out).failsWith(1);
    assertThat(ran.err())
        .startsWith("mitchell: " + atlas + ": the voxels of this model were chosen by the regions");
  }

  private Path fitted(String by) throws IOException {
    var brains = new SmallBrains(folder);
    brains.simulate("A", 0.3);
    Path out = folder.resolve("out");
    Ran.mitchell(
            "fit",
            "--subject",
            "A",
            "--data",
            brains.data(),
            "--features",
            brains.features(),
            "--voxels",
            "15",
            "--select",
            by,
            "--out",
            out)
        .succeeds();
    return out;
  }

  private static Path predictedImage(Path out) throws IOException {
    try (Stream<Path> files = Files.walk(out)) {
      return files
          .filter(file -> file.getFileName().toString().contains("predicted"))
          .filter(file -> file.toString().endsWith(".nii.gz"))
          .findFirst()
          .orElseThrow();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "foo, , got 'foo' where stability",
    "snr, --voxels=all, chooses some voxels",
    "top-r-train, --ridge=auto, goes with a penalty that is given",
    "reliability:, , got 'reliability:' where stability"
  })
  void whatItDoesNotGoWithIsSaidBeforeAnythingIsRead(String by, String more, String said) {
    Object[] words = {"fit", "--subject", "none", "--data", folder, "--select", by};
    Object[] all =
        more == null ? words : Stream.concat(Stream.of(words), Stream.of(more)).toArray();
    Ran ran = Ran.mitchell(all);
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("--select").contains(said);
  }

  @Test
  void wordsOfOnePresentationAreAnErrorWhereItIsNamed() {
    Path once = Ran.ANALYSIS.resolve("T1-mean.csv.gz");
    Ran ran = Ran.fit(folder.resolve("once"), "T1", once, "--select", "snr");
    ran.failsWith(1);
    assertThat(ran.err()).contains("choosing voxels by snr needs at least 2 presentations");
  }
}
