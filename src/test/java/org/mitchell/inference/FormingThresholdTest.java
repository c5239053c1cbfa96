package org.mitchell.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.jobs.Workers;

/** The value that a share of null values reaches. */
class FormingThresholdTest {
  /** A hundred maps of ten voxels hold .001, .002, ..., 1 in some order. */
  private static final double[][] THOUSANDTHS = new double[100][10];

  static {
    for (int i = 0; i < 1000; i++) {
      THOUSANDTHS[i * 37 % 100][i / 100] = (i + 1) / 1000.0;
    }
  }

  /** Of a thousand values ten reach .991, and .9901 is the first step that the eleventh misses. */
  @ParameterizedTest
  @CsvSource({"0.01, 0.9901", "0.001, 0.9991", "0.0005, 1.0001", "0.1, 0.9001"})
  void noMoreThanTheShareReachesIt(double p, double expected) {
    assertThat(threshold(new GivenMaps(new double[10], THOUSANDTHS), p)).isEqualTo(expected);
  }

  @Test
  void voxelsWithoutAValueDoNotCount() {
    double[][] nulls =
        Arrays.stream(THOUSANDTHS).map(map -> Arrays.copyOf(map, 11)).toArray(double[][]::new);
    Arrays.stream(nulls).forEach(map -> map[10] = Double.NaN);
    assertThat(threshold(new GivenMaps(new double[11], nulls), 0.01)).isEqualTo(0.9901);
  }

  @Test
  void valuesThatAreEqualReachItTogetherOrNotAtAll() {
    var nulls = new double[100][10];
    Arrays.stream(nulls).forEach(map -> Arrays.fill(map, 0.3));
    assertThat(threshold(new GivenMaps(new double[10], nulls), 0.5)).isEqualTo(0.3001);
  }

  private static double threshold(NullMaps maps, double p) {
    try (var workers = new Workers(2)) {
      return FormingThreshold.of(maps, p, workers);
    }
  }
}
