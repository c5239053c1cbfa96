package org.mitchell.evaluation.folds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.HeldOutModels;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.PairResult;
import org.mitchell.evaluation.RandomResponses;
import org.mitchell.evaluation.schemes.SchemeEvaluation;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/** Folds that no scheme makes, gone over as any others. */
class AnyFoldsTest {
  private static final int WORDS = 14;
  private static final double CLOSE = 1e-9;

  static Stream<EncodingAnalysis> analyses() {
    return Stream.of(
        analysis(Preset.PAPER, 0, OptionalInt.of(12)),
        analysis(Preset.PAPER, 0.4, OptionalInt.empty()),
        analysis(Preset.STRICT, 0, OptionalInt.empty()),
        analysis(Preset.STRICT, 0.4, OptionalInt.of(12)));
  }

  private static EncodingAnalysis analysis(Preset preset, double ridge, OptionalInt voxels) {
    var random = new Random(8);
    double[][] features =
        Stream.generate(() -> random.doubles(3, -1, 1).toArray())
            .limit(WORDS)
            .toArray(double[][]::new);
    var counts = new int[WORDS];
    Arrays.fill(counts, 4);
    var kinds =
        new RandomResponses.Kind[] {RandomResponses.Kind.SIGNAL, RandomResponses.Kind.NOISE};
    return new EncodingAnalysis(
        RandomResponses.of(5, counts, 40, kinds),
        features,
        new EvaluationOptions(
            new EncodingOptions(preset, Scale.UNIT, ridge), voxels, Metric.COSINE, MatchRule.SUM));
  }

  @ParameterizedTest
  @MethodSource("analyses")
  void partsOfTheWordsAreThoseOfRefittingEachPart(EncodingAnalysis analysis) {
    List<Fold> folds = Folds.ofParts(WORDS, 4);
    assertThat(folds.stream().map(fold -> fold.tested().length)).containsExactly(4, 4, 3, 3);
    assertAsBySlowProgram(analysis, folds);
  }

  @ParameterizedTest
  @MethodSource("analyses")
  void listsOfWordsAreThoseOfRefitting(EncodingAnalysis analysis) {
    List<Fold> runs =
        Folds.of(List.of(new int[] {13, 0, 5}, new int[] {2, 7}, new int[] {1, 4, 5, 9}));
    assertAsBySlowProgram(analysis, runs);
  }

  @ParameterizedTest
  @MethodSource("analyses")
  void aFoldWithTrainingWordsOfItsOwnLearnsFromThemAlone(EncodingAnalysis analysis) {
    List<Fold> folds =
        List.of(
            Fold.trainedOn(new int[] {0, 1, 2, 3, 5, 7, 9, 11}, new int[] {4, 10, 13}, WORDS),
            Fold.trainedOn(IntStream.range(4, WORDS).toArray(), new int[] {0, 3}, WORDS));
    assertAsBySlowProgram(analysis, folds);
  }

  @ParameterizedTest
  @MethodSource("analyses")
  void foldsOfOneWordAreChosenAndPredictedThoughNothingIsMatched(EncodingAnalysis analysis) {
    try (var workers = new Workers(2)) {
      MatchedPairs scored = byImages(analysis, Folds.leaveOneOut(WORDS), workers);
      assertThat(scored.results()).isEmpty();
      double[][] operator = scored.summary().operator();
      for (int w = 0; w < WORDS; w++) {
        assertThat(operator[w][w])
            .as("word %d in its own prediction", w)
            .isCloseTo(0, within(CLOSE));
      }
    }
  }

  @Test
  void moreThreadsGiveTheSameBytes() {
    EncodingAnalysis analysis = analysis(Preset.STRICT, 0.4, OptionalInt.of(12));
    List<Fold> folds = Folds.ofParts(WORDS, 5);
    try (var one = new Workers(1);
        var three = new Workers(3)) {
      assertThat(byImages(analysis, folds, three).results())
          .isEqualTo(byImages(analysis, folds, one).results());
      assertThat(SchemeEvaluation.of(folds, analysis, three).run(Progress.NONE).pairs())
          .isEqualTo(SchemeEvaluation.of(folds, analysis, one).run(Progress.NONE).pairs());
    }
  }

  @Test
  void aWordThatIsTrainedOnIsNotTested() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fold.trainedOn(new int[] {1, 2, 3}, new int[] {3, 4}, 6))
        .withMessageContaining("[3, 4] are tested");
  }

  private static MatchedPairs byImages(
      EncodingAnalysis analysis, List<Fold> folds, Workers workers) {
    HeldOutModels models = HeldOutModels.of(analysis.rawFeatures(), analysis.encoding());
    return new CrossValidation(analysis, folds, workers)
        .run(
            columns ->
                MatchedPairs.on(
                    analysis, models, analysis.images().withoutMean(), folds, columns, workers),
            "folds",
            Progress.NONE)
        .scorer();
  }

  private static void assertAsBySlowProgram(EncodingAnalysis analysis, List<Fold> folds) {
    var expected = new ArrayList<double[]>();
    var words = new ArrayList<int[]>();
    for (Fold fold : folds) {
      var slow = new SlowCrossValidation(analysis, fold.training(WORDS));
      for (int[] pair : fold.pairs()) {
        words.add(new int[] {fold.tested()[pair[0]], fold.tested()[pair[1]]});
        expected.add(slow.cosines(fold.tested()[pair[0]], fold.tested()[pair[1]]));
      }
    }
    try (var workers = new Workers(2)) {
      assertPairs(byImages(analysis, folds, workers).results(), words, expected);
      assertPairs(
          SchemeEvaluation.of(folds, analysis, workers).run(Progress.NONE).pairs(),
          words,
          expected);
    }
  }

  private static void assertPairs(
      List<PairResult> pairs, List<int[]> words, List<double[]> expected) {
    assertThat(pairs).hasSameSizeAs(expected);
    for (int p = 0; p < pairs.size(); p++) {
      PairResult pair = pairs.get(p);
      assertThat(new int[] {pair.first(), pair.second()}).isEqualTo(words.get(p));
      assertThat(new double[] {pair.s11(), pair.s12(), pair.s21(), pair.s22()})
          .as("words %d and %d", pair.first(), pair.second())
          .containsExactly(expected.get(p), within(CLOSE));
    }
  }
}
