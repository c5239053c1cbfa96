package org.mitchell.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mitchell.fmri.Responses;

/** What was asked for is what the numbers have, within 5 standard errors of the estimate. */
class SimulationStatisticsTest {
  private static final int WORDS = 60;
  private static final int PRESENTATIONS = 4;
  private static final double SIGNAL_TO_NOISE = 0.8;

  private static SimulatedParticipant simulated;
  private static Responses responses;
  private static float[][] signatures;

  @BeforeAll
  static void simulate() {
    simulated =
        Samples.run(
            Samples.builder(WORDS)
                .grid(SimulatedBrain.cmu(0.5))
                .blobs(2, 16)
                .presentations(PRESENTATIONS)
                .signalToNoise(SIGNAL_TO_NOISE));
    responses = simulated.responses();
    signatures =
        IntStream.range(0, Samples.FEATURES.size())
            .mapToObj(i -> simulated.truth().signature(i))
            .toArray(float[][]::new);
    assertThat(simulated.truth().signalVoxels()).isBetween(300, 1500);
  }

  /** Pooled over voxels and words: the variance of n residuals has the relative sd sqrt(2 / n). */
  @Test
  void oneTrialsNoiseHasSdOne() {
    double variance = noiseVariance();
    int freedom = responses.voxels() * WORDS * (PRESENTATIONS - 1);
    assertThat(variance).isCloseTo(1, within(5 * Math.sqrt(2.0 / freedom)));
  }

  @Test
  void theTruthHasTheSignalToNoiseThatWasAskedFor() {
    double squares = 0;
    for (int v = 0; v < responses.voxels(); v++) {
      double sd = Math.sqrt(plantedVariance(v));
      assertThat(simulated.truth().signalToNoise(v)).isCloseTo(sd, within(1e-9));
      squares += sd * sd;
    }
    double rms = Math.sqrt(squares / simulated.truth().signalVoxels());
    assertThat(rms).isCloseTo(SIGNAL_TO_NOISE, within(1e-6));
  }

  /**
   * A voxel's variance over W word images (divided by W) of signal variance q and noise variance t
   * = 1 / P has mean q + t (W - 1) / W and, noncentral chi-squared, variance (2 (W - 1) t^2 + 4 t W
   * q) / W^2.
   */
  @Test
  void theResponsesHaveTheSignalToNoiseThatWasAskedFor() {
    double t = 1.0 / PRESENTATIONS;
    double sum = 0;
    double variance = 0;
    for (int v : signalVoxels()) {
      double q = plantedVariance(v);
      sum += new Variance(false).evaluate(wordMeans(v)) - t * (WORDS - 1) / WORDS;
      variance += (2 * (WORDS - 1) * t * t + 4 * t * WORDS * q) / (WORDS * WORDS);
    }
    int voxels = simulated.truth().signalVoxels();
    double expected = SIGNAL_TO_NOISE * SIGNAL_TO_NOISE;
    assertThat(sum / voxels).isCloseTo(expected, within(5 * Math.sqrt(variance) / voxels));
  }

  /**
   * The correlations of independent noise over W words have mean 0 and variance 1 / (W - 1), pairs
   * uncorrelated.
   */
  @Test
  void stabilityIsZeroWithoutSignal() {
    int[] voxels = columns(v -> !simulated.truth().hasSignal(v));
    double mean =
        IntStream.of(voxels)
            .mapToDouble(SimulationStatisticsTest::stability)
            .average()
            .orElseThrow();
    int pairs = PRESENTATIONS * (PRESENTATIONS - 1) / 2;
    assertThat(mean)
        .isCloseTo(0, within(5 / Math.sqrt((double) voxels.length * pairs * (WORDS - 1))));
  }

  /**
   * Signal variance q beside noise variance 1 gives a correlation of q / (1 + q), less a bias of at
   * most 1 / W; a correlation varies by at most 1 / (W - 1), and so does the mean over pairs.
   */
  @Test
  void stabilityIsWhatSignalToNoisePredicts() {
    double predicted = 0;
    double found = 0;
    for (int v : signalVoxels()) {
      double q = Math.pow(simulated.truth().signalToNoise(v), 2);
      predicted += q / (1 + q);
      found += stability(v);
    }
    int voxels = simulated.truth().signalVoxels();
    assertThat(predicted / voxels).as("a signal worth testing").isGreaterThan(0.2);
    double tolerance = 1.0 / WORDS + 5 / Math.sqrt((double) voxels * (WORDS - 1));
    assertThat(found / voxels).isCloseTo(predicted / voxels, within(tolerance));
  }

  private static int[] signalVoxels() {
    return columns(simulated.truth()::hasSignal);
  }

  private static int[] columns(IntPredicate chosen) {
    return IntStream.range(0, responses.voxels()).filter(chosen).toArray();
  }

  /** From signatures and features alone. */
  private static double plantedVariance(int voxel) {
    var planted = new double[WORDS];
    for (int w = 0; w < WORDS; w++) {
      double[] features = simulated.simulation().features(w);
      for (int i = 0; i < features.length; i++) {
        planted[w] += features[i] * signatures[i][voxel];
      }
    }
    return new Variance(false).evaluate(planted);
  }

  private static double noiseVariance() {
    double squares = 0;
    for (int v = 0; v < responses.voxels(); v++) {
      double[] means = wordMeans(v);
      for (int w = 0; w < WORDS; w++) {
        for (int p = 0; p < PRESENTATIONS; p++) {
          squares += Math.pow(responses.trial(w, p)[v] - means[w], 2);
        }
      }
    }
    return squares / (responses.voxels() * WORDS * (PRESENTATIONS - 1));
  }

  private static double[] wordMeans(int voxel) {
    return IntStream.range(0, WORDS)
        .mapToDouble(
            w ->
                IntStream.range(0, PRESENTATIONS)
                    .mapToDouble(p -> responses.trial(w, p)[voxel])
                    .average()
                    .orElse(0))
        .toArray();
  }

  private static double stability(int voxel) {
    double sum = 0;
    for (int p = 0; p < PRESENTATIONS; p++) {
      for (int other = 0; other < p; other++) {
        sum +=
            new PearsonsCorrelation()
                .correlation(presentation(voxel, p), presentation(voxel, other));
      }
    }
    return sum / (PRESENTATIONS * (PRESENTATIONS - 1) / 2.0);
  }

  private static double[] presentation(int voxel, int p) {
    return IntStream.range(0, WORDS).mapToDouble(w -> responses.trial(w, p)[voxel]).toArray();
  }
}
