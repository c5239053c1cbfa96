package org.mitchell.evaluation.schemes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.FoldPredictor;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.PairResult;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/** What must hold of every scheme whatever the figures are. */
class SchemeInvariantsTest {
  private static final Responses T1 = ExpectedSchemes.responses("T1");
  private static final double[][] FEATURES = ExpectedSchemes.features("features_T.csv", T1.words());

  static Stream<Arguments> schemesAndOptions() {
    return Arrays.stream(Scheme.values())
        .flatMap(
            scheme ->
                Stream.of(
                        options(Preset.PAPER, Scale.UNIT, 0, OptionalInt.of(15)),
                        options(Preset.STRICT, Scale.ZSCORE, 0.5, OptionalInt.of(15)),
                        options(Preset.STRICT, Scale.UNIT, 0.5, OptionalInt.empty()))
                    .map(options -> Arguments.of(scheme, options)));
  }

  /** In the scheme presentations no word is left out: a swap would change the model. */
  static Stream<Arguments> schemesThatLeaveWordsOut() {
    return schemesAndOptions().filter(row -> row.get()[0] != Scheme.PRESENTATIONS);
  }

  @ParameterizedTest
  @MethodSource("schemesThatLeaveWordsOut")
  void swappingTheFeaturesOfTwoWordsThatAreLeftOutNegatesTheirScore(
      Scheme scheme, EvaluationOptions options) {
    List<PairResult> pairs = run(scheme, T1, FEATURES, options).pairs();
    for (int p = 0; p < pairs.size(); p += 1 + pairs.size() / 5) {
      PairResult pair = pairs.get(p);
      double[][] swapped = FEATURES.clone();
      Collections.swap(Arrays.asList(swapped), pair.first(), pair.second());
      PairResult mirrored = run(scheme, T1, swapped, options).pairs().get(p);
      assertThat(score(mirrored)).as("pair %d", p).isCloseTo(-score(pair), within(1e-10));
      assertThat(Math.abs(score(pair))).isGreaterThan(1e-6);
    }
  }

  @ParameterizedTest
  @MethodSource("schemesAndOptions")
  void theOrderOfWordsInTheFileDoesNotMatter(Scheme scheme, EvaluationOptions options) {
    var order = new ArrayList<>(IntStream.range(0, FEATURES.length).boxed().toList());
    Collections.shuffle(order, new Random(3));
    var trials = order.stream().map(SchemeInvariantsTest::trials).toArray(float[][][]::new);
    var stimuli = order.stream().map(T1.stimuli()::get).toList();
    var shuffled = new Responses("T1", "", stimuli, trials, Optional.empty(), List.of());
    double[][] features = ExpectedSchemes.features("features_T.csv", shuffled.words());
    assertThat(run(scheme, shuffled, features, options).pairs())
        .isEqualTo(run(scheme, T1, FEATURES, options).pairs());
  }

  @ParameterizedTest
  @MethodSource("schemesAndOptions")
  void aRelabellingIsTheAnalysisOfTheRelabelledFeatures(Scheme scheme, EvaluationOptions options) {
    List<int[]> permutations = permutations(7, 4);
    double[] accuracies = runOthers(scheme, options, permutations, 2);
    for (int n = 0; n < permutations.size(); n++) {
      double[][] relabelled =
          Arrays.stream(permutations.get(n)).mapToObj(w -> FEATURES[w]).toArray(double[][]::new);
      assertThat(accuracies[n]).isEqualTo(run(scheme, T1, relabelled, options).accuracy());
    }
  }

