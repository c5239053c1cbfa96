package org.mitchell.derivatives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.cli.Ran;
import org.mitchell.encoding.EncodingModel;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Workers;

/** Signatures that are gone over in their file give what those in memory give, to the last bit. */
class SavedSignaturesTest {
  private static final String ANALYSIS =
      "--subject T --few-words --data testdata/analysis/data-science-T1.mat --features ";
  private static final String WIDE = "testdata/analysis/wide_T.csv";
  private static final String VERBS = "testdata/analysis/features_T.csv";
  private static final String STUDY = "testdata/images/";
  private static final String IMAGES =
      "--subject T --few-words --labels testdata/images/labels.tsv"
          + " --features testdata/images/features.tsv --ridge 1 --images ";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        ANALYSIS + VERBS,
        ANALYSIS + WIDE + " --preset strict --ridge 1",
        ANALYSIS + WIDE + " --scale zscore --ridge 1",
        ANALYSIS + WIDE + " --ridge auto",
        ANALYSIS + WIDE + " --ridge auto --ridge-per voxel",
        ANALYSIS + "a=" + WIDE + ",b=" + VERBS + " --combine concatenated --ridge 1",
        ANALYSIS + "a=" + WIDE + ",b=" + VERBS + " --combine banded",
        ANALYSIS + "a=" + WIDE + ",b=" + VERBS + " --combine stacked",
        "--subject T --few-words --data testdata/analysis/T1.tsv --ridge 1 --features " + WIDE,
        IMAGES + STUDY + "betas.nii.gz",
        IMAGES + STUDY + "betas.nii.gz --parcels " + STUDY + "atlas.nii.gz",
        IMAGES + STUDY + "sub-01_space-toy_betas.dscalar.nii",
        IMAGES
            + STUDY
            + "sub-01_hemi-L_space-toy_betas.func.gii --images "
            + STUDY
            + "sub-01_hemi-R_space-toy_betas.func.gii",
      })
  void allFormsOfFitsPredictTheSameHeldAndNot(String command) throws IOException {
    fit(command);
    SavedFit held = SavedFit.read(folder, "T");
    SavedFit.hold(List.of(held));
    EncodingModel model = SavedFit.read(folder, "T", 0).model();
    float[][] signatures = held.model().signatures().all();
    assertThat(model.signatures().all()).isDeepEqualTo(signatures);
    double[][] words = held.rawFeatures();
    double[][] sums = summed(held.model(), signatures, words);
    float[][] images = rounded(sums);
    assertThat(model.predict(words, (f, signature) -> {})).isDeepEqualTo(images);
    assertThat(held.model().predict(words, (f, signature) -> {})).isDeepEqualTo(images);
    assertThat(model.predict(words[2])).containsExactly(images[2]);
    int[] some = {2, 0};
    for (int threads = 1; threads <= 2; threads++) {
      try (var workers = new Workers(threads)) {
        double[][] expected = at(some, sums);
        assertThat(model.predictAt(words, some, workers)).isDeepEqualTo(expected);
        assertThat(held.model().predictAt(words, some, workers)).isDeepEqualTo(expected);
      }
    }
  }

  /** As the formula has it: a sum over the features in their order. */
  private static double[][] summed(EncodingModel model, float[][] signatures, double[][] words) {
    var sums = new double[words.length][signatures[0].length];
    for (int w = 0; w < words.length; w++) {
      double[] scaled = model.scaling().apply(words[w]);
      for (int v = 0; v < sums[w].length; v++) {
        for (int f = 0; f < scaled.length; f++) {
          sums[w][v] += scaled[f] * signatures[f][v];
        }
      }
    }
    return sums;
  }

  private static float[][] rounded(double[][] values) {
    var rounded = new float[values.length][values[0].length];
    for (int w = 0; w < rounded.length; w++) {
      for (int v = 0; v < rounded[w].length; v++) {
        rounded[w][v] = (float) values[w][v];
      }
    }
    return rounded;
  }

  private static double[][] at(int[] columns, double[][] values) {
    return Arrays.stream(values)
        .map(row -> IntStream.of(columns).mapToDouble(c -> row[c]).toArray())
        .toArray(double[][]::new);
  }

  @Test
  void ofAnotherOrderOfVoxelsEachHasItsOwnValue() throws IOException {
    fit(ANALYSIS + WIDE);
    SavedFit fit = SavedFit.read(folder, "T", 0);
    int voxels = fit.model().voxels();
    int[] turned = IntStream.range(0, voxels).map(v -> voxels - 1 - v).toArray();
    EncodingModel model = fit.modelOn(fit.places().orElseThrow().select(turned));
    assertThat(model.voxels()).isEqualTo(voxels);
    float[] own = fit.model().predict(fit.rawFeatures()[0]);
    float[] other = model.predict(fit.rawFeatures()[0]);
    for (int v = 0; v < voxels; v++) {
      assertThat(other[v]).isEqualTo(own[turned[v]]);
    }
  }

  /** What is to be predicted of no word takes no file. */
  @Test
  void whatIsHeldStaysWhenTheFileGoes() throws IOException {
    fit(ANALYSIS + WIDE);
    SavedFit held = SavedFit.read(folder, "T", 0);
    SavedFit other = SavedFit.read(folder, "T", 0);
    double[] word = held.rawFeatures()[1];
    float[] expected = held.model().predict(word);
    SavedFit.hold(List.of(held));
    Files.delete(signatures());
    assertThat(held.model().predict(word)).containsExactly(expected);
    assertThat(other.model().predict(new double[0][], (f, signature) -> {})).isEmpty();
    assertThatThrownBy(() -> other.model().predict(word))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("there is no such file");
  }

  @Test
  void thoseThatHaveRoomToTheByteAreHeldOnceTheyHaveBeenRead() throws IOException {
    fit(ANALYSIS + WIDE);
    long bytes = 4L * 30 * 60;
    SavedFit held = SavedFit.read(folder, "T", bytes);
    SavedFit other = SavedFit.read(folder, "T", bytes - 1);
    double[] word = held.rawFeatures()[1];
    float[] expected = other.model().predict(word);
    assertThat(held.model().predict(word)).containsExactly(expected);
    Files.delete(signatures());
    assertThat(held.model().predict(word)).containsExactly(expected);
    assertThatThrownBy(() -> other.model().predict(word)).isInstanceOf(InputException.class);
  }

  /** What cannot be read because it is of another fit is said to be of another fit. */
  @Test
  void damageOfAFileThatIsNotTheFitsIsNotWhatIsSaid() throws IOException {
    fit(ANALYSIS + WIDE);
    SavedFit fit = SavedFit.read(folder, "T", 0);
    byte[] bytes = Files.readAllBytes(signatures());
    Files.write(signatures(), Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> fit.model().predict(fit.rawFeatures()[0]))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("SHA-256 differs", "Fit the participant again");
  }

  @Test
  void threadsThatAskAtTheSameTimeHaveTheSameAnswer() throws Exception {
    fit(ANALYSIS + WIDE);
    SavedFit fit = SavedFit.read(folder, "T", 0);
    double[] word = fit.rawFeatures()[1];
    float[] expected = fit.model().predict(word);
    var threads = Executors.newFixedThreadPool(4);
    try {
      var asked = new ArrayList<Callable<float[]>>();
      for (int n = 0; n < 40; n++) {
        boolean holds = n == 20;
        asked.add(
            () -> {
              if (holds) {
                SavedFit.hold(List.of(fit));
              }
              return fit.model().predict(word);
            });
      }
      for (Future<float[]> answer : threads.invokeAll(asked)) {
        assertThat(answer.get()).containsExactly(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private void fit(String command) {
    var words = new ArrayList<Object>(List.of("fit"));
    words.addAll(Arrays.asList(command.split(" ")));
    words.addAll(List.of("--out", folder));
    Ran.mitchell(words.toArray()).succeeds();
  }

  private Path signatures() throws IOException {
    try (var files = Files.list(folder.resolve("sub-T"))) {
      return files
          .filter(file -> file.toString().endsWith("desc-signatures_statmap.nii.gz"))
          .findFirst()
          .orElseThrow();
    }
  }
}
