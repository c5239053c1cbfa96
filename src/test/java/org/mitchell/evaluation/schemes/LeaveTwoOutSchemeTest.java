package org.mitchell.evaluation.schemes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.LeaveTwoOut;
import org.mitchell.evaluation.LeaveTwoOutResult;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.PairResult;
import org.mitchell.evaluation.RandomResponses;
import org.mitchell.evaluation.RandomResponses.Kind;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/** The scheme leave-two-out against {@link LeaveTwoOut}, which forms every predicted image. */
class LeaveTwoOutSchemeTest {
  private static final Kind[] ORDINARY = {
    Kind.NOISE,
    Kind.SIGNAL,
    Kind.HEAVY_TAILS,
    Kind.LARGE_MEAN,
    Kind.CONSTANT,
    Kind.CONSTANT_ONCE,
    Kind.ONE_WORD_ONCE,
    Kind.TWO_WORDS_ONCE,
    Kind.ONE_OUTLIER,
    Kind.DUPLICATE,
    Kind.ALMOST_FRAGILE
  };

  @ParameterizedTest(name = "{0} words, {1} presentations, {2} voxels, {3} chosen, {4} features")
  @CsvSource({
    "4, 2, 40, 5, 1",
    "5, 3, 60, 10, 2",
    "6, 3, 300, 20, 3",
    "9, 2, 600, 30, 12",
    "12, 6, 400, 25, 5",
    "14, 4, 130, 1, 4",
    "20, 3, 700, 50, 6"
  })
  void everyKindOfVoxelGivesWhatLeaveTwoOutGives(
      int words, int presentations, int voxels, int chosen, int features) {
    var counts = new int[words];
    Arrays.fill(counts, presentations);
    for (long seed = 0; seed < 2; seed++) {
      double[][] raw = features(seed, words, features);
      for (Kind[] kinds : List.of(ORDINARY, Kind.values())) {
        Responses responses = RandomResponses.of(seed, counts, voxels, kinds);
        allOptions(chosen).forEach(options -> assertSame(responses, raw, options));
      }
    }
  }

  @Test
  void aThresholdGuessedTooHighIsWidenedHereToo() {
    // Sixty voxels tell two words from all others and are noise without them: the fold that leaves
    // out these two chooses among all 400.
    var random = new Random(4);
    var trials = new float[12][6][400];
    for (int word = 0; word < trials.length; word++) {
      for (float[] trial : trials[word]) {
        for (int v = 0; v < trial.length; v++) {
          float signal = v < 60 && word < 2 ? 20 - 40 * word : 0;
          trial[v] = signal + (float) random.nextGaussian();
        }
      }
    }
    var stimuli =
        IntStream.range(0, trials.length)
            .mapToObj(w -> new Stimulus("w" + (char) ('a' + w), ""))
            .toList();
    var responses = new Responses("X1", "", stimuli, trials, Optional.empty(), List.of());
    allOptions(30).forEach(options -> assertSame(responses, features(5, 12, 3), options));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 1e3, 1e6})
  void aPredictionMayBeMuchSmallerThanTheImages(double ridge) {
    int[] counts = {3, 3, 3, 3, 3, 3, 3, 3, 3, 3};
    Responses responses = RandomResponses.of(3, counts, 200, Kind.SIGNAL, Kind.NOISE);
    for (Preset preset : Preset.values()) {
      var encoding = new EncodingOptions(preset, Scale.UNIT, ridge);
      var options =
          new EvaluationOptions(encoding, OptionalInt.of(20), Metric.COSINE, MatchRule.SUM);
      assertSame(responses, features(6, 10, 4), options);
    }
  }

  @Test
  void wordsPresentedMoreOftenThanOthersCountWithAllPresentations() {
    int[] counts = {3, 5, 4, 3, 6, 3, 4, 5};
    Responses responses = RandomResponses.of(11, counts, 120, ORDINARY);
    allOptions(15).forEach(options -> assertSame(responses, features(7, 8, 3), options));
  }

  private static Stream<EvaluationOptions> allOptions(int chosen) {
    return Stream.of(Preset.values())
        .flatMap(
            preset ->
                Stream.of(0.0, 0.5).map(ridge -> new EncodingOptions(preset, Scale.UNIT, ridge)))
        .flatMap(
            encoding ->
                Stream.of(OptionalInt.of(chosen), OptionalInt.empty())
                    .flatMap(
                        voxels ->
                            Stream.of(Metric.values())
                                .map(
                                    metric ->
                                        new EvaluationOptions(
                                            encoding, voxels, metric, MatchRule.SUM))));
  }

  private static void assertSame(Responses responses, double[][] raw, EvaluationOptions options) {
    try (var workers = new Workers(2)) {
      LeaveTwoOutResult expected =
          LeaveTwoOut.run(new EncodingAnalysis(responses, raw, options), workers, Progress.NONE);
      SchemeResult result =
          SchemeEvaluation.of(
                  Scheme.LEAVE_TWO_OUT, new EncodingAnalysis(responses, raw, options), workers)
              .run(Progress.NONE);
      assertThat(result.selectedVoxels()).isEqualTo(expected.selectedVoxels());
      assertThat(result.pairs()).hasSameSizeAs(expected.pairs());
      for (int p = 0; p < result.pairs().size(); p++) {
        PairResult pair = result.pairs().get(p);
        PairResult wanted = expected.pairs().get(p);
        assertThat(new double[] {pair.s11(), pair.s12(), pair.s21(), pair.s22()})
            .as("%s, words %d and %d", options, wanted.first(), wanted.second())
            .containsExactly(
                new double[] {wanted.s11(), wanted.s12(), wanted.s21(), wanted.s22()},
                within(1e-8));
        assertThat(pair.correct()).isEqualTo(wanted.correct());
      }
    }
  }

  private static double[][] features(long seed, int words, int features) {
    var random = new Random(seed);
    return Stream.generate(() -> random.doubles(features).toArray())
        .limit(words)
        .toArray(double[][]::new);
  }
}
