package org.mitchell.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.RandomResponses.Kind;
import org.mitchell.evaluation.stability.Stability;
import org.mitchell.evaluation.stability.VoxelSelection;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

class LeaveTwoOutTest {
  private static final List<String> WORDS =
      ExpectedFigures.responses("T1", Optional.empty()).words();

  static Stream<EvaluationOptions> someOptions() {
    return Stream.of(
        options(Preset.PAPER, Scale.UNIT, 0, OptionalInt.of(15)),
        options(Preset.STRICT, Scale.ZSCORE, 0.5, OptionalInt.of(15)),
        options(Preset.STRICT, Scale.UNIT, 0.5, OptionalInt.empty()));
  }

  @Test
  void aTieCountsAsWrongInThePaperAndHalfRightWithoutLeak() {
    // Words of one category have the same features: their two predictions are the same image.
    LeaveTwoOutResult paper =
        run("onehot_T.csv", options(Preset.PAPER, Scale.UNIT, 0, OptionalInt.of(15)));
    LeaveTwoOutResult strict =
        run("onehot_T.csv", options(Preset.STRICT, Scale.UNIT, 0, OptionalInt.of(15)));
    assertThat(paper.within()).isEqualTo(new LeaveTwoOutResult.Score(20, 0));
    assertThat(strict.within()).isEqualTo(new LeaveTwoOutResult.Score(20, 10));
    assertThat(strict.between().correct()).isEqualTo(Math.rint(strict.between().correct()));
  }

  @ParameterizedTest
  @EnumSource
  void imagesWithoutDirectionAreAlikeToNothing(Metric metric) {
    // Three copies of one voxel: every image is flat, so its correlation with any other has no
    // meaning.
    Responses one = RandomResponses.of(8, new int[] {2, 2, 2, 2, 2, 2}, 1, Kind.SIGNAL);
    Responses flat = map(one, trial -> new float[] {trial[0], trial[0], trial[0]});
    double[][] raw = randomFeatures(6, 2);
    var options =
        new EvaluationOptions(
            new EncodingOptions(Preset.PAPER, Scale.NONE, 0.5),
            OptionalInt.empty(),
            metric,
            MatchRule.SUM);
    assertThat(run(flat, raw, options, 1).pairs())
        .allSatisfy(
            pair -> {
              List<Double> s = List.of(pair.s11(), pair.s12(), pair.s21(), pair.s22());
              double size = metric == Metric.CORRELATION ? 0 : 1;
              assertThat(s).allSatisfy(x -> assertThat(Math.abs(x)).isCloseTo(size, within(1e-12)));
            });
  }

  @ParameterizedTest
  @EnumSource
  void aPredictionOfNothingIsATieHoweverLargeTheResponsesAre(Preset preset) {
    // All words have the same features: the prediction is the mean image, whose deviation from
    // itself is nothing.
    var raw = new double[8][];
    for (int w = 0; w < raw.length; w++) {
      raw[w] = preset == Preset.STRICT ? new double[] {0.3, 1000.1} : new double[] {0, 0};
    }
    Responses responses =
        RandomResponses.of(9, new int[] {2, 2, 2, 2, 2, 2, 2, 2}, 40, Kind.LARGE_MEAN);
    LeaveTwoOutResult result =
        run(responses, raw, options(preset, Scale.NONE, 0, OptionalInt.empty()), 1);
    assertThat(result.pairs())
        .allSatisfy(
            p -> assertThat(new double[] {p.s11(), p.s12(), p.s21(), p.s22()}).containsOnly(0));
    assertThat(result.all().accuracy()).isEqualTo(preset == Preset.STRICT ? 0.5 : 0);
  }

  @ParameterizedTest
  @EnumSource
  void aShiftOfAllResponsesChangesNothing(Preset preset) {
    Responses responses = map(t1(), trial -> rounded(trial, 0));
    Responses shifted = map(t1(), trial -> rounded(trial, 4096));
    double[][] raw = ExpectedFigures.table("features_T.csv").rows(WORDS);
    EvaluationOptions options = options(preset, Scale.UNIT, 0, OptionalInt.of(15));
    List<PairResult> pairs = run(responses, raw, options, 1).pairs();
    List<PairResult> same = run(shifted, raw, options, 1).pairs();
    for (int f = 0; f < pairs.size(); f++) {
      assertThat(same.get(f).s11()).isCloseTo(pairs.get(f).s11(), within(1e-11));
      assertThat(same.get(f).s12()).isCloseTo(pairs.get(f).s12(), within(1e-11));
      assertThat(same.get(f).s21()).isCloseTo(pairs.get(f).s21(), within(1e-11));
      assertThat(same.get(f).s22()).isCloseTo(pairs.get(f).s22(), within(1e-11));
    }
  }

