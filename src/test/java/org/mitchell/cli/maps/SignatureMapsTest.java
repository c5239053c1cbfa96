package org.mitchell.cli.maps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.cli.Ran;
import org.mitchell.cli.SmallBrains;
import org.mitchell.nifti.NiftiReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** How sure signatures are, through the command line, for voxels, vertices and a table. */
class SignatureMapsTest {
  private static final String NAME = "sub-a/sub-a_task-nouns_space-MNI152Lin_";

  @TempDir private static Path shared;
  private static SmallBrains brains;
  private static Path fits;

  @TempDir private Path folder;

  @BeforeAll
  static void aFit() {
    brains = new SmallBrains(shared);
    brains.simulate("a", 0.2);
    fits = brains.fit("a");
  }

  private Ran map(Path out, Object... words) {
    return on(fits, Stream.concat(Stream.of("--out", out), Arrays.stream(words)).toArray());
  }

  private static Ran on(Path model, Object... words) {
    return Ran.mitchell(
        Stream.concat(
                Stream.of("map", "--model", model, "--stat", "signatures"), Arrays.stream(words))
            .toArray());
  }

  @Test
  void intervalsAreCountedAsTheImagesSay() throws IOException {
    Path out = folder.resolve("out");
    JsonNode json = map(out, "--subsamples", "4", "--json").succeeds().json();
    JsonNode sidecar = json(out.resolve(NAME + "desc-signatureerrors_statmap.json"));
    JsonNode ofFit = json(fits.resolve(NAME + "desc-signatures_statmap.json"));
    assertThat(sidecar.path("VolumeNames")).isEqualTo(ofFit.path("VolumeNames"));
    float[] errors = image(out, "desc-signatureerrors");
    float[] signatures = image(fits, "desc-signatures");
    assertThat(errors).hasSameSizeAs(signatures);
    JsonNode figures = json.path("signatures");
    int volume = errors.length / figures.path("features").size();
    for (int f = 0; f < figures.path("features").size(); f++) {
      int excluding = 0;
      for (int i = f * volume; i < (f + 1) * volume; i++) {
        // 2.13145 is t of 15 degrees of freedom: there are 16 words.
        excluding += Math.abs(signatures[i]) > 2.13145 * errors[i] ? 1 : 0;
      }
      JsonNode feature = figures.path("features").get(f);
      assertThat(feature.path("feature")).isEqualTo(ofFit.path("VolumeNames").get(f));
      assertThat(feature.path("voxelsExcludingZero").asInt()).isEqualTo(excluding);
    }
    assertThat(figures.path("voxelsByChance").asDouble())
        .isEqualTo(.05 * json.path("voxels").asInt());
    // A signal is planted in a part of the brain, so that there are more than chance gives.
    assertThat(figures.path("features").valueStream())
        .anyMatch(
            feature ->
                feature.path("voxelsExcludingZero").asDouble()
                    > figures.path("voxelsByChance").asDouble());
    assertThat(image(out, "stat-signaturehalves")).hasSize(volume);
  }

  @Test
  void theSameSeedGivesTheSameBytesForAnyNumberOfThreads() throws IOException {
    map(folder.resolve("one"), "--subsamples", "4", "--threads", "1").succeeds();
    map(folder.resolve("two"), "--subsamples", "4", "--threads", "2").succeeds();
    for (String map : List.of("desc-signatureerrors", "stat-signaturehalves")) {
      String file = NAME + map + "_statmap.nii.gz";
      assertThat(folder.resolve("one").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("two").resolve(file));
    }
  }

  @Test
  void whatIsPrintedSaysHowManyChanceGives() {
    assertThat(map(folder.resolve("out"), "--subsamples", "3").succeeds().out())
        .contains("Participant", ": map of stability of signatures")
        .contains("r over 3 features of those fitted on halves of 16 words", "mean of 3")
        .containsPattern("excludes 0, not corrected: by chance 5% of [0-9,]+, [0-9]+")
        .containsPattern("push +[0-9]+");
  }

  @Test
  void verticesHaveErrorsAndStabilityToo() throws IOException {
    new StudyOnSurfaces(folder).fitGifti("01", "01", "gifti", "L", "R");
    Path out = folder.resolve("gifti");
    on(out, "--subject", "01", "--subsamples", "3").succeeds();
    try (Stream<Path> files = Files.list(out.resolve("sub-01"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains(
              "sub-01_task-nouns_hemi-L_space-ico_desc-signatureerrors_statmap.func.gii",
              "sub-01_task-nouns_hemi-R_space-ico_stat-signaturehalves_statmap.func.gii");
    }
  }

  @Test
  void aTableWithTwoFeaturesHasErrorsAndNoStability() throws IOException {
    var random = new Random(1);
    var text = new StringBuilder();
    for (int w = 0; w < SmallBrains.WORDS; w++) {
      text.append("word%02d".formatted(w));
      for (int v = 0; v < 20; v++) {
        text.append(' ').append(random.nextGaussian());
      }
      text.append('\n');
    }
    Path data = Files.writeString(folder.resolve("p.txt"), text);
    Path model = folder.resolve("plain");
    Ran.mitchell(
            "fit",
            "--subject",
            "p",
            "--data",
            data,
            "--features",
            brains.features(),
            "--columns",
            "1-2",
            "--out",
            model)
        .succeeds();
    assertThat(on(model, "--subject", "p").succeeds().out())
        .contains("no stability: it is a correlation over features, and here are 2 features");
    assertThat(model.resolve("sub-p/sub-p_task-nouns_desc-signatureerrors_statmap.tsv.gz"))
        .exists();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--group mean", "--subsamples 0", "--permutations 5", "--of see", "--beyond a"})
  void wrongUsageIsSaidBeforeAnythingIsRead(String words) {
    Path out = folder.resolve("out");
    Ran ran = map(out, (Object[]) words.split(" "));
    assertThat(ran.status()).isEqualTo(2);
    assertThat(out).doesNotExist();
  }

  private static float[] image(Path folder, String map) throws IOException {
    return NiftiReader.read(folder.resolve(NAME + map + "_statmap.nii.gz")).toFloats();
  }

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(Files.readString(file));
  }
}
