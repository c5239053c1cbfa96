package org.mitchell.evaluation.stability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HighestTest {
  @Test
  void equalValuesGoToTheLowerPosition() {
    double[] values = {1, 3, 2, 3, 2, 2};
    assertThat(positions(values, 6, 3)).containsExactly(1, 2, 3);
    assertThat(positions(values, 6, 4)).containsExactly(1, 2, 3, 4);
  }

  @Test
  void undefinedValuesAreNeverAmongTheHighest() {
    double[] values = {Double.NaN, -5, Double.NaN, Double.NEGATIVE_INFINITY};
    assertThat(positions(values, 4, 4)).containsExactly(1, 3);
    assertThat(positions(new double[] {Double.NaN}, 1, 1)).isEmpty();
    assertThat(positions(values, 4, 0)).isEmpty();
  }

  @Test
  void valuesBeyondTheLengthDoNotCount() {
    assertThat(positions(new double[] {1, 2, 9, 9}, 2, 1)).containsExactly(1);
  }

  @Test
  void negativeZeroIsNoLessThanZero() {
    assertThat(positions(new double[] {-0.0, 0.0}, 2, 1)).containsExactly(0);
  }

  @Test
  void selectionIsThatOfSorting() {
    var random = new Random(12);
    for (int round = 0; round < 3000; round++) {
      int length = 1 + random.nextInt(60);
      int different = 1 + random.nextInt(70);
      double[] values =
          random
              .doubles(length)
              .map(x -> x < 0.05 ? Double.NaN : Math.floor(x * different) / different)
              .toArray();
      int count = random.nextInt(length + 3);
      Integer[] sorted =
          IntStream.range(0, length)
              .boxed()
              .filter(i -> !Double.isNaN(values[i]))
              .sorted(Comparator.comparingDouble(i -> -values[i]))
              .limit(count)
              .toArray(Integer[]::new);
      assertThat(Arrays.stream(positions(values, length, count)).boxed())
          .containsExactly(Arrays.stream(sorted).sorted().toArray(Integer[]::new));
    }
  }

  @Test
  void aWrongGuessOfTheThresholdCostsTimeAndNothingElse() {
    double[] values = {4, 1, 3, Double.NaN, 2};
    for (double likely : new double[] {Double.NEGATIVE_INFINITY, 1.5, 3, 3.5, 100}) {
      SelectedVoxels found = Highest.of(values, 5, 2, likely);
      assertThat(found.positions()).as("guess %s", likely).containsExactly(0, 2);
      assertThat(found.threshold()).as("guess %s", likely).isEqualTo(3);
    }
  }

  @Test
  void theThresholdIsMinusInfinityWhereTooFewAreDefined() {
    assertThat(Highest.of(new double[] {1, Double.NaN}, 2, 2, 0).threshold())
        .isEqualTo(Double.NEGATIVE_INFINITY);
  }

  private static int[] positions(double[] values, int length, int count) {
    return Highest.of(values, length, count, Double.NEGATIVE_INFINITY).positions();
  }

  @Test
  void theKthHighestIsThatOfSorting() {
    var random = new Random(13);
    for (int round = 0; round < 3000; round++) {
      int n = 1 + random.nextInt(80);
      int different = 1 + random.nextInt(100);
      double[] values = random.ints(n + 4, 0, different).asDoubleStream().toArray();
      int k = 1 + random.nextInt(n);
      double[] sorted = Arrays.copyOf(values, n);
      Arrays.sort(sorted);
      assertThat(Highest.kthHighest(values, n, k)).isEqualTo(sorted[n - k]);
    }
  }
}
