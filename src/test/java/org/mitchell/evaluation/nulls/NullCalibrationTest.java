package org.mitchell.evaluation.nulls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
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
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;

/**
 * How often a p-value is small where there is nothing to find: at most as often as it says, over
 * many simulated participants. Accuracy is discrete, so it may be less often.
 */
class NullCalibrationTest {
  private static final Workers WORKERS = new Workers(2);
  private static final int PARTICIPANTS = 400;
  private static final int PERMUTATIONS = 99;
  private static final int WORDS = 12;
  private static final int CATEGORIES = 3;
  private static final int PRESENTATIONS = 3;
  private static final int VOXELS = 30;
  private static final double[] LEVELS = {0.01, 0.05, 0.1, 0.2};

  /** A count beyond this quantile of its distribution is no chance. */
  private static final double BEYOND_CHANCE = 0.999;

  @AfterAll
  static void stop() {
    WORKERS.close();
  }

  @Test
  void freePermutationHoldsItsLevelWithRandomFeatures() {
    assertLevelHeld(pValues(1, Relabelling.FREE, 0, 0));
  }

  @Test
  void freePermutationHoldsItsLevelWithFeaturesOfCategories() {
    assertLevelHeld(pValues(2, Relabelling.FREE, 0, 2));
  }

  @Test
  void freePermutationHoldsItsLevelWithImagesOfCategories() {
    assertLevelHeld(pValues(3, Relabelling.FREE, 1, 0));
  }

  @Test
  void categoriesAloneAreFoundByFreePermutationAndNotByPermutationInsideThem() {
    assertLevelHeld(pValues(4, Relabelling.WITHIN_CATEGORY, 1.5, 2));
    assertThat(rejected(pValues(4, Relabelling.FREE, 1.5, 2), 0.05))
        .isGreaterThan(PARTICIPANTS * 4 / 5);
  }

  @Test
  void aBinomialTestOnPairsWouldRejectFarTooOften() {
    // What makes the tests above able to fail: the pairs share words.
    double[] p =
        results(5, Relabelling.FREE, 0, 0).stream()
            .mapToDouble(NullCalibrationTest::binomial)
            .toArray();
    assertThat(rejected(p, 0.05)).isGreaterThan(2 * mostByChance(0.05));
  }

  private static double binomial(SchemeResult result) {
    int pairs = result.pairs().size();
    int correct = (int) Math.rint(result.correct());
    return 1 - new BinomialDistribution(pairs, 0.5).cumulativeProbability(correct - 1);
  }

  private static void assertLevelHeld(double[] pValues) {
    for (double level : LEVELS) {
      assertThat(rejected(pValues, level))
          .as("p <= %s among %d participants", level, pValues.length)
          .isLessThanOrEqualTo(mostByChance(level));
    }
    // And the values do spread over their range: a test that never rejects holds any level.
    assertThat(rejected(pValues, 0.5)).isGreaterThan(PARTICIPANTS / 3);
  }

  private static int mostByChance(double level) {
    return new BinomialDistribution(PARTICIPANTS, level)
        .inverseCumulativeProbability(BEYOND_CHANCE);
  }

  private static int rejected(double[] pValues, double level) {
    return (int) Arrays.stream(pValues).filter(p -> p <= level + 1e-12).count();
  }

  private static double[] pValues(
      long seed, Relabelling relabelling, double imagesOfCategory, double featuresOfCategory) {
    return results(seed, relabelling, imagesOfCategory, featuresOfCategory).stream()
        .mapToDouble(result -> new NullDistribution(result.otherAccuracies()).p(result.accuracy()))
        .toArray();
  }

  /**
   * @param imagesOfCategory how much of a word's image is its category's, as a deviation beside
   *     noise of 1
   * @param featuresOfCategory how much of its features
   */
  private static List<SchemeResult> results(
      long seed, Relabelling relabelling, double imagesOfCategory, double featuresOfCategory) {
    var results = new SchemeResult[PARTICIPANTS];
    WORKERS.forEach(
        PARTICIPANTS,
        n -> {
          var random = new Random(1000 * seed + n);
          Responses responses = responses(random, imagesOfCategory);
          double[][] features = structured(random, 4, featuresOfCategory);
          results[n] = evaluate(responses, features, relabelling, new RandomStreams(n));
        });
    return List.of(results);
  }

  private static SchemeResult evaluate(
      Responses responses, double[][] features, Relabelling relabelling, RandomStreams streams) {
    var encoding = new EncodingOptions(Preset.PAPER, Scale.UNIT, 0.1);
    var options = new EvaluationOptions(encoding, OptionalInt.of(10), Metric.COSINE, MatchRule.SUM);
    var predictor = FoldPredictor.of(features, encoding);
    List<FeatureSet> sets =
        relabelling.permutations(responses.stimuli(), PERMUTATIONS, streams).stream()
            .map(featuresOf -> new FeatureSet(predictor, featuresOf))
            .toList();
    try (var one = new Workers(1)) {
      return SchemeEvaluation.of(
              Scheme.LEAVE_TWO_OUT, new EncodingAnalysis(responses, features, options), one)
          .run(predictor, sets, Progress.NONE);
    }
  }

  private static Responses responses(Random random, double ofCategory) {
    double[][] images = structured(random, VOXELS, ofCategory);
    var trials = new float[WORDS][PRESENTATIONS][VOXELS];
    for (int w = 0; w < WORDS; w++) {
      for (float[] trial : trials[w]) {
        for (int v = 0; v < VOXELS; v++) {
          trial[v] = (float) (images[w][v] + random.nextGaussian());
        }
      }
    }
    List<Stimulus> stimuli =
        IntStream.range(0, WORDS)
            .mapToObj(w -> new Stimulus("w%02d".formatted(w), "category " + w % CATEGORIES))
            .toList();
    return new Responses("N1", "", stimuli, trials, Optional.empty(), List.of());
  }

  /** Words x columns: a vector of the word's category, and one of its own. */
  private static double[][] structured(Random random, int columns, double ofCategory) {
    double[][] categories = gaussian(random, CATEGORIES, columns);
    double[][] words = gaussian(random, WORDS, columns);
    for (int w = 0; w < WORDS; w++) {
      for (int c = 0; c < columns; c++) {
        words[w][c] += ofCategory * categories[w % CATEGORIES][c];
      }
    }
    return words;
  }

  private static double[][] gaussian(Random random, int rows, int columns) {
    var values = new double[rows][columns];
    for (double[] row : values) {
      for (int c = 0; c < columns; c++) {
        row[c] = random.nextGaussian();
      }
    }
    return values;
  }
}
