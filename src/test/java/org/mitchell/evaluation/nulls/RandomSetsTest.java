package org.mitchell.evaluation.nulls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.FoldPredictor;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.schemes.FeatureSet;
import org.mitchell.evaluation.schemes.Scheme;
import org.mitchell.evaluation.schemes.SchemeEvaluation;
import org.mitchell.evaluation.schemes.SchemeResult;
import org.mitchell.features.FeatureSpace;
import org.mitchell.features.FeatureTable;
import org.mitchell.files.InputException;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.ResponsesReader;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What is drawn from the streams of a seed against another program that follows the same rules. */
class RandomSetsTest {
  private static final JsonNode JSON =
      new ObjectMapper().readTree(Path.of("testdata/schemes/random-sets.json").toFile());
  private static final Responses T1 = t1();
  private static final double[] TOTALS = numbers(JSON.get("totals"));
  private static final int MOST_FREQUENT = 10;
  private static final RandomStreams STREAMS = new RandomStreams(5);

  /** What one seed and number give. */
  record Draw(JsonNode json) {
    RandomStreams streams() {
      return new RandomStreams(json.get("seed").asLong());
    }

    int number() {
      return json.get("number").asInt();
    }

    int[] list(String name) {
      return Arrays.stream(numbers(json.get(name))).mapToInt(x -> (int) x).toArray();
    }

    double accuracy(String of, Preset preset) {
      return json.get(of).get(preset.name().toLowerCase(Locale.ROOT)).asDouble() / 91;
    }

    @Override
    public String toString() {
      return "seed " + json.get("seed") + ", number " + number();
    }
  }

  static List<Draw> draws() {
    return JSON.get("draws").valueStream().map(Draw::new).toList();
  }

  @ParameterizedTest
  @MethodSource("draws")
  void permutationsAreThoseOfTheRule(Draw draw) {
    assertThat(last(Relabelling.FREE, draw)).isEqualTo(draw.list("free"));
    assertThat(last(Relabelling.WITHIN_CATEGORY, draw)).isEqualTo(draw.list("withinCategory"));
  }

  private static int[] last(Relabelling relabelling, Draw draw) {
    return relabelling
        .permutations(T1.stimuli(), draw.number() + 1, draw.streams())
        .get(draw.number());
  }

  @ParameterizedTest
  @MethodSource("draws")
  void randomFeaturesAndTheirAccuracyAreThoseOfTheRule(Draw draw) {
    var features = new RandomFeatures(14, 5);
    double[][] values = features.values(draw.number(), draw.streams());
    assertThat(values).hasDimensions(14, 5);
    JsonNode rows = draw.json.get("features");
    for (int w = 0; w < rows.size(); w++) {
      assertThat(values[w]).containsExactly(numbers(rows.get(w)), within(1e-13));
    }
    for (Preset preset : Preset.values()) {
      var sets = features.sets(draw.number() + 1, encoding(preset), draw.streams());
      assertThat(accuracy(sets.get(draw.number()), preset))
          .isEqualTo(draw.accuracy("correctByFeatures", preset));
    }
  }

  @ParameterizedTest
  @MethodSource("draws")
  void randomWordsAndTheirAccuracyAreThoseOfTheRule(Draw draw) {
    RandomWordSets words = words(6);
    int[] columns = words.columns(draw.number(), draw.streams());
    assertThat(columns).isEqualTo(draw.list("columns"));
    assertThat(words.zeroWords(columns)).isEqualTo(draw.json.get("zeroWords").asInt()).isPositive();
    for (Preset preset : Preset.values()) {
      var sets = words.sets(draw.number() + 1, encoding(preset), draw.streams());
      assertThat(accuracy(sets.get(draw.number()), preset))
          .isEqualTo(draw.accuracy("correctByWords", preset));
    }
  }

  @ParameterizedTest
  @EnumSource
  void twoWordsWithoutCountsTie(Preset preset) {
    // No word meets any word of the set.
    var nothing = RandomWordSets.of(new double[14][8], new double[8], 0, 3);
    assertThat(nothing.zeroWords(nothing.columns(0, STREAMS))).isEqualTo(14);
    assertThat(accuracy(nothing.sets(1, encoding(preset), STREAMS).get(0), preset))
        .isEqualTo(preset == Preset.PAPER ? 0 : 0.5);
  }

