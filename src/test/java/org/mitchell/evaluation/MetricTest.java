package org.mitchell.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Images of three voxels, similarities by hand. */
class MetricTest {
  @Test
  void theCosineIsOfTheAngleBetweenImages() {
    double[][] predicted = {{1, 0, 0}, {0, 3, 4}};
    double[][] observed = {{2, 0, 0}, {1, 2, 2}};
    assertThat(Metric.COSINE.similarities(predicted, observed, 0))
        .containsExactly(new double[] {1, 1 / 3.0, 0, 14 / 15.0}, within(1e-15));
  }

  @Test
  void theCorrelationIsTheCosineAfterEachImagesOwnMeanIsRemoved() {
    // Without their means: (-1, 0, 1) and (-1, 2, -1); (-2, 0, 2) and (1, 1, -2).
    double[][] predicted = {{1, 2, 3}, {4, 7, 4}};
    double[][] observed = {{-7, -5, -3}, {101, 101, 98}};
    assertThat(Metric.CORRELATION.similarities(predicted, observed, 0))
        .containsExactly(new double[] {1, -Math.sqrt(0.75), 0, 0.5}, within(1e-15));
  }

  @Test
  void imagesThatAreTooShortAreAlikeToNothing() {
    double[][] predicted = {{1e-13, 0, 0}, {0, 3, 4}};
    double[][] observed = {{2, 0, 0}, {0, 0, 0}};
    assertThat(Metric.COSINE.similarities(predicted, observed, 1e-12)).containsExactly(0, 0, 0, 0);
    assertThat(Metric.COSINE.similarities(predicted, observed, 1e-14)).containsExactly(1, 0, 0, 0);
  }

  @Test
  void aFlatImageCorrelatesWithNothingButHasACosine() {
    double[][] flat = {{0.1, 0.1, 0.1}, {0.1, 0.1, 0.1}};
    double[][] observed = {{0.3, 0.3, 0.3}, {1, 2, 3}};
    assertThat(Metric.COSINE.similarities(flat, observed, 1e-12)[0]).isCloseTo(1, within(1e-15));
    assertThat(Metric.CORRELATION.similarities(flat, observed, 1e-12)).containsExactly(0, 0, 0, 0);
  }
}
