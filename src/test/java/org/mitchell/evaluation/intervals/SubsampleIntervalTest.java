package org.mitchell.evaluation.intervals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.ExpectedFigures;
import org.mitchell.evaluation.LeaveTwoOut;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Figures of testdata/intervals/expected.json: every fold of every subsample refitted by numpy. */
class SubsampleIntervalTest {
  private static final JsonNode EXPECTED =
      new ObjectMapper()
          .readTree(Path.of("testdata/intervals/expected.json").toFile())
          .get("subsampling");
  private static final double CLOSE = 1e-12;

  private final Responses responses = ExpectedFigures.responses("T1", Optional.empty());
  private final double[][] features =
      ExpectedFigures.table("features_T.csv").rows(responses.words());
  private final Subsamples given =
      new Subsamples(
          EXPECTED.get("words").asInt(),
          EXPECTED.get("size").asInt(),
          IntStream.range(0, EXPECTED.get("subsets").size())
              .mapToObj(i -> EXPECTED.get("subsets").get(i))
              .map(set -> Arrays.stream(ExpectedFigures.numbers(set)).mapToInt(w -> (int) w))
              .map(IntStream::toArray)
              .toArray(int[][]::new));

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void subsamplesAreEvaluatedAsIfThereWereNoOtherWords(int number) {
    JsonNode analysis = EXPECTED.get("analyses").get(number);
    assertThat(
            scores(
                WordSubsetScore.of(
                    new EncodingAnalysis(responses, features, options(analysis)),
                    LeaveTwoOut::accuracy)))
        .containsExactly(ExpectedFigures.numbers(analysis.get("scores")), within(CLOSE));
    assertThat(
            scores(
                WordSubsetScore.of(
                    new EncodingAnalysis(responses, features, options(analysis)),
                    (some, alone) ->
                        LeaveTwoOut.run(some, alone, Progress.NONE).within().accuracy())))
        .containsExactly(ExpectedFigures.numbers(analysis.get("withinScores")), within(CLOSE));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void theIntervalIsTheSpreadOfHalvesAroundTheAccuracyOfAllWords(int number) {
    JsonNode analysis = EXPECTED.get("analyses").get(number);
    assertInterval(
        SubsampleInterval.ofAccuracy(
            analysis.get("accuracy").asDouble(),
            ExpectedFigures.numbers(analysis.get("scores")),
            given),
        analysis.get("interval"));
    assertInterval(
        SubsampleInterval.ofAccuracy(
            analysis.get("withinAccuracy").asDouble(),
            ExpectedFigures.numbers(analysis.get("withinScores")),
            given),
        analysis.get("withinInterval"));
  }

  @Test
  void aDifferenceIsTakenOnTheSameSubsamples() {
    JsonNode a = EXPECTED.get("analyses").get(0);
    JsonNode b = EXPECTED.get("analyses").get(1);
    var interval =
        SubsampleInterval.ofDifference(
            a.get("accuracy").asDouble() - b.get("accuracy").asDouble(),
            ExpectedFigures.numbers(a.get("scores")),
            ExpectedFigures.numbers(b.get("scores")),
            given);
    assertInterval(interval, EXPECTED.get("difference"));
    assertThat(interval.p())
        .isCloseTo(EXPECTED.get("difference").get("p").asDouble(), within(1e-9));
  }

  @Test
  void noDifferenceAtAllHasAPOfOne() {
    double[] scores = {0.5, 0.6, 0.7};
    var subsamples = Subsamples.halves(10, 3, new RandomStreams(1));
    assertThat(SubsampleInterval.ofDifference(0, scores, scores, subsamples).p()).isEqualTo(1);
  }

  @Test
  void subsamplesWithoutAScoreAreLeftOutAndCounted() {
    var subsamples = Subsamples.halves(10, 4, new RandomStreams(1));
    var interval =
        SubsampleInterval.ofAccuracy(
            0.6, new double[] {0.5, Double.NaN, 0.7, Double.NaN}, subsamples);
    assertThat(interval.subsamples()).isEqualTo(2);
    assertThat(interval.standardError()).isCloseTo(Math.sqrt(0.02), within(CLOSE));
    var none =
        SubsampleInterval.ofAccuracy(
            0.6, new double[] {Double.NaN, Double.NaN, 1, Double.NaN}, subsamples);
    assertThat(none.low()).isNaN();
    assertThat(none.high()).isNaN();
  }

  @Test
  void scoresOfOtherSubsamplesAreRefused() {
    var subsamples = Subsamples.halves(10, 4, new RandomStreams(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SubsampleInterval.ofAccuracy(0.6, new double[3], subsamples))
        .withMessageContaining("3 scores of 4 subsamples");
  }

  @Test
  void severalParticipantsAreAveragedSubsampleBySubsample() {
    assertThat(SubsampleInterval.mean(new double[][] {{0.5, 0.7}, {0.6, 0.9}}))
        .containsExactly(new double[] {0.55, 0.8}, within(CLOSE));
  }

  @Test
  void scoresAreTheSameForAnyNumberOfThreads() {
    var experiment = new SmallParticipant(3, 4, 12, 2).experiment(16, new Random(1));
    var subsamples = Subsamples.halves(16, 30, new RandomStreams(5));
    try (var one = new Workers(1);
        var three = new Workers(3)) {
      assertThat(subsamples.scores(experiment.score(), three, Progress.NONE))
          .isEqualTo(subsamples.scores(experiment.score(), one, Progress.NONE));
    }
  }

  private static void assertInterval(SubsampleInterval interval, JsonNode expected) {
    assertThat(new double[] {interval.standardError(), interval.low(), interval.high()})
        .containsExactly(
            new double[] {
              expected.get("standardError").asDouble(),
              expected.get("low").asDouble(),
              expected.get("high").asDouble()
            },
            within(CLOSE));
    assertThat(interval.size()).isEqualTo(7);
    assertThat(interval.words()).isEqualTo(14);
  }

  private double[] scores(WordSubsetScore score) {
    try (var workers = new Workers(2)) {
      return given.scores(score, workers, Progress.NONE);
    }
  }

  private static EvaluationOptions options(JsonNode analysis) {
    return new EvaluationOptions(
        new EncodingOptions(
            Preset.valueOf(analysis.get("preset").asString().toUpperCase(Locale.ROOT)),
            Scale.valueOf(analysis.get("scale").asString().toUpperCase(Locale.ROOT)),
            analysis.get("ridge").asDouble()),
        OptionalInt.of(analysis.get("voxels").asInt()),
        Metric.COSINE,
        MatchRule.SUM);
  }
}
