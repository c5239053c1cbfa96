package org.mitchell.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.files.InputException;
import org.mitchell.fmri.ImageOptions;
import org.mitchell.fmri.ImageOptions.Brain;
import org.mitchell.fmri.ImageOptions.Labels;
import org.mitchell.fmri.ImageOptions.Within;
import org.mitchell.nifti.NiftiException;

/** A damaged file is read as another study, or refused by its name: nothing else comes out. */
class ImageFuzzTest {
  private static final Path STUDY = Path.of("testdata/images");
  private static final int ROUNDS = 150;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sub-01_space-toy_betas.dscalar.nii",
        "sub-01_hemi-L_space-toy_betas.func.gii",
        "TYPED_FITHRF_GLMDENOISE_RR.hdf5",
        "TYPED_FITHRF_GLMDENOISE_RR.mat",
        "bucket_afni.nii.gz",
        "betas_int16.nii.gz"
      })
  void damagedImagesAreReadOrRefused(String name) throws IOException {
    byte[] whole = Files.readAllBytes(STUDY.resolve(name));
    Path file = folder.resolve(name);
    for (int round = 0; round < ROUNDS; round++) {
      Files.write(file, damaged(whole, new Random(round)));
      requireReadOrRefused(List.of(file), name, round);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SPM.mat", "SPM-v73.mat"})
  void damagedAnalysesAreReadOrRefused(String name) throws IOException {
    byte[] whole = Files.readAllBytes(STUDY.resolve("spm").resolve(name));
    for (Path image : ImageFiles.named(List.of(STUDY.resolve("spm"))).images()) {
      Files.copy(image, folder.resolve(image.getFileName()));
    }
    Path file = folder.resolve("SPM.mat");
    for (int round = 0; round < ROUNDS; round++) {
      Files.write(file, damaged(whole, new Random(round)));
      requireReadOrRefused(List.of(file), "SPM.mat", round);
    }
  }

  private static void requireReadOrRefused(List<Path> files, String name, int round)
      throws IOException {
    try {
      ImageFiles named = ImageFiles.named(files);
      Labels labels =
          named.labels().isPresent() || name.startsWith("bucket")
              ? new Labels(named.labels(), Optional.empty(), Optional.empty(), Optional.empty())
              : Labels.of(STUDY.resolve("labels.tsv"));
      var options =
          new ImageOptions(
              named.images(),
              labels,
              name.contains("TYPED") ? Brain.of(STUDY.resolve("mask.nii.gz")) : Brain.WHOLE,
              1,
              Optional.of(Within.NONE),
              Within.NONE,
              Optional.empty());
      LabelledImages.read("01", options, Optional.empty(), Optional.empty());
    } catch (InputException | NiftiException e) {
      assertThat(e.getMessage())
          .as("%s, round %d", name, round)
          .doesNotContain("xception")
          .doesNotContain("null");
    }
  }

  /** Some bytes changed, or the end cut off. */
  private static byte[] damaged(byte[] whole, Random random) {
    byte[] bytes =
        random.nextInt(4) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
    for (int n = random.nextInt(4); n >= 0 && bytes.length > 0; n--) {
      // Half of them in the first kilobytes, where headers are.
      int limit = random.nextBoolean() ? Math.min(bytes.length, 2500) : bytes.length;
      bytes[random.nextInt(limit)] = (byte) random.nextInt(256);
    }
    return bytes;
  }
}
