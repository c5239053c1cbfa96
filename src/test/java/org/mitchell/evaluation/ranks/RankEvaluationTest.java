package org.mitchell.evaluation.ranks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

class RankEvaluationTest {
  private static final Workers WORKERS = new Workers(2);
  private static final Responses T1 = RankFixtures.responses("T1");
  private static final EvaluationOptions FIFTEEN =
      new EvaluationOptions(
          EncodingOptions.PAPER, OptionalInt.of(15), Metric.COSINE, MatchRule.SUM);

  @AfterAll
  static void close() {
    WORKERS.close();
  }

  static List<RankFixtures.Configuration> configurations() {
    return RankFixtures.configurations();
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void ranksAreThoseOfRefittingAndMakingEveryImage(RankFixtures.Configuration configuration) {
    RankResult result = configuration.evaluation(WORKERS).run(RankFixtures.SOFTMAX);
    List<WordRank> words = result.words();
    assertThat(words.stream().mapToDouble(w -> w.rank().place()).toArray())
        .containsExactly(configuration.numbers("places"));
    assertThat(words.stream().mapToDouble(w -> w.rank().candidates()).toArray())
        .containsExactly(configuration.numbers("counts"));
    assertThat(words.stream().mapToDouble(WordRank::similarity).toArray())
        .containsExactly(configuration.numbers("similarities"), within(1e-9));
    assertThat(words.stream().mapToDouble(WordRank::probability).toArray())
        .containsExactly(configuration.numbers("probabilities"), within(1e-8));
    assertThat(result.meanPercentile())
        .isCloseTo(configuration.json().get("meanPercentile").asDouble(), within(1e-11));
  }

  static List<RankFixtures.Configuration> permutedConfigurations() {
    return configurations().stream().filter(c -> c.json().has("permuted")).toList();
  }

  @ParameterizedTest
  @MethodSource("permutedConfigurations")
  void aPermutationIsTheAnalysisOfRelabelledWords(RankFixtures.Configuration configuration) {
    double[] permuted =
        configuration
            .evaluation(WORKERS)
            .permuted(configuration.permutations(), Progress.NONE)
            .values();
    assertThat(permuted).containsExactly(configuration.numbers("permuted"), within(1e-11));
  }

  @Test
  void theSamePermutationsGiveTheSameForAnyNumberOfThreads() {
    int[][] permutations = permutations(17);
    double[] first =
        ranks("features_T.csv", WORKERS).permuted(permutations, Progress.NONE).values();
    for (int threads : new int[] {1, 3, 5}) {
      try (var workers = new Workers(threads)) {
        RankEvaluation evaluation = ranks("features_T.csv", workers);
        assertThat(evaluation.permuted(permutations, Progress.NONE).values())
            .as("%d threads", threads)
            .isEqualTo(first);
        assertThat(evaluation.run(RankFixtures.SOFTMAX).words())
            .isEqualTo(ranks("features_T.csv", WORKERS).run(RankFixtures.SOFTMAX).words());
      }
    }
  }

  @Test
  void leavingAllWordsWhereTheyAreIsTheObservedFigure() {
    RankEvaluation evaluation = ranks("features_T.csv", WORKERS);
    int[] inPlace = IntStream.range(0, T1.words().size()).toArray();
    assertThat(evaluation.permuted(new int[][] {inPlace}, Progress.NONE).values())
        .containsExactly(evaluation.run(RankFixtures.SOFTMAX).meanPercentile());
    assertThat(evaluation.meanPercentile())
        .isEqualTo(evaluation.run(RankFixtures.SOFTMAX).meanPercentile());
  }

  @Test
  void theOrderOfTheCandidatesDoesNotMatter() {
    CandidateWords listed = RankFixtures.candidates("features_T.csv");
    var order = new ArrayList<Integer>(IntStream.range(0, listed.size()).boxed().toList());
    Collections.shuffle(order, new Random(5));
    var shuffled =
        new CandidateWords(
            order.stream().map(listed.words()::get).toList(),
            order.stream().map(c -> listed.rawFeatures()[c]).toArray(double[][]::new));
    double[][] rows = RankFixtures.rows("features_T.csv", T1.words());
    RankResult one =
        RankEvaluation.of(new EncodingAnalysis(T1, rows, FIFTEEN), listed, WORKERS)
            .run(RankFixtures.SOFTMAX);
    RankResult two =
        RankEvaluation.of(new EncodingAnalysis(T1, rows, FIFTEEN), shuffled, WORKERS)
            .run(RankFixtures.SOFTMAX);
    for (int w = 0; w < rows.length; w++) {
      assertThat(two.words().get(w).rank()).isEqualTo(one.words().get(w).rank());
      assertThat(two.words().get(w).similarity()).isEqualTo(one.words().get(w).similarity());
      assertThat(two.words().get(w).probability())
          .isCloseTo(one.words().get(w).probability(), within(1e-12));
    }
  }

  @Test
  void theOrderOfTheWordsDoesNotMatter() {
    // Responses put words in alphabetical order: other names are another order.
    List<String> words = T1.words();
    var renamed = new ArrayList<Stimulus>();
    var trials = new float[words.size()][T1.commonPresentations()][];
    for (int w = 0; w < words.size(); w++) {
      renamed.add(new Stimulus("w%02d".formatted((w * 5 + 3) % words.size()), ""));
      for (int p = 0; p < trials[w].length; p++) {
        trials[w][p] = T1.trial(w, p);
      }
    }
    double[][] rows = RankFixtures.rows("features_T.csv", words);
    var other = new Responses("T1", "", renamed, trials, Optional.empty(), List.of());
    double[][] otherRows =
        other.words().stream()
            .map(
                name ->
                    rows[
                        IntStream.range(0, rows.length)
                            .filter(w -> renamed.get(w).word().equals(name))
                            .findFirst()
                            .orElseThrow()])
            .toArray(double[][]::new);
    RankResult one =
        RankEvaluation.of(
                new EncodingAnalysis(T1, rows, FIFTEEN), new CandidateWords(words, rows), WORKERS)
            .run(RankFixtures.SOFTMAX);
    RankResult two =
        RankEvaluation.of(
                new EncodingAnalysis(other, otherRows, FIFTEEN),
                new CandidateWords(other.words(), otherRows),
                WORKERS)
            .run(RankFixtures.SOFTMAX);
    for (int w = 0; w < rows.length; w++) {
      WordRank before = one.words().get(w);
      WordRank after = two.words().get(other.words().indexOf(renamed.get(w).word()));
      assertThat(after.rank()).as(before.word()).isEqualTo(before.rank());
      assertThat(after.similarity()).isCloseTo(before.similarity(), within(1e-12));
    }
  }

  @Test
  void wordsOfOneCategoryTieWhereFeaturesAreTheCategory() {
    RankResult result = ranks("onehot_T.csv", WORKERS).run(RankFixtures.SOFTMAX);
    // The candidates of one category, the held-out word's, are those that tie with it.
    for (WordRank word : result.words()) {
      long members =
          T1.stimuli().stream().filter(s -> s.category().equals(categoryOf(word.word()))).count();
      assertThat(word.rank().place() * 2 % 2)
          .as("%s among %d", word.word(), members)
          .isEqualTo(members % 2 == 0 ? 1 : 0);
    }
  }

  @Test
  void theLikeliestCandidatesComeFirstAndProbabilitiesSumToOne() {
    for (WordRank word : ranks("features_T.csv", WORKERS).run(RankFixtures.SOFTMAX).words()) {
      assertThat(word.likeliest()).hasSize(10);
      assertThat(word.likeliest().stream().map(guess -> -guess.similarity())).isSorted();
      assertThat(word.likeliest().stream().map(guess -> -guess.probability())).isSorted();
      if (word.rank().place() <= 10) {
        int place = (int) word.rank().place();
        assertThat(word.likeliest())
            .contains(new Guess(place, word.word(), word.similarity(), word.probability()));
      }
    }
  }

  @Test
  void sharesOfTheFirstFewCountMidRanks() {
    RankResult result = ranks("features_T.csv", WORKERS).run(RankFixtures.SOFTMAX);
    double[] places = result.words().stream().mapToDouble(w -> w.rank().place()).toArray();
    for (int count : new int[] {1, 5, 10}) {
      assertThat(result.top(count))
          .isEqualTo(Arrays.stream(places).filter(p -> p <= count).count() / 14.0);
    }
    assertThat(result.top(14)).isEqualTo(1);
    assertThat(result.selectedVoxels()).isEqualTo(15);
  }

  @Test
  void aListOfTheHeldOutWordAloneIsAnError() {
    double[][] rows = RankFixtures.rows("features_T.csv", T1.words());
    var alone = new CandidateWords(List.of("bear"), new double[][] {rows[2]});
    assertThatThrownBy(
            () -> RankEvaluation.of(new EncodingAnalysis(T1, rows, FIFTEEN), alone, WORKERS))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("'bear' is the only candidate");
    assertThatThrownBy(() -> new CandidateWords(List.of(), new double[0][]))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no candidate word");
  }

  @Test
  void whatIsNoPermutationIsAnError() {
    RankEvaluation evaluation = ranks("features_T.csv", WORKERS);
    var twice = new int[14];
    assertThatThrownBy(() -> evaluation.permuted(new int[][] {twice}, Progress.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no permutation of 14 words");
  }

  @Test
  void tooFewWordsOrVoxelsOrPresentationsAreErrors() {
    double[][] rows = RankFixtures.rows("features_T.csv", T1.words());
    var own = new CandidateWords(T1.words(), rows);
    var many =
        new EvaluationOptions(
            EncodingOptions.PAPER, OptionalInt.of(61), Metric.COSINE, MatchRule.SUM);
    assertThatThrownBy(() -> RankEvaluation.of(new EncodingAnalysis(T1, rows, many), own, WORKERS))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("61 voxels are asked for where participant T1 has 60");
    List<String> two = T1.words().subList(0, 2);
    double[][] twoRows = Arrays.copyOf(rows, 2);
    assertThatThrownBy(
            () ->
                RankEvaluation.of(
                    new EncodingAnalysis(T1.select(two), twoRows, FIFTEEN), own, WORKERS))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("at least 3 words");
  }

  private static RankEvaluation ranks(String table, Workers workers) {
    double[][] rows = RankFixtures.rows(table, T1.words());
    return RankEvaluation.of(
        new EncodingAnalysis(T1, rows, FIFTEEN), new CandidateWords(T1.words(), rows), workers);
  }

  private static int[][] permutations(int count) {
    var random = new Random(3);
    var permutations = new int[count][];
    for (int p = 0; p < count; p++) {
      var numbers = new ArrayList<>(IntStream.range(0, T1.words().size()).boxed().toList());
      Collections.shuffle(numbers, random);
      permutations[p] = numbers.stream().mapToInt(n -> n).toArray();
    }
    return permutations;
  }

  private static String categoryOf(String word) {
    return T1.stimuli().get(T1.words().indexOf(word)).category();
  }
}
