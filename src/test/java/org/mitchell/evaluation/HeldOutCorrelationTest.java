package org.mitchell.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;
import org.mitchell.evaluation.RandomResponses.Kind;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Workers;

class HeldOutCorrelationTest {
  private static final int[] ONCE = {1, 1, 1, 1, 1, 1, 1};

  @Test
  void everyVoxelHasTheCorrelationOfItsObservedAndPredictedValues() {
    WordImages images =
        WordImages.of(RandomResponses.of(2, ONCE, 1500, Kind.NOISE, Kind.HEAVY_TAILS, Kind.TINY));
    double[][] operator = new double[7][7];
    for (int w = 0; w < 7; w++) {
      operator[w][(w + 1) % 7] = 2;
      operator[w][(w + 3) % 7] = -0.5;
    }
    double[] map = of(images, operator);
    for (int v = 0; v < 1500; v++) {
      var observed = new double[7];
      var predicted = new double[7];
      for (int w = 0; w < 7; w++) {
        observed[w] = images.row(w)[v];
        predicted[w] = 2 * images.row((w + 1) % 7)[v] - 0.5 * images.row((w + 3) % 7)[v];
      }
      assertThat(map[v])
          .isCloseTo(new PearsonsCorrelation().correlation(observed, predicted), within(1e-12));
    }
  }

  @Test
  void aVoxelThatIsTheSameForAllWordsHasNone() {
    WordImages images = WordImages.of(RandomResponses.of(2, ONCE, 3, Kind.NOISE, Kind.CONSTANT));
    double[] map = of(images.withoutMean(), identity());
    assertThat(map[1]).isNaN();
    assertThat(map[0]).isCloseTo(1, within(1e-12));
  }

  @Test
  void rIsNeverBeyondOneSoThatItsTransformsAreDefined() {
    WordImages images = WordImages.of(RandomResponses.of(2, ONCE, 500, Kind.NOISE));
    double[][] operator = identity();
    for (int w = 0; w < 7; w++) {
      operator[w][w] = 0.3;
    }
    double[] map = of(images, operator);
    assertThat(Arrays.stream(map).max().orElseThrow()).isLessThanOrEqualTo(1);
    assertThat(Arrays.stream(map).min().orElseThrow()).isCloseTo(1, within(1e-12));
  }

  private static double[][] identity() {
    var identity = new double[7][7];
    for (int w = 0; w < 7; w++) {
      identity[w][w] = 1;
    }
    return identity;
  }

  private static double[] of(WordImages images, double[][] operator) {
    try (var workers = new Workers(2)) {
      return HeldOutCorrelation.of(images, operator, workers);
    }
  }
}
