package org.mitchell.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.evaluation.ranks.Guess;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.StatMap;
import org.mitchell.maps.VoxelImages;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiWriter;

/** A fit as the page asks about it, of testdata/derivatives/make_golden.py. */
class ViewedFitTest {
  private static final Path GOLDEN = Path.of("testdata", "derivatives", "golden");
  private static final Path IMAGE = Path.of("the image");

  private Workers workers;
  private SavedFit fit;
  private ViewedFit viewed;

  @BeforeEach
  void view() throws IOException {
    workers = new Workers(1);
    fit = SavedFit.read(GOLDEN, "G1");
    viewed = new ViewedFit(fit, Optional::empty, Optional.empty(), workers);
  }

  @AfterEach
  void close() {
    workers.close();
  }

  @Test
  void theObservedImageOfAWordIsIdentifiedAmongAllWords() throws IOException {
    Path map =
        GOLDEN.resolve(
            "sub-G1/sub-G1_task-nouns_space-MNI152Lin_contrast-ant_desc-observed_statmap.nii.gz");
    try (InputStream image = new GZIPInputStream(Files.newInputStream(map))) {
      ViewedFit.Found found = viewed.identify(image, IMAGE);
      assertThat(found.voxels()).isEqualTo(40);
      assertThat(found.identified().guesses()).hasSize(12);
      assertThat(found.identified().guesses().subList(0, 3))
          .extracting(Guess::word)
          .contains("ant");
    }
  }

  @Test
  void anImageWithoutAComparedVoxelIsAnErrorThatNamesNoOption() throws IOException {
    var values = new float[fit.model().voxels()];
    Arrays.fill(values, Float.NaN);
    double[] stability = fit.stability().orElseThrow();
    int leastStable =
        IntStream.range(0, stability.length)
            .boxed()
            .min(Comparator.comparingDouble(v -> stability[v]))
            .orElseThrow();
    values[leastStable] = 1;
    NiftiImage empty = VoxelImages.of(StatMap.of("response", "nothing", values), viewed.grid());
    var bytes = new ByteArrayOutputStream();
    NiftiWriter.write(empty, bytes);
    assertThatThrownBy(() -> viewed.identify(new ByteArrayInputStream(bytes.toByteArray()), IMAGE))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> {
              assertThat(e.getMessage())
                  .startsWith("the image: there is nothing to compare")
                  .endsWith("Check that it covers the brain, or compare all voxels")
                  .doesNotContain("--");
              assertThat(e.remedy()).contains(Remedy.OR_ALL_VOXELS);
            });
  }

  @Test
  void aWordIsFoundWhateverItsCase() throws IOException {
    ViewedFit.Typed typed = viewed.typed("ANT");
    assertThat(typed.word().word()).isEqualTo("ant");
    assertThat(typed.word().trained()).isTrue();
    assertThat(typed.notes()).containsExactly("'ANT' is taken for 'ant', a word of the model");
  }

  @Test
  void aWordOfASumThatIsZeroIsSaidToBe(@TempDir Path folder) throws IOException {
    List<String> rows = new ArrayList<>(Files.readAllLines(Ran.FEATURES));
    rows.add("nil,0,0,0,0,0");
    Path features = Files.write(folder.resolve("features.csv"), rows);
    Path out = folder.resolve("fit");
    Ran.mitchell("fit", "--subject", "T1", "--data", Ran.T1, "--features", features, "--out", out)
        .succeeds();
    var ofTable =
        new ViewedFit(SavedFit.read(out, "T1"), Optional::empty, Optional.empty(), workers);
    assertThatThrownBy(() -> ofTable.typed("cat + nil"))
        .hasMessageContaining("nil is zero in all its features.");
    assertThatThrownBy(() -> ofTable.typed("nil")).hasMessageContaining(": zero in all its");
  }

  @Test
  void whatAVoxelWeighsIsItsColumnOfTheSignatures() {
    int column = 17;
    int index = viewed.grid().linearIndex(column);
    int[] dims = viewed.grid().dims();
    int[] ijk = {index % dims[0], index / dims[0] % dims[1], index / dims[0] / dims[1]};
    ViewedFit.Voxel voxel = viewed.voxel(ijk, 3).orElseThrow();
    assertThat(voxel.coefficients().keySet()).containsExactly("see", "eat", "push");
    assertThat(List.copyOf(voxel.coefficients().values()))
        .containsExactly(
            fit.model().signatures().all()[0][column],
            fit.model().signatures().all()[1][column],
            fit.model().signatures().all()[2][column]);
    assertThat(voxel.best()).hasSize(3);
    assertThat(voxel.observed()).isFalse();
  }

  @Test
  void outsideTheBrainThereIsNoVoxel() {
    assertThat(viewed.voxel(new int[] {0, 0, 0}, 3)).isEmpty();
    assertThat(viewed.voxel(new int[] {-1, 2, 2}, 3)).isEmpty();
    assertThat(viewed.voxel(new int[] {2, 2, 99}, 3)).isEmpty();
  }

  @Test
  void withoutResponsesNothingIsObservedAndThatIsSaid() throws IOException {
    assertThat(viewed.observed("ant")).isEmpty();
    assertThat(viewed.whyNoResponses()).contains("/golden/data/data-science-G1.mat");
  }
}
