package org.mitchell.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.encoding.EncodingModel;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Workers;

class LeaveOneOutTest {
  private static final Responses T1 = ExpectedFigures.responses("T1", Optional.empty());

  /** Which words make features of their own: saw alone has a feature in the deficient table. */
  @ParameterizedTest
  @ValueSource(strings = {"features_T.csv", "deficient_T.csv", "wide_T.csv"})
  void withoutLeakTheImageIsThatOfAModelOfTheOtherWords(String file) {
    FeatureTable table = ExpectedFigures.table(file);
    for (double ridge : new double[] {0, 0.5}) {
      for (Scale scale : Scale.values()) {
        var options = new EncodingOptions(Preset.STRICT, scale, ridge);
        for (int word = 0; word < T1.words().size(); word++) {
          LeaveOneOut.Images images = predict(word, WordImages.of(T1), table, options);
          float[] expected = modelWithout(word, table, options);
          for (int v = 0; v < expected.length; v++) {
            // The model's signatures are in single precision.
            assertThat(images.predicted()[v])
                .as("%s without %s, voxel %d", options, T1.words().get(word), v)
                .isCloseTo(expected[v], within(2e-5 * (1 + Math.abs(expected[v]))));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whetherTheMeanImageWasRemovedMakesNoDifference(Preset preset) {
    FeatureTable table = ExpectedFigures.table("features_T.csv");
    var options = new EncodingOptions(preset, Scale.UNIT, 0);
    LeaveOneOut.Images raw = predict(3, WordImages.of(T1), table, options);
    LeaveOneOut.Images centred = predict(3, WordImages.of(T1).withoutMean(), table, options);
    assertThat(centred.predicted()).containsExactly(raw.predicted(), within(1e-12));
    assertThat(centred.observed()).containsExactly(raw.observed(), within(1e-12));
  }

  @Test
  void inThePaperTheObservedImageIsTheOneWithoutTheMeanOfAllWords() {
    LeaveOneOut.Images images =
        predict(
            3, WordImages.of(T1), ExpectedFigures.table("features_T.csv"), EncodingOptions.PAPER);
    assertThat(images.observed())
        .containsExactly(WordImages.of(T1).withoutMean().row(3), within(1e-12));
  }

  private static LeaveOneOut.Images predict(
      int word, WordImages images, FeatureTable table, EncodingOptions options) {
    try (var workers = new Workers(1)) {
      return LeaveOneOut.predict(word, images, table.rows(T1.words()), options, workers);
    }
  }

  private static float[] modelWithout(int word, FeatureTable table, EncodingOptions options) {
    var others = T1.words().stream().filter(w -> !w.equals(T1.words().get(word))).toList();
    try (var workers = new Workers(1)) {
      EncodingModel model =
          EncodingModel.fit(
              others,
              table.features(),
              table.rows(others),
              WordImages.of(T1.select(others)),
              options,
              workers);
      return model.predict(table.vectors().get(T1.words().get(word)));
    }
  }
}
