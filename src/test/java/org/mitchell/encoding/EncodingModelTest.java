package org.mitchell.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Workers;

class EncodingModelTest {
  @Test
  void aSignatureIsTheRidgeCoefficientOfTheDepartureFromTheMeanImage() {
    // Images 3 and 1 depart by 1 and -1 from their mean; coefficient (1 + 1) / (1 + 1 + lambda).
    WordImages images = images(new float[][] {{3, 5}, {1, 5}});
    EncodingModel model =
        fit(
            new double[][] {{1}, {-1}},
            images,
            new EncodingOptions(Preset.PAPER, Scale.NONE, 1),
            1);
    assertThat(model.signatures().all()).isDeepEqualTo(new float[][] {{2 / 3f, 0}});
    assertThat(model.predict(new double[] {2})).containsExactly(4 / 3f, 0);
    assertThat(model.rank()).isEqualTo(1);
  }

  @Test
  void theInterceptOfPresetStrictIsNotPenalised() {
    // Features 5 and 3 depart by 1 and -1 from their mean, which predicts the mean image however
    // large the penalty.
    WordImages images = images(new float[][] {{3, 5}, {1, 5}});
    var options = new EncodingOptions(Preset.STRICT, Scale.NONE, 1);
    EncodingModel model = fit(new double[][] {{5}, {3}}, images, options, 1);
    assertThat(model.signatures().all()).isDeepEqualTo(new float[][] {{2 / 3f, 0}});
    assertThat(model.predict(new double[] {4})).containsExactly(0, 0);
    assertThat(model.predict(new double[] {5})).containsExactly(2 / 3f, 0);
  }

  @ParameterizedTest
  @EnumSource
  void withMoreFeaturesThanWordsTheTrainingImagesAreReproduced(Preset preset) {
    var random = new Random(1);
    double[][] raw = normal(random, 7, 12);
    WordImages images = images(random, 7, 30);
    EncodingModel model = fit(raw, images, new EncodingOptions(preset, Scale.UNIT, 0), 1);
    double[] mean = images.mean();
    for (int w = 0; w < 7; w++) {
      float[] predicted = model.predict(raw[w]);
      for (int v = 0; v < 30; v++) {
        assertThat((double) predicted[v]).isCloseTo(images.row(w)[v] - mean[v], within(1e-5));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whetherTheMeanImageWasRemovedMakesNoDifference(Preset preset) {
    var random = new Random(2);
    double[][] raw = normal(random, 9, 4);
    WordImages images = images(random, 9, 20);
    var options = new EncodingOptions(preset, Scale.ZSCORE, 0.5);
    float[][] signatures = fit(raw, images, options, 1).signatures().all();
    float[][] again = fit(raw, images.withoutMean(), options, 1).signatures().all();
    for (int f = 0; f < signatures.length; f++) {
      assertThat(again[f]).containsExactly(signatures[f], within(1e-6f));
    }
  }

  @Test
  void aModelFromItsSavedPartsPredictsTheSameBytes() {
    var random = new Random(3);
    EncodingModel fresh =
        fit(
            normal(random, 9, 4),
            images(random, 9, 50),
            new EncodingOptions(Preset.STRICT, Scale.ZSCORE, 0.1),
            1);
    var scaling =
        new FeatureScaling(
            fresh.scaling().unitLength(),
            fresh.scaling().centre().clone(),
            fresh.scaling().spread().clone());
    EncodingModel saved =
        EncodingModel.of(
            fresh.words(),
            fresh.featureNames(),
            fresh.options(),
            scaling,
            fresh.signatures(),
            fresh.rank());
    double[] vector = {0.1, 2.5, -3, 1e-3};
    assertThat(saved.predict(vector)).containsExactly(fresh.predict(vector));
    assertThat(saved.voxels()).isEqualTo(50);
    assertThat(saved.options()).isEqualTo(fresh.options());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void signaturesAreTheSameToTheLastBitForAnyNumberOfThreads(int threads) {
    double[][] raw = normal(new Random(4), 9, 4);
    WordImages images = images(new Random(5), 9, 3000);
    float[][] one = fit(raw, images, EncodingOptions.PAPER, 1).signatures().all();
    assertThat(fit(raw, images, EncodingOptions.PAPER, threads).signatures().all())
        .isDeepEqualTo(one);
  }

  @Test
  void aVectorOfAnotherLengthIsRefusedWithBothNumbers() {
    var random = new Random(6);
    EncodingModel model = fit(normal(random, 6, 4), images(random, 6, 2), EncodingOptions.PAPER, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.predict(new double[3]))
        .withMessageContainingAll("3 values", "4 features");
  }

  @Test
  void partsThatDoNotBelongTogetherAreRefusedWithTheirNumbers() {
    var random = new Random(7);
    WordImages images = images(random, 6, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fit(normal(random, 5, 4), images, EncodingOptions.PAPER, 1))
        .withMessageContainingAll("5 words", "6 images");
    var scaling = new FeatureScaling(true, new double[2], new double[] {1, 1});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(List.of("see", "eat", "ride"), scaling, new float[3][5]))
        .withMessageContainingAll("3 names", "scaling of 2", "3 signatures");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(List.of("see", "eat"), scaling, new float[][] {{1, 2}, {1}}))
        .withMessageContainingAll("2", "1 voxels");
  }

  @Test
  void itsNamesCannotBeChangedFromOutside() {
    var names = new ArrayList<>(List.of("see", "eat"));
    var scaling = new FeatureScaling(true, new double[2], new double[] {1, 1});
    EncodingModel model = of(names, scaling, new float[2][5]);
    names.set(0, "hear");
    assertThat(model.featureNames()).containsExactly("see", "eat");
    assertThatThrownBy(() -> model.featureNames().set(0, "hear"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> model.words().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static EncodingModel of(
      List<String> names, FeatureScaling scaling, float[][] signatures) {
    return EncodingModel.of(List.of("bear"), names, EncodingOptions.PAPER, scaling, signatures, 2);
  }

  private static EncodingModel fit(
      double[][] raw, WordImages images, EncodingOptions options, int threads) {
    List<String> words = IntStream.range(0, raw.length).mapToObj(w -> "word" + w).toList();
    List<String> names = IntStream.range(0, raw[0].length).mapToObj(f -> "feature" + f).toList();
    try (var workers = new Workers(threads)) {
      return EncodingModel.fit(words, names, raw, images, options, workers);
    }
  }

  private static WordImages images(Random random, int words, int voxels) {
    var rows = new float[words][voxels];
    for (float[] row : rows) {
      for (int v = 0; v < voxels; v++) {
        row[v] = (float) (2 + random.nextGaussian());
      }
    }
    return images(rows);
  }

  private static WordImages images(float[][] rows) {
    var trials = new float[rows.length][][];
    var stimuli = new ArrayList<Stimulus>();
    for (int w = 0; w < rows.length; w++) {
      stimuli.add(new Stimulus("word" + w, ""));
      trials[w] = new float[][] {rows[w]};
    }
    return WordImages.of(new Responses("R1", "", stimuli, trials, Optional.empty(), List.of()));
  }

  private static double[][] normal(Random random, int words, int features) {
    var rows = new double[words][features];
    for (double[] row : rows) {
      for (int f = 0; f < features; f++) {
        row[f] = random.nextGaussian();
      }
    }
    return rows;
  }
}
