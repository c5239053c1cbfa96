package org.mitchell.evaluation;

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
    assertThat(Highest.of(values, 6, 3)).containsExactly(1, 2, 3);
    assertThat(Highest.of(values, 6, 4)).containsExactly(1, 2, 3, 4);
    assertThat(Highest.bestFirst(values, 4)).containsExactly(1, 3, 2, 4);
  }

  @Test
  void undefinedValuesAreNeverAmongTheHighest() {
    double[] values = {Double.NaN, -5, Double.NaN, Double.NEGATIVE_INFINITY};
    assertThat(Highest.of(values, 4, 4)).containsExactly(1, 3);
    assertThat(Highest.of(new double[] {Double.NaN}, 1, 1)).isEmpty();
    assertThat(Highest.of(values, 4, 0)).isEmpty();
  }

  @Test
  void valuesBeyondTheLengthDoNotCount() {
    assertThat(Highest.of(new double[] {1, 2, 9, 9}, 2, 1)).containsExactly(1);
  }

  @Test
  void negativeZeroIsNoLessThanZero() {
    assertThat(Highest.of(new double[] {-0.0, 0.0}, 2, 1)).containsExactly(0);
    assertThat(Highest.bestFirst(new double[] {-1, -0.0, 0.0}, 2)).containsExactly(1, 2);
  }

  @Test
  void selectionIsThatOfSorting() {
    var random = new Random(12);
    for (int round = 0; round < 3000; round++) {
      int length = 1 + random.nextInt(60);
      int different = 1 + random.nextInt(70);
      double[] values =
          random.doubles(length).map(x -> x < 0.05 ? Double.NaN : Math.floor(x * different) / different).toArray();
      int count = random.nextInt(length + 3);
      Integer[] sorted =
          IntStream.range(0, length)
              .boxed()
              .filter(i -> !Double.isNaN(values[i]))
              .sorted(Comparator.comparingDouble(i -> -values[i]))
              .limit(count)
              .toArray(Integer[]::new);
      assertThat(Arrays.stream(Highest.bestFirst(values, count)).boxed()).containsExactly(sorted);
      assertThat(Arrays.stream(Highest.of(values, length, count)).boxed())
          .containsExactly(Arrays.stream(sorted).sorted().toArray(Integer[]::new));
    }
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