  @ParameterizedTest
  @MethodSource("schemesAndOptions")
  void theResultIsTheSameToTheLastBitForAnyNumberOfThreads(
      Scheme scheme, EvaluationOptions options) {
    List<int[]> permutations = permutations(8, 70);
    SchemeResult one = run(scheme, options, permutations, 1);
    for (int threads : new int[] {1, 2, 5}) {
      SchemeResult other = run(scheme, options, permutations, threads);
      assertThat(other.pairs()).isEqualTo(one.pairs());
      assertThat(other.otherAccuracies()).isEqualTo(one.otherAccuracies());
      assertThat(other.selectedVoxels()).isEqualTo(one.selectedVoxels());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 62, 63, 64, 65, 127, 128, 129})
  void howManySetsAreRunTogetherDoesNotMatter(int sets) {
    List<int[]> permutations = permutations(9, 129);
    for (Scheme scheme : Scheme.values()) {
      EvaluationOptions options = options(Preset.PAPER, Scale.UNIT, 0, OptionalInt.of(15));
      double[] all = runOthers(scheme, options, permutations, 1);
      double[] some = runOthers(scheme, options, permutations.subList(0, sets), 1);
      assertThat(some).as(scheme.label()).isEqualTo(Arrays.copyOf(all, sets));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theIdentityGivesTheObservedAccuracyWhereverItStands(Scheme scheme) {
    int[] identity = IntStream.range(0, FEATURES.length).toArray();
    List<int[]> permutations = permutations(10, 130);
    int[] places = {0, 62, 63, 64, 127, 129};
    for (int place : places) {
      permutations.set(place, identity);
    }
    EvaluationOptions options = options(Preset.STRICT, Scale.UNIT, 0.5, OptionalInt.of(15));
    SchemeResult result = run(scheme, options, permutations, 2);
    for (int place : places) {
      assertThat(result.otherAccuracies()[place]).isEqualTo(result.accuracy());
    }
    assertThat(Arrays.stream(result.otherAccuracies()).distinct().count()).isGreaterThan(5);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"WITHIN_CATEGORY", "WITHIN_LEFT_OUT_CATEGORY"},
      mode = EnumSource.Mode.INCLUDE)
  void featuresThatAreEqualInsideACategoryTieThere(Scheme scheme) {
    double[][] onehot = ExpectedSchemes.features("onehot_T.csv", T1.words());
    for (Metric metric : Metric.values()) {
      for (OptionalInt voxels : List.of(OptionalInt.of(15), OptionalInt.empty())) {
        assertThat(accuracy(scheme, onehot, Preset.PAPER, metric, voxels)).isZero();
        assertThat(accuracy(scheme, onehot, Preset.STRICT, metric, voxels)).isEqualTo(0.5);
      }
    }
  }

  @Test
  void aFeatureSetOfItsOwnIsRunBesideTheOthers() {
    double[][] wide = ExpectedSchemes.features("wide_T.csv", T1.words());
    EvaluationOptions options = options(Preset.PAPER, Scale.UNIT, 0.5, OptionalInt.of(15));
    var given = FoldPredictor.of(FEATURES, options.encoding());
    var other = FeatureSet.asItIs(FoldPredictor.of(wide, options.encoding()), FEATURES.length);
    for (Scheme scheme : Scheme.values()) {
      try (var workers = new Workers(2)) {
        SchemeResult together =
            SchemeEvaluation.of(scheme, new EncodingAnalysis(T1, FEATURES, options), workers)
                .run(given, List.of(other), Progress.NONE);
        assertThat(together.otherAccuracies())
            .containsExactly(run(scheme, T1, wide, options).accuracy());
        assertThat(together.pairs()).isEqualTo(run(scheme, T1, FEATURES, options).pairs());
      }
    }
  }

  private static double accuracy(
      Scheme scheme, double[][] features, Preset preset, Metric metric, OptionalInt voxels) {
    var encoding = new EncodingOptions(preset, Scale.UNIT, 0);
    return run(scheme, T1, features, new EvaluationOptions(encoding, voxels, metric, MatchRule.SUM))
        .accuracy();
  }

  private static double[] runOthers(
      Scheme scheme, EvaluationOptions options, List<int[]> permutations, int threads) {
    return run(scheme, options, permutations, threads).otherAccuracies();
  }

  private static SchemeResult run(
      Scheme scheme, EvaluationOptions options, List<int[]> permutations, int threads) {
    var predictor = FoldPredictor.of(FEATURES, options.encoding());
    List<FeatureSet> sets =
        permutations.stream().map(featuresOf -> new FeatureSet(predictor, featuresOf)).toList();
    try (var workers = new Workers(threads)) {
      return SchemeEvaluation.of(scheme, new EncodingAnalysis(T1, FEATURES, options), workers)
          .run(predictor, sets, Progress.NONE);
    }
  }

  private static SchemeResult run(
      Scheme scheme, Responses responses, double[][] features, EvaluationOptions options) {
    try (var workers = new Workers(2)) {
      return SchemeEvaluation.of(
              scheme, new EncodingAnalysis(responses, features, options), workers)
          .run(Progress.NONE);
    }
  }

  private static List<int[]> permutations(long seed, int count) {
    var random = new Random(seed);
    var permutations = new ArrayList<int[]>();
    for (int n = 0; n < count; n++) {
      var words = new ArrayList<>(IntStream.range(0, FEATURES.length).boxed().toList());
      Collections.shuffle(words, random);
      permutations.add(words.stream().mapToInt(w -> w).toArray());
    }
    return permutations;
  }

  private static double score(PairResult pair) {
    return pair.s11() + pair.s22() - pair.s12() - pair.s21();
  }

  private static float[][] trials(int word) {
    return IntStream.range(0, T1.presentations(word))
        .mapToObj(p -> T1.trial(word, p))
        .toArray(float[][]::new);
  }

  private static EvaluationOptions options(
      Preset preset, Scale scale, double ridge, OptionalInt voxels) {
    return new EvaluationOptions(
        new EncodingOptions(preset, scale, ridge), voxels, Metric.COSINE, MatchRule.SUM);
  }
}
