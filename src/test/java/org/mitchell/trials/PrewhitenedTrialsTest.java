package org.mitchell.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.jobs.Workers;

/** Expected values are of testdata/trials/make_noise.py: nilearn's run_glm with its AR(1) noise. */
class PrewhitenedTrialsTest {
  private static final FrameTimes FRAMES = new FrameTimes(0, 2, 40);

  static Stream<JsonNode> cases() throws IOException {
    return MadeRuns.of("noise.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void imagesAndSharesAreThoseOfNilearnsModels(JsonNode made) {
    float[][] bold = MadeRuns.bold(made);
    assertThat(made.get("images").size()).isGreaterThanOrEqualTo(2);
    made.get("images")
        .properties()
        .forEach(
            entry -> {
              String method = entry.getKey();
              TrialMethod ar1 = MadeRuns.method(made, method).with(NoiseModel.AR1);
              var model = TrialModel.of(MadeRuns.design(made), ar1);
              TrialImages.Made found = images(model, bold, 2);
              assertThat(found.noise().counts())
                  .as("%s: %s", made.get("name"), method)
                  .isEqualTo(counts(MadeRuns.rows(made.get("shares").get(method))));
              double[][] expected = MadeRuns.rows(entry.getValue());
              for (int t = 0; t < expected.length; t++) {
                for (int v = 0; v < expected[t].length; v++) {
                  assertThat((double) found.images()[t][v])
                      .as("%s: %s, trial %d, voxel %d", made.get("name"), method, t, v)
                      .isCloseTo(expected[t][v], within(2e-6 * (1 + Math.abs(expected[t][v]))));
                }
              }
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"lsa", "lss", "fir:4-7s"})
  void theNumberOfThreadsChangesNoByte(String method) {
    float[][] bold = noise(3000);
    TrialModel model = model(method, 4, 20, 44);
    TrialImages.Made alone = images(model, bold, 1);
    assertThat(alone.noise().counts()).hasSizeGreaterThan(20);
    assertThat(images(model, bold, 3).images()).isDeepEqualTo(alone.images());
  }

  @Test
  void aVoxelOfOneValueHasNoNoiseAndOneOfZerosNoImage() {
    float[][] bold = noise(3);
    for (float[] frame : bold) {
      frame[0] = 0;
      frame[1] = 500;
    }
    TrialImages.Made made = images(model("lsa", 4, 20, 44), bold, 1);
    assertThat(made.images()[1][0]).isNaN();
    assertThat(made.images()[1][1]).isZero();
    assertThat(made.images()[1][2]).isFinite();
    assertThat(made.noise().counts().values().stream().mapToLong(n -> n).sum()).isEqualTo(1);
  }

  @Test
  void aSingleTrialHasOneModelWhateverTheMethod() {
    float[][] bold = noise(50);
    assertThat(images(model("lss", 20), bold, 1).images())
        .isDeepEqualTo(images(model("lsa", 20), bold, 1).images());
  }

  @Test
  void aMeanOfFramesHasNoNoiseModel() {
    var mean = TrialMethod.of("mean:4-7s", HaemodynamicResponse.GLOVER);
    assertThatThrownBy(() -> mean.with(NoiseModel.AR1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no model of trials");
  }

  private static Map<Integer, Long> counts(double[][] shares) {
    var counts = new TreeMap<Integer, Long>();
    for (double[] model : shares) {
      for (double share : model) {
        counts.merge((int) Math.rint(share * 100), 1L, Long::sum);
      }
    }
    return counts;
  }

  private static TrialModel model(String method, double... onsets) {
    List<Event> trials =
        Arrays.stream(onsets).mapToObj(onset -> new Event(onset, 2, "word")).toList();
    return TrialModel.of(
        new RunDesign(FRAMES, trials, Map.of(), new Drift.Polynomial(1), Map.of()),
        TrialMethod.of(method, HaemodynamicResponse.GLOVER).with(NoiseModel.AR1));
  }

  /** Frames x voxels. */
  private static float[][] noise(int voxels) {
    var random = new Random(7);
    var bold = new float[FRAMES.count()][voxels];
    for (int v = 0; v < voxels; v++) {
      double before = 0;
      for (float[] frame : bold) {
        before = v % 10 / 12.0 * before + random.nextGaussian();
        frame[v] = (float) (1000 + 20 * before);
      }
    }
    return bold;
  }

  private static TrialImages.Made images(TrialModel model, float[][] bold, int threads) {
    try (var workers = new Workers(threads)) {
      return TrialImages.of(model, bold, workers);
    }
  }
}
