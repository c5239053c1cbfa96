package org.mitchell.cli.participants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiWriter;
import tools.jackson.databind.JsonNode;

/**
 * {@code check} goes on after the first thing that is wrong; {@code fit} says it before it works.
 */
class CheckAllProblemsTest {
  private static final Path IMAGES = Path.of("testdata/images");
  private static final Path STUDY = Path.of("testdata/bids/study");

  @TempDir private Path folder;

  @Test
  void labelsMaskImagesAndFeaturesAreAllLookedAt() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(IMAGES.resolve("labels.tsv")));
    lines.set(2, lines.get(2).replaceFirst("^[^\t]+", "")); // a row without a word
    Path labels = folder.resolve("labels.tsv");
    Files.write(labels, lines);
    Path other = image("other.nii", 7, 3, 2);
    Path again = folder.resolve("again.nii.gz");
    Files.copy(IMAGES.resolve("betas.nii.gz"), again);
    Path features = folder.resolve("features.tsv");
    List<String> some = Files.readAllLines(IMAGES.resolve("features.tsv"));
    Files.write(features, some.subList(0, some.size() - 1));

    JsonNode json =
        Ran.mitchell(
                "check",
                "--images",
                IMAGES.resolve("betas.nii.gz"),
                again,
                other,
                "--labels",
                labels,
                "--mask",
                image("mask.nii", 7, 3, 2),
                "--features",
                features,
                "--json")
            .json();

    String messages = messages(json);
    assertThat(messages)
        .contains("labels.tsv: line 3: no word in column")
        .contains("other.nii: [7, 3, 2] voxels where")
        .contains("the same bytes as")
        .contains("1 word left out");
    assertThat(json.get("errors").asInt()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void numbersOfRowsAndAMaskOnAnotherGridAreBothSaid() throws IOException {
    List<String> lines = Files.readAllLines(IMAGES.resolve("labels.tsv"));
    Path labels = folder.resolve("labels.tsv");
    Files.write(labels, lines.subList(0, lines.size() - 2));
    Ran ran =
        Ran.mitchell(
            "check",
            "--images",
            IMAGES.resolve("betas.nii.gz"),
            "--labels",
            labels,
            "--mask",
            image("mask.nii", 7, 3, 2),
            "--features",
            IMAGES.resolve("features.tsv"));
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out())
        .contains("22 rows of labels where")
        .contains("mask.nii: [7, 3, 2] voxels where");
  }

  @Test
  void aFileWhoseNameAndContentAreOfOtherHemispheresIsSaid() throws IOException {
    Path left = folder.resolve("sub-01_hemi-R_betas.func.gii");
    Path right = folder.resolve("sub-01_hemi-L_betas.func.gii");
    Files.copy(IMAGES.resolve("sub-01_hemi-L_space-toy_betas.func.gii"), left);
    Files.copy(IMAGES.resolve("sub-01_hemi-R_space-toy_betas.func.gii"), right);
    JsonNode json =
        Ran.mitchell(
                "check",
                "--images",
                left,
                right,
                "--labels",
                IMAGES.resolve("labels.tsv"),
                "--features",
                IMAGES.resolve("features.tsv"),
                "--json")
            .succeeds()
            .json();
    assertThat(messages(json))
        .contains(
            "hemi-R_betas.func.gii: its name says the right hemisphere and its"
                + " AnatomicalStructurePrimary, which is taken, the left one")
        .contains("hemi-L_betas.func.gii: its name says the left hemisphere");
  }

  @Test
  void oneImageAloneNeedsAMask() throws IOException {
    Path labels = folder.resolve("labels.tsv");
    Files.writeString(labels, "word\nant\n");
    assertThat(
            Ran.mitchell(
                    "fit",
                    "--subject",
                    "01",
                    "--images",
                    image("one.nii", 4, 3, 2),
                    "--labels",
                    labels,
                    "--features",
                    IMAGES.resolve("features.tsv"),
                    "--out",
                    folder.resolve("out"))
                .failsWith(1)
                .err())
        .contains("one image alone: without a mask the brain is where voxels differ")
        .contains("--mask FILE");
  }

  @Test
  void whatIsLeftOutMustBePossibleBeforeImagesOfTrialsAreMade() {
    for (String command : List.of("fit", "evaluate")) {
      Ran ran = bids(command, "--session", "ses-a", "--run", "run-1", "--cv", "run");
      assertThat(ran.failsWith(1).err())
          .contains("leaving runs out needs at least 2 runs; participant 01 has 1 run");
      assertThat(folder.resolve("out")).doesNotExist();
    }
  }

  @Test
  void labelsMayHaveTheirKeyInFront() throws IOException {
    Ran ran =
        Ran.mitchell(
            "check",
            "--bids",
            STUDY,
            "--features",
            "testdata/bids/features.csv",
            "--subject",
            "sub-01",
            "--task",
            "task-listen",
            "--session",
            "ses-a",
            "--run",
            "run-1",
            "--json");
    assertThat(ran.succeeds().json().get("subjects").get(0).get("files").size()).isEqualTo(1);
  }

  private Ran bids(String command, Object... more) {
    var words = new ArrayList<Object>(List.of(command, "--bids", STUDY, "--subject", "01"));
    words.addAll(List.of("--features", "testdata/bids/features.csv", "--few-words"));
    words.addAll(List.of("--out", folder.resolve("out")));
    words.addAll(Arrays.asList(more));
    return Ran.mitchell(words.toArray());
  }

  private Path image(String name, int x, int y, int z) throws IOException {
    double[][] affine = {{-3, 0, 0, 0}, {0, 3, 0, 0}, {0, 0, 3, 0}, {0, 0, 0, 1}};
    var values = new float[x * y * z];
    Arrays.fill(values, 1);
    Path file = folder.resolve(name);
    try (var stream = Files.newOutputStream(file)) {
      var header = NiftiHeader.builder(x, y, z).sform(affine, 1).build();
      NiftiWriter.write(NiftiImage.of(header, values), name, stream);
    }
    return file;
  }

  private static String messages(JsonNode json) {
    return String.join(
        "\n",
        json.get("subjects")
            .get(0)
            .get("problems")
            .valueStream()
            .map(p -> p.get("message").asString())
            .toList());
  }
}