  @Test
  void aSetHasEachWordOnceAndNoneOfTheMostFrequent() {
    double[] descending = Arrays.stream(TOTALS).sorted().toArray();
    double tenth = descending[descending.length - MOST_FREQUENT];
    for (int number = 0; number < 200; number++) {
      int[] columns = words(20).columns(number, STREAMS);
      assertThat(columns).hasSize(20).isSorted().doesNotHaveDuplicates();
      assertThat(Arrays.stream(columns)).allMatch(column -> TOTALS[column] <= tenth);
    }
    int[] all = words(TOTALS.length - MOST_FREQUENT).columns(3, STREAMS);
    assertThat(all).hasSize(50).doesNotHaveDuplicates();
  }

  @Test
  void ofEquallyFrequentWordsTheFirstAreLeftOut() {
    var words = RandomWordSets.of(new double[2][5], new double[] {3, 7, 3, 3, 1}, 3, 2);
    assertThat(words.columns(0, STREAMS)).containsExactly(3, 4);
  }

  @Test
  void allWordsAreAsLikely() {
    var drawn = new long[TOTALS.length];
    for (int number = 0; number < 4000; number++) {
      for (int column : words(6).columns(number, STREAMS)) {
        drawn[column]++;
      }
    }
    long[] counts = Arrays.stream(drawn).filter(n -> n > 0).toArray();
    assertThat(counts).hasSize(50);
    var expected = new double[50];
    Arrays.fill(expected, 4000 * 6 / 50.0);
    // Without replacement a count varies a little less than this test assumes.
    assertThat(new ChiSquareTest().chiSquareTest(expected, counts)).isBetween(0.01, 0.995);
  }

  @Test
  void setsDifferByNumberAndBySeedAndNotByTheirCount() {
    var seen = new HashSet<String>();
    for (long seed : new long[] {1, 2}) {
      var streams = new RandomStreams(seed);
      for (int number = 0; number < 50; number++) {
        seen.add(Arrays.toString(words(6).columns(number, streams)));
        seen.add(Arrays.toString(new RandomFeatures(3, 2).values(number, streams)[1]));
      }
    }
    assertThat(seen).hasSize(200);
    assertThat(words(6).sets(0, encoding(Preset.PAPER), STREAMS)).isEmpty();
    assertThat(new RandomFeatures(3, 2).values(4, STREAMS))
        .isDeepEqualTo(new RandomFeatures(3, 2).values(4, STREAMS));
  }

  @Test
  void aVocabularyMayBeTooSmall() {
    assertThatThrownBy(() -> RandomWordSets.of(new double[14][520], new double[520], 500, 25))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("25 words", "vocabulary of 520", "500 most frequent", "fewer");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RandomWordSets.of(new double[14][3], new double[4], 0, 1))
        .withMessageContaining("3 words with 4 totals");
    assertThatIllegalArgumentException().isThrownBy(() -> new RandomFeatures(3, 0));
  }

  private static RandomWordSets words(int size) {
    FeatureSpace space = counts();
    double[][] rows =
        T1.words().stream().map(w -> space.vector(w).orElseThrow()).toArray(double[][]::new);
    return RandomWordSets.of(rows, TOTALS, MOST_FREQUENT, size);
  }

  private static double accuracy(FeatureSet set, Preset preset) {
    var options =
        new EvaluationOptions(encoding(preset), OptionalInt.of(15), Metric.COSINE, MatchRule.SUM);
    double[][] any =
        IntStream.range(0, 14).mapToObj(w -> new double[] {w + 1}).toArray(double[][]::new);
    try (var workers = new Workers(2)) {
      SchemeResult result =
          SchemeEvaluation.of(Scheme.LEAVE_TWO_OUT, new EncodingAnalysis(T1, any, options), workers)
              .run(FoldPredictor.of(any, encoding(preset)), List.of(set), Progress.NONE);
      return result.otherAccuracies()[0];
    }
  }

  private static EncodingOptions encoding(Preset preset) {
    return new EncodingOptions(preset, Scale.UNIT, 0);
  }

  private static double[] numbers(JsonNode list) {
    return IntStream.range(0, list.size()).mapToDouble(i -> list.get(i).asDouble()).toArray();
  }

  private static FeatureSpace counts() {
    try {
      return FeatureTable.read(Path.of("testdata/schemes/counts_T.csv")).vectors(T1.words());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Responses t1() {
    try {
      return ResponsesReader.read(
          Path.of("testdata/analysis/data-science-T1.mat"), "T1", ReadOptions.DEFAULT);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
