package org.mitchell.norms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mitchell.encoding.PenaltyGrid;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.norms.regression.Perceptron;
import org.mitchell.norms.regression.Regression;
import org.mitchell.norms.regression.RidgeRegression;
import org.mitchell.random.RandomStreams;
import tools.jackson.databind.json.JsonMapper;

/** Evaluation by construction: what is planted is found, and what is not is not. */
class NormEvaluationTest {
  private static final int WORDS = 400;

  /** Values that are linear in the vectors, with noise of the same variance. */
  private static RatedVectors planted() {
    var random = new Random(7);
    double[][] rows = new double[WORDS][4];
    double[] values = new double[WORDS];
    for (int w = 0; w < WORDS; w++) {
      for (int f = 0; f < 4; f++) {
        rows[w][f] = random.nextGaussian();
      }
      values[w] = 3 + rows[w][0] - rows[w][2] + Math.sqrt(2) * random.nextGaussian();
    }
    List<String> words = IntStream.range(0, WORDS).mapToObj(w -> "w" + w).toList();
    var norm = new Norm("taste", "norms.tsv", words, values, 0);
    return new RatedVectors(
        norm, "vectors", words, IntStream.range(0, WORDS).toArray(), rows, values);
  }

  private static NormResult evaluate(Regression by, int threads, Optional<double[]> frequency) {
    try (var workers = new Workers(threads)) {
      return NormEvaluation.of(
          planted(), by, new EvaluationPlan(5, 3, 1), frequency, workers, Progress.NONE);
    }
  }

  @Test
  void halfOfTheVarianceIsFoundWhereHalfIsPlanted() {
    NormResult result =
        evaluate(new RidgeRegression(PenaltyGrid.USUAL, false), 2, Optional.empty());
    assertThat(result.agreement().r2()).isCloseTo(0.5, within(0.08));
    assertThat(result.agreement().rmse()).isCloseTo(Math.sqrt(2), within(0.1));
    assertThat(result.chance().r2()).isBetween(-0.1, 0.02);
    assertThat(result.interval().low()).isLessThan(0.5);
    assertThat(result.interval().high()).isGreaterThan(0.5);
  }

  @Test
  void aLearningCurveEndsWithTheFirstRepeat() {
    NormResult result = evaluate(RidgeRegression.leastSquares(), 2, Optional.empty());
    assertThat(result.curve())
        .extracting(CurvePoint::words)
        .containsExactly(20L, 40L, 80L, 160L, 320L);
    assertThat(result.curve().get(4).agreement())
        .isEqualTo(
            Agreement.mean(
                result.scores().stream()
                    .filter(score -> score.repeat() == 0)
                    .map(FoldScore::agreement)
                    .toList()));
    assertThat(result.curve().get(0).agreement().r2())
        .isLessThan(result.curve().get(4).agreement().r2());
  }

  @Test
  void frequencyAlonePredictsWhatDependsOnFrequency() {
    double[] values = planted().values();
    double[] counts = new double[WORDS];
    for (int w = 0; w < WORDS; w++) {
      counts[w] = Math.expm1(values[w] + 10);
    }
    NormResult result = evaluate(RidgeRegression.leastSquares(), 1, Optional.of(counts));
    assertThat(result.frequency().orElseThrow().r2()).isCloseTo(1, within(1e-9));
    assertThat(result.agreement().r2()).isLessThan(0.7);
  }

  @Test
  void anyNumberOfThreadsGivesTheSameNumbers() {
    for (Regression by :
        List.of(new RidgeRegression(PenaltyGrid.USUAL, false), new Perceptron(List.of(8)))) {
      NormResult one = evaluate(by, 1, Optional.empty());
      NormResult three = evaluate(by, 3, Optional.empty());
      assertThat(three.predicted()).isEqualTo(one.predicted());
      assertThat(three.scores()).isEqualTo(one.scores());
      assertThat(three.curve()).isEqualTo(one.curve());
      assertThat(three.chance()).isEqualTo(one.chance());
    }
  }

  @Test
  void theIntervalIsThatOfNadeauAndBengio() throws Exception {
    var expected =
        JsonMapper.shared().readTree(Files.readAllBytes(Path.of("testdata/norms/expected.json")));
    var scores = new ArrayList<FoldScore>();
    for (int f = 0; f < 5; f++) {
      double r2 = expected.path("models").path("ridge").get(f).path("r2").asDouble();
      scores.add(
          new FoldScore(0, f, 72, 18, new Agreement(r2, 0, 0, 0), OptionalDouble.empty(), false));
    }
    RatedVectors data = planted();
    var folds = WordFolds.drawn("", data.places(), 5, 1, new RandomStreams(1));
    var result =
        new NormResult(
            data, folds, scores, data.values(), List.of(), Agreement.NONE, Optional.empty());
    assertThat(result.interval().low())
        .isCloseTo(expected.path("interval").get(0).asDouble(), within(1e-9));
    assertThat(result.interval().high())
        .isCloseTo(expected.path("interval").get(1).asDouble(), within(1e-9));
  }
}
