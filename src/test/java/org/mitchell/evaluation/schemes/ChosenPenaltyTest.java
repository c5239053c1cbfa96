package org.mitchell.evaluation.schemes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.FoldPredictor;
import org.mitchell.encoding.Penalty;
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
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/** Penalties that are chosen inside a scheme's folds. */
class ChosenPenaltyTest {
  private static final int WORDS = 10;

  private final Responses responses =
      RandomResponses.of(5, new int[] {3, 3, 3, 3, 3, 3, 3, 3, 3, 3}, 80, Kind.SIGNAL, Kind.NOISE);

  static Stream<EvaluationOptions> options() {
    return Stream.of(Preset.values())
        .flatMap(preset -> Stream.of(Metric.values()).map(metric -> options(preset, metric)))
        .flatMap(o -> Stream.of(Penalty.Error.values()).map(error -> withError(o, error)))
        .flatMap(
            o ->
                Stream.of(OptionalInt.of(20), OptionalInt.empty())
                    .map(v -> new EvaluationOptions(o.encoding(), v, o.metric(), o.match())));
  }

  private static EvaluationOptions options(Preset preset, Metric metric) {
    return new EvaluationOptions(
        new EncodingOptions(preset, Scale.UNIT, 0), OptionalInt.of(20), metric, MatchRule.SUM);
  }

  private static EvaluationOptions withError(EvaluationOptions options, Penalty.Error error) {
    var global = new Penalty.Chosen(Optional.empty(), Penalty.Per.GLOBAL, error);
    var encoding =
        new EncodingOptions(options.encoding().preset(), options.encoding().scale(), global);
    return new EvaluationOptions(encoding, options.voxels(), options.metric(), options.match());
  }

  @ParameterizedTest
  @MethodSource("options")
  void everyPairIsThatOfTheEvaluationThatPredictsImages(EvaluationOptions options) {
    double[][] raw = features(4);
    try (var workers = new Workers(2)) {
      LeaveTwoOutResult images =
          LeaveTwoOut.run(new EncodingAnalysis(responses, raw, options), workers, Progress.NONE);
      SchemeResult products =
          SchemeEvaluation.of(
                  Scheme.LEAVE_TWO_OUT, new EncodingAnalysis(responses, raw, options), workers)
              .run(FoldPredictor.of(raw, options.encoding()), List.of(), Progress.NONE);
      for (int i = 0; i < images.pairs().size(); i++) {
        PairResult expected = images.pairs().get(i);
        PairResult pair = products.pairs().get(i);
        assertThat(pair.s11()).isCloseTo(expected.s11(), within(1e-9));
        assertThat(pair.s12()).isCloseTo(expected.s12(), within(1e-9));
        assertThat(pair.s21()).isCloseTo(expected.s21(), within(1e-9));
        assertThat(pair.s22()).isCloseTo(expected.s22(), within(1e-9));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("options")
  void relabelledWordsAreWordsWithOtherFeatures(EvaluationOptions options) {
    double[][] raw = features(4);
    int[] featuresOf = {3, 1, 0, 2, 9, 8, 7, 6, 4, 5};
    var exchanged = new double[WORDS][];
    for (int w = 0; w < WORDS; w++) {
      exchanged[w] = raw[featuresOf[w]];
    }
    try (var workers = new Workers(2)) {
      var scheme =
          SchemeEvaluation.of(
              Scheme.LEAVE_TWO_OUT, new EncodingAnalysis(responses, raw, options), workers);
      var given = FoldPredictor.of(raw, options.encoding());
      double relabelled =
          scheme.run(given, List.of(new FeatureSet(given, featuresOf)), Progress.NONE)
              .otherAccuracies()[0];
      var other = FoldPredictor.of(exchanged, options.encoding());
      assertThat(relabelled).isEqualTo(scheme.run(other, List.of(), Progress.NONE).accuracy());
    }
  }

  @Test
  void aPenaltyForEveryVoxelIsNotForProducts() {
    var perVoxel = new Penalty.Chosen(Optional.empty(), Penalty.Per.VOXEL);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                FoldPredictor.of(
                    features(4), new EncodingOptions(Preset.PAPER, Scale.UNIT, perVoxel)));
  }

  private static double[][] features(int count) {
    var random = new Random(3);
    return Stream.generate(() -> random.doubles(count).toArray())
        .limit(WORDS)
        .toArray(double[][]::new);
  }
}