  @ParameterizedTest
  @MethodSource("someOptions")
  void theResultIsTheSameToTheLastBitForAnyNumberOfThreads(EvaluationOptions options) {
    Responses responses = RandomResponses.of(4, 12, 4, 1500);
    double[][] raw = randomFeatures(12, 4);
    LeaveTwoOutResult one = run(responses, raw, options, 1);
    double[] map = map(responses, one, 1);
    double[] stability;
    try (var workers = new Workers(1)) {
      stability = Stability.overAllWords(responses, workers);
    }
    for (int threads : new int[] {2, 5}) {
      LeaveTwoOutResult other = run(responses, raw, options, threads);
      assertThat(other.pairs()).isEqualTo(one.pairs());
      assertThat(other.operator()).isDeepEqualTo(one.operator());
      assertThat(map(responses, other, threads)).isEqualTo(map);
      try (var workers = new Workers(threads)) {
        assertThat(Stability.overAllWords(responses, workers)).isEqualTo(stability);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("someOptions")
  void theOrderOfWordsInTheFileDoesNotMatter(EvaluationOptions options) {
    Responses responses = t1();
    var order = new ArrayList<>(IntStream.range(0, WORDS.size()).boxed().toList());
    Collections.shuffle(order, new Random(3));
    var trials = order.stream().map(w -> trials(responses, w)).toArray(float[][][]::new);
    var stimuli = order.stream().map(responses.stimuli()::get).toList();
    var shuffled = new Responses("T1", "", stimuli, trials, Optional.empty(), List.of());
    FeatureTable table = ExpectedFigures.table("features_T.csv");
    LeaveTwoOutResult result = run(responses, table.rows(responses.words()), options, 2);
    LeaveTwoOutResult other = run(shuffled, table.rows(shuffled.words()), options, 2);
    assertThat(other.pairs()).isEqualTo(result.pairs());
    assertThat(map(shuffled, other, 2)).isEqualTo(map(responses, result, 2));
  }

  @Test
  void swappingTheResponsesAndFeaturesOfTwoWordsMirrorsTheirPair() {
    Responses responses = t1();
    double[][] raw = ExpectedFigures.table("features_T.csv").rows(WORDS);
    var trials =
        IntStream.range(0, WORDS.size())
            .mapToObj(w -> trials(responses, w))
            .toArray(float[][][]::new);
    Collections.swap(java.util.Arrays.asList(trials), 2, 9);
    var swapped = new Responses("T1", "", responses.stimuli(), trials, Optional.empty(), List.of());
    double[][] rawSwapped = raw.clone();
    Collections.swap(java.util.Arrays.asList(rawSwapped), 2, 9);
    EvaluationOptions options = options(Preset.PAPER, Scale.UNIT, 0.5, OptionalInt.of(15));
    PairResult pair = pair(run(responses, raw, options, 1), 2, 9);
    PairResult mirror = pair(run(swapped, rawSwapped, options, 1), 2, 9);
    assertThat(new double[] {mirror.s22(), mirror.s21(), mirror.s12(), mirror.s11()})
        .containsExactly(
            new double[] {pair.s11(), pair.s12(), pair.s21(), pair.s22()}, within(1e-12));
  }

  @Test
  void swappingTheFeaturesOfTheHeldOutWordsNegatesTheirScore() {
    double[][] raw = ExpectedFigures.table("features_T.csv").rows(WORDS);
    EvaluationOptions options = options(Preset.PAPER, Scale.UNIT, 0.5, OptionalInt.of(15));
    PairResult pair = pair(run(t1(), raw, options, 1), 4, 11);
    Collections.swap(java.util.Arrays.asList(raw), 4, 11);
    PairResult swapped = pair(run(t1(), raw, options, 1), 4, 11);
    assertThat(score(swapped)).isCloseTo(-score(pair), within(1e-12));
    assertThat(score(pair)).isNotCloseTo(0, within(1e-3));
  }

  @Test
  void whatAHeldOutWordWasDoesNotReachItsPredictionWithoutLeak() {
    // Only the observation, never prediction or selection, may change with the held-out responses.
    Responses responses = t1();
    double[][] raw = ExpectedFigures.table("features_T.csv").rows(WORDS);
    EvaluationOptions options = options(Preset.STRICT, Scale.UNIT, 0, OptionalInt.of(15));
    PairResult before = pair(run(responses, raw, options, 1), 0, 13);
    Responses other = mapWord(responses, 13, trial -> scaledAndTurned(trial));
    PairResult after = pair(run(other, raw, options, 1), 0, 13);
    assertThat(after.s11()).isCloseTo(before.s11(), within(1e-10));
    assertThat(after.s21()).isCloseTo(before.s21(), within(1e-10));
    assertThat(after.s22()).isNotCloseTo(before.s22(), within(1e-3));
  }

  @Test
  void theOperatorTakesImagesToTheMeanOfTheirHeldOutPredictions() {
    double[][] raw = ExpectedFigures.table("features_T.csv").rows(WORDS);
    var options = options(Preset.PAPER, Scale.NONE, 0, OptionalInt.empty());
    WordImages images = WordImages.of(t1()).withoutMean();
    double[] weights = run(t1(), raw, options, 1).operator()[0];
    for (int voxel : new int[] {0, 5, 33}) {
      double mean = 0;
      for (int other = 1; other < raw.length; other++) {
        mean += predictionOfTheFirstWord(other, raw, images, voxel) / (raw.length - 1);
      }
      double actual = 0;
      for (int w = 0; w < weights.length; w++) {
        actual += weights[w] * images.row(w)[voxel];
      }
      assertThat(actual).isCloseTo(mean, within(1e-10));
    }
  }

  /** Least squares of another project's library, without the first word and another one. */
  private static double predictionOfTheFirstWord(
      int without, double[][] raw, WordImages images, int voxel) {
    int[] training = IntStream.range(1, raw.length).filter(w -> w != without).toArray();
    var regression = new OLSMultipleLinearRegression();
    regression.setNoIntercept(true);
    regression.newSampleData(
        IntStream.of(training).mapToDouble(w -> images.row(w)[voxel]).toArray(),
        IntStream.of(training).mapToObj(w -> raw[w]).toArray(double[][]::new));
    double[] coefficients = regression.estimateRegressionParameters();
    return IntStream.range(0, coefficients.length)
        .mapToDouble(f -> coefficients[f] * raw[0][f])
        .sum();
  }

  @Test
  void foldsAreCountedForWhoeverWatches() {
    var total = new AtomicLong();
    var done = new AtomicLong();
    var ended = new AtomicLong();
    var progress =
        new Progress() {
          @Override
          public void begin(String task, String unit, long amount) {
            total.set(amount);
          }

          @Override
          public void advance(long amount) {
            done.addAndGet(amount);
          }

          @Override
          public void end() {
            ended.incrementAndGet();
          }
        };
    try (var workers = new Workers(2)) {
      LeaveTwoOut.run(
          new EncodingAnalysis(
              t1(),
              ExpectedFigures.table("features_T.csv").rows(WORDS),
              someOptions().findFirst().orElseThrow()),
          workers,
          progress);
    }
    assertThat(List.of(total.get(), done.get(), ended.get())).containsExactly(91L, 91L, 1L);
  }

  @Test
  void withoutCategoriesWithinAndBetweenAreNotKnown() {
    LeaveTwoOutResult known = run("features_T.csv", someOptions().findFirst().orElseThrow());
    assertThat(known.categoriesKnown()).isTrue();
    Responses responses = t1().withCategories(Map.of("bear", ""));
    double[][] raw = ExpectedFigures.table("features_T.csv").rows(WORDS);
    assertThat(run(responses, raw, someOptions().findFirst().orElseThrow(), 1).categoriesKnown())
        .isFalse();
  }

  @Test
  void threeWordsAreTooFew() {
    Responses three = t1().select(List.of("bear", "axe", "plum"));
    assertProblem(three, OptionalInt.empty(), "at least 4 words", "got 3", "[axe, bear, plum]");
  }

  @Test
  void fourWordsAreEnough() {
    Responses four = t1().select(List.of("bear", "axe", "plum", "bus"));
    assertThat(
            run(
                    four,
                    randomFeatures(4, 1),
                    options(Preset.STRICT, Scale.UNIT, 0, OptionalInt.of(5)),
                    1)
                .pairs())
        .hasSize(6);
  }

  @Test
  void moreVoxelsThanThereAreCannotBeChosen() {
    assertProblem(t1(), OptionalInt.of(61), "61 voxels", "T1 has 60", "Compare fewer, or all");
  }

  @Test
  void asManyVoxelsAsThereAreMayBeChosenThoughSomeAreUndefined() {
    LeaveTwoOutResult result =
        run("features_T.csv", options(Preset.PAPER, Scale.UNIT, 0, OptionalInt.of(60)));
    // Constant always; constant in one presentation; and the one that only hammer makes vary, when
    // it is held out.
    assertThat(result.undefinedVoxels()).isEqualTo(2);
    assertThat(result.selectedVoxels()).isEqualTo(57);
    try (var workers = new Workers(1)) {
      assertThat(VoxelSelection.mostStable(t1(), 60, workers).candidates()).hasSize(58);
    }
  }

  @Test
  void onePresentationLeavesNoStabilityToChooseBy() {
    Responses once = ExpectedFigures.responses("T1", Optional.of(List.of(2)));
    assertProblem(once, OptionalInt.of(15), "2 presentations", "T1", "Compare all");
    try (var workers = new Workers(1)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Stability.overAllWords(once, workers))
          .withMessageContaining("two presentations");
    }
  }

  @Test
  void voxelsThatNeverVaryCannotBeChosen() {
    Responses constant =
        RandomResponses.of(1, new int[] {2, 2, 2, 2, 2}, 7, Kind.CONSTANT, Kind.CONSTANT_ONCE);
    assertProblem(
        constant, OptionalInt.of(3), "no voxel has a defined stability", "compare all voxels");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void aNumberOfVoxelsIsPositive(int voxels) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(Preset.PAPER, Scale.UNIT, 0, OptionalInt.of(voxels)))
        .withMessageContaining(Integer.toString(voxels));
  }

  private static void assertProblem(Responses responses, OptionalInt voxels, String... parts) {
    double[][] raw = randomFeatures(responses.stimuli().size(), 2);
    assertThatThrownBy(() -> run(responses, raw, options(Preset.PAPER, Scale.UNIT, 0, voxels), 1))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll(parts);
  }

  private static EvaluationOptions options(
      Preset preset, Scale scale, double ridge, OptionalInt voxels) {
    return new EvaluationOptions(
        new EncodingOptions(preset, scale, ridge), voxels, Metric.COSINE, MatchRule.SUM);
  }

  private static LeaveTwoOutResult run(String table, EvaluationOptions options) {
    return run(t1(), ExpectedFigures.table(table).rows(WORDS), options, 2);
  }

  private static LeaveTwoOutResult run(
      Responses responses, double[][] raw, EvaluationOptions options, int threads) {
    try (var workers = new Workers(threads)) {
      return LeaveTwoOut.run(new EncodingAnalysis(responses, raw, options), workers, Progress.NONE);
    }
  }

  private static double[] map(Responses responses, LeaveTwoOutResult result, int threads) {
    try (var workers = new Workers(threads)) {
      return HeldOutCorrelation.of(WordImages.of(responses), result.operator(), workers);
    }
  }

  private static Responses t1() {
    return ExpectedFigures.responses("T1", Optional.empty());
  }

  private static PairResult pair(LeaveTwoOutResult result, int first, int second) {
    return result.pairs().stream()
        .filter(p -> p.first() == first && p.second() == second)
        .findFirst()
        .orElseThrow();
  }

  private static double score(PairResult pair) {
    return pair.s11() + pair.s22() - pair.s12() - pair.s21();
  }

  private static double[][] randomFeatures(int words, int features) {
    var random = new Random(21);
    return Stream.generate(() -> random.doubles(features).toArray())
        .limit(words)
        .toArray(double[][]::new);
  }

  private static float[][] trials(Responses responses, int word) {
    return IntStream.range(0, responses.presentations(word))
        .mapToObj(p -> responses.trial(word, p))
        .toArray(float[][]::new);
  }

  @FunctionalInterface
  private interface Change {
    float[] of(float[] trial);
  }

  private static Responses map(Responses responses, Change change) {
    return mapWord(responses, -1, change);
  }

  /** Changed trials of one word, or of all when {@code word} is -1. */
  private static Responses mapWord(Responses responses, int word, Change change) {
    var trials = new float[responses.stimuli().size()][][];
    for (int w = 0; w < trials.length; w++) {
      trials[w] = trials(responses, w);
      for (int p = 0; p < trials[w].length; p++) {
        trials[w][p] = word == -1 || word == w ? change.of(trials[w][p]) : trials[w][p];
      }
    }
    List<Stimulus> stimuli = responses.stimuli();
    return new Responses(responses.participant(), "", stimuli, trials, Optional.empty(), List.of());
  }

  /** Multiples of 1/1024, which keep all their digits when a power of two is added. */
  private static float[] rounded(float[] trial, int shift) {
    var rounded = new float[trial.length];
    for (int v = 0; v < trial.length; v++) {
      rounded[v] = (float) (Math.rint(trial[v] * 1024) / 1024 + shift);
    }
    return rounded;
  }

  private static float[] scaledAndTurned(float[] trial) {
    var turned = new float[trial.length];
    for (int v = 0; v < trial.length; v++) {
      turned[v] = -3 * trial[trial.length - 1 - v];
    }
    return turned;
  }
}
