package org.mitchell.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RankingTest {
  static Stream<Arguments> numbers() {
    var random = new Random(18);
    double[] bell = random.doubles(500).map(u -> random.nextGaussian()).toArray();
    return Stream.of(
        Arguments.of("spread as distances are", bell),
        Arguments.of("ascending", IntStream.range(0, 300).mapToDouble(i -> i).toArray()),
        Arguments.of("descending", IntStream.range(0, 300).mapToDouble(i -> -i).toArray()),
        Arguments.of("many ties", random.ints(400, 0, 7).asDoubleStream().toArray()),
        Arguments.of(
            "crowded beside one far off, in the wrong order",
            IntStream.range(0, 400).mapToDouble(i -> i == 0 ? 1e6 : 1 - 1e-4 * i).toArray()),
        Arguments.of("from small to large", random.doubles(300, -6, 6).map(Math::exp).toArray()),
        Arguments.of("below and above zero", new double[] {0.5, -0.25, 0, -1, 0.5, 1, -0.25}),
        Arguments.of("all the same", new double[] {3, 3, 3}),
        Arguments.of("all zero", new double[] {0, 0}),
        Arguments.of("one", new double[] {7}),
        Arguments.of("none", new double[0]));
  }

  /** A rank is one more than the numbers below, and half of the others that are equal. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("numbers")
  void aRankCountsTheNumbersBelowAndHalfOfThoseThatAreEqual(String what, double[] values) {
    double[] counted =
        Arrays.stream(values)
            .map(
                value ->
                    (1.0
                            + 2 * Arrays.stream(values).filter(other -> other < value).count()
                            + Arrays.stream(values).filter(other -> other == value).count())
                        / 2)
            .toArray();
    assertThat(Ranking.ranks(values)).as(what).containsExactly(counted);
  }

  @Test
  void numbersThatDifferByRoundingShareARank() {
    assertThat(Ranking.ranks(new double[] {0.3, 0.1 + 0.2, 0.4})).containsExactly(1.5, 1.5, 3);
  }

  @Test
  void centredRanksSumToZero() {
    assertThat(Ranking.centredRanks(new double[] {2, 9, 2, 5})).containsExactly(-1, 1.5, -1, 0.5);
  }
}
