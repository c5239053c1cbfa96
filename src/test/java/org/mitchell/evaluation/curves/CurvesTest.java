package org.mitchell.evaluation.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.ExpectedFigures;
import org.mitchell.evaluation.LeaveTwoOut;
import org.mitchell.evaluation.LeaveTwoOutResult;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.PairResult;
import org.mitchell.evaluation.intervals.Subsamples;
import org.mitchell.evaluation.intervals.WordSubsetScore;
import org.mitchell.evaluation.stability.VoxelCriterion;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Learning curve, sensitivity and accuracies by word. */
class CurvesTest {
  private static final JsonNode EXPECTED =
      new ObjectMapper()
          .readTree(Path.of("testdata/intervals/expected.json").toFile())
          .get("curve");
  private static final RandomStreams STREAMS = new RandomStreams(6);

  private final Responses t2 = ExpectedFigures.responses("T2", Optional.empty());
  private final double[][] features = ExpectedFigures.table("features_T.csv").rows(t2.words());
  private final WordSubsetScore score =
      WordSubsetScore.of(
          new EncodingAnalysis(t2, features, options(OptionalInt.of(10), 0.1)),
          LeaveTwoOut::accuracy);

  @Test
  void eachPointIsTheMeanOverSetsOfThatManyTrainingWordsAndTwo() {
    // Numpy evaluated every set of six, eight and nine words.
    Map<String, Double> accuracyOf = new HashMap<>();
    EXPECTED
        .get("sets")
        .forEach(
            set ->
                accuracyOf.put(
                    Arrays.toString(ExpectedFigures.numbers(set.get("words"))),
                    set.get("accuracy").asDouble()));
    LearningCurve curve = curve(List.of(7, 4, 6, 4), 15);
    assertThat(curve.points())
        .extracting(LearningCurve.Point::trainingWords)
        .containsExactly(4, 6, 7);
    assertThat(curve.points())
        .extracting(LearningCurve.Point::repetitions)
        .containsExactly(15, 15, 1);
    for (LearningCurve.Point point : curve.points()) {
      int size = point.trainingWords();
      double[] expected =
          Arrays.stream(
                  Subsamples.ofSize(9, size + 2, point.repetitions(), STREAMS, size).subsets())
              .map(set -> Arrays.toString(Arrays.stream(set).asDoubleStream().toArray()))
              .mapToDouble(accuracyOf::get)
              .toArray();
      assertThat(point.mean()).isCloseTo(StatUtils.mean(expected), within(1e-12));
      if (expected.length > 1) {
        assertThat(point.sd()).isCloseTo(Math.sqrt(StatUtils.variance(expected)), within(1e-12));
      } else {
        assertThat(point.sd()).isNaN();
      }
    }
  }

  @Test
  void moreTrainingWordsThanThereAreIsAnError() {
    assertThatThrownBy(() -> curve(List.of(4, 8), 3))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("at 8 training words")
        .hasMessageContaining("from 2 to 7");
  }

  @Test
  void usualSizesGoByTensToAllButTwo() {
    assertThat(LearningCurve.usualSizes(60)).containsExactly(10, 20, 30, 40, 50, 58);
    assertThat(LearningCurve.usualSizes(12)).containsExactly(10);
    assertThat(LearningCurve.usualSizes(9)).containsExactly(7);
  }

  @Test
  void everyRowOfTheSensitivityChangesOneOption() {
    EvaluationOptions given = options(OptionalInt.of(10), 0.1);
    try (var workers = new Workers(2)) {
      Sensitivity sensitivity =
          Sensitivity.of(new EncodingAnalysis(t2, features, given), workers, Progress.NONE);
      assertThat(sensitivity.rows()).filteredOn(Sensitivity.Row::asGiven).hasSize(7);
      double asGiven = accuracy(given, workers);
      for (Sensitivity.Row row : sensitivity.rows()) {
        if (row.asGiven()) {
          assertThat(row.score().accuracy()).as(row.option()).isEqualTo(asGiven);
        }
      }
      assertThat(rows(sensitivity, "voxels")).containsOnlyKeys("10", "all");
      assertThat(rows(sensitivity, "select")).containsOnlyKeys("stability", "snr", "top-r-train");
      assertThat(rows(sensitivity, "select").get("snr"))
          .isEqualTo(accuracy(given.withCriterion(new VoxelCriterion.OfSignalToNoise()), workers));
      assertThat(rows(sensitivity, "ridge"))
          .containsOnlyKeys("0", "0.001", "0.01", "0.1", "1", "10", "100");
      assertThat(rows(sensitivity, "voxels").get("all"))
          .isEqualTo(accuracy(options(OptionalInt.empty(), 0.1), workers));
      assertThat(rows(sensitivity, "ridge").get("10"))
          .isEqualTo(accuracy(options(OptionalInt.of(10), 10), workers));
      assertThat(rows(sensitivity, "metric").get("correlation"))
          .isEqualTo(
              accuracy(
                  new EvaluationOptions(
                      given.encoding(), given.voxels(), Metric.CORRELATION, MatchRule.SUM),
                  workers));
      assertThat(rows(sensitivity, "preset").get("strict"))
          .isEqualTo(
              accuracy(
                  new EvaluationOptions(
                      new EncodingOptions(Preset.STRICT, Scale.UNIT, 0.1),
                      given.voxels(),
                      Metric.COSINE,
                      MatchRule.SUM),
                  workers));
    }
  }

  @Test
  void aWordsAccuracyIsThatOfThePairsThatHoldIt() {
    List<Stimulus> stimuli =
        List.of(new Stimulus("ant", "i"), new Stimulus("bee", "i"), new Stimulus("cat", "a"));
    var pairs = List.of(pair(0, 1, 1), pair(0, 2, 0.5), pair(1, 2, 0));
    assertThat(WordAccuracy.of(stimuli, pairs))
        .containsExactly(
            new WordAccuracy(stimuli.get(0), 2, 0.75),
            new WordAccuracy(stimuli.get(1), 2, 0.5),
            new WordAccuracy(stimuli.get(2), 2, 0.25));
    assertThat(WordAccuracy.of(stimuli, pairs.subList(0, 1)).get(2).accuracy()).isNaN();
  }

  private static PairResult pair(int first, int second, double correct) {
    return new PairResult(first, second, 0, 0, 0, 0, correct);
  }

  private static Map<String, Double> rows(Sensitivity sensitivity, String option) {
    var rows = new HashMap<String, Double>();
    for (Sensitivity.Row row : sensitivity.rows()) {
      if (row.option().equals(option)) {
        rows.put(row.value(), row.score().accuracy());
      }
    }
    return rows;
  }

  private double accuracy(EvaluationOptions options, Workers workers) {
    LeaveTwoOutResult result =
        LeaveTwoOut.run(new EncodingAnalysis(t2, features, options), workers, Progress.NONE);
    return result.all().accuracy();
  }

  private LearningCurve curve(List<Integer> sizes, int repetitions) {
    try (var workers = new Workers(2)) {
      return LearningCurve.of(score, 9, sizes, repetitions, STREAMS, workers, Progress.NONE);
    }
  }

  private static EvaluationOptions options(OptionalInt voxels, double ridge) {
    return new EvaluationOptions(
        new EncodingOptions(Preset.PAPER, Scale.UNIT, ridge), voxels, Metric.COSINE, MatchRule.SUM);
  }
}
