package org.mitchell.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Workers;

/** Expected images are of testdata/trials/make_trials.py: nilearn's regressors, numpy's lstsq. */
class TrialImagesTest {
  private static final FrameTimes FRAMES = new FrameTimes(0, 2, 40);
  private static final TrialMethod LSS = TrialMethod.of("lss", HaemodynamicResponse.GLOVER);

  static Stream<JsonNode> cases() throws IOException {
    return MadeRuns.of("trials.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void imagesAreThoseOfTheWholeModelSolvedAtOnce(JsonNode made) {
    RunDesign design = MadeRuns.design(made);
    float[][] bold = MadeRuns.bold(made);
    assertThat(made.get("images").size()).isEqualTo(4);
    made.get("images")
        .properties()
        .forEach(
            entry -> {
              var method = MadeRuns.method(made, entry.getKey());
              float[][] images = images(TrialModel.of(design, method), bold, 2);
              double[][] expected = MadeRuns.rows(entry.getValue());
              for (int t = 0; t < expected.length; t++) {
                for (int v = 0; v < expected[t].length; v++) {
                  assertThat((double) images[t][v])
                      .as("%s: %s, trial %d, voxel %d", made.get("name"), entry.getKey(), t, v)
                      .isCloseTo(expected[t][v], within(2e-6 * (1 + Math.abs(expected[t][v]))));
                }
              }
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void theNumberOfThreadsChangesNoByte(int threads) {
    var bold = new float[40][3000];
    for (int f = 0; f < bold.length; f++) {
      for (int v = 0; v < bold[f].length; v++) {
        bold[f][v] = 100 + (31 * f + 17 * v) % 97;
      }
    }
    TrialModel model = TrialModel.of(trialsAt(4, 20, 44), LSS);
    assertThat(images(model, bold, threads)).isDeepEqualTo(images(model, bold, 3));
  }

  @Test
  void aVoxelWithoutSignalHasNoImage() {
    float[][] images = images(TrialModel.of(trialsAt(4, 20, 44), LSS), new float[40][1], 1);
    assertThat(images[0][0]).isNaN();
  }

  @Test
  void anOffsetOfTheSignalChangesNothingButThePercent() {
    var low = new float[40][1];
    var high = new float[40][1];
    for (int f = 0; f < 40; f++) {
      low[f][0] = 1000 + f * f % 7;
      high[f][0] = 1_000_000 + f * f % 7;
    }
    TrialModel model = TrialModel.of(trialsAt(4, 20, 44), LSS);
    double lowMean = IntStream.range(0, 40).mapToDouble(f -> low[f][0]).average().orElseThrow();
    assertThat(images(model, high, 1)[1][0] * (lowMean + 999_000) / lowMean)
        .isCloseTo(images(model, low, 1)[1][0], within(1e-5));
  }

  @Test
  void aTrialBehindTheLastFrameIsNamed() {
    assertThatThrownBy(() -> TrialModel.of(trialsAt(4, 200), LSS))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "the trial 'word' at 200.000 s has no image: it begins outside the run (the frames go"
                + " from 0.000 to 78.000 s)");
  }

  @Test
  void twoTrialsAtTheSameTimeCannotBeToldApart() {
    var lsa = TrialMethod.of("lsa", HaemodynamicResponse.GLOVER);
    assertThatThrownBy(() -> TrialModel.of(trialsAt(4, 20, 20, 44), lsa))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("'word' at 20.000 s and 'word' at 20.000 s");
  }

  @Test
  void aConfoundThatIsTheTrialItselfLeavesNothing() {
    RunDesign plain = trialsAt(4, 20, 44);
    double[] own = new TrialRegressors(FRAMES).of(plain.trials(), LSS)[1];
    var design =
        new RunDesign(FRAMES, plain.trials(), Map.of(), plain.drift(), Map.of("spike", own));
    assertThatThrownBy(() -> TrialModel.of(design, LSS))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("the trial 'word' at 20.000 s has no image: drift, confounds");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "LSS2", "mean", "mean:7-4s", "mean:4-", "fir:1.2.3-4s", "mean:-1-4s"})
  void whatIsNoMethodIsRefused(String text) {
    assertThatThrownBy(() -> TrialMethod.of(text, HaemodynamicResponse.GLOVER))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static RunDesign trialsAt(double... onsets) {
    List<Event> trials =
        Arrays.stream(onsets).mapToObj(onset -> new Event(onset, 2, "word")).toList();
    return new RunDesign(FRAMES, trials, Map.of(), new Drift.Polynomial(1), Map.of());
  }

  private static float[][] images(TrialModel model, float[][] bold, int threads) {
    try (var workers = new Workers(threads)) {
      return TrialImages.of(model, bold, workers).images();
    }
  }
}
