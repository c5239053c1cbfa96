package org.mitchell.evaluation.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mitchell.evaluation.ExpectedFigures;
import org.mitchell.evaluation.intervals.Subsamples;
import org.mitchell.random.RandomStreams;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Tests over participants beside those of scipy, in testdata/intervals/expected.json. */
class ParticipantsTestTest {
  private static final JsonNode EXPECTED =
      new ObjectMapper().readTree(Path.of("testdata/intervals/expected.json").toFile());
  private static final RandomStreams STREAMS = new RandomStreams(1);
  private static final double CLOSE = 1e-9;

  static Stream<JsonNode> groups() {
    JsonNode groups = EXPECTED.get("participants");
    return IntStream.range(0, groups.size()).mapToObj(groups::get);
  }

  @ParameterizedTest
  @MethodSource("groups")
  void tAndSignFlipsAreScipys(JsonNode group) {
    var test =
        ParticipantsTest.of(
            ExpectedFigures.numbers(group.get("values")),
            ExpectedFigures.numbers(group.get("chance")),
            STREAMS);
    assertThat(
            new double[] {
              test.low(),
              test.high(),
              test.t(),
              test.pAbove(),
              test.pTwoSided(),
              test.signFlips().pAbove(),
              test.signFlips().pTwoSided()
            })
        .containsExactly(
            Stream.of("low", "high", "t", "pAbove", "pTwoSided", "flipsAbove", "flipsTwoSided")
                .mapToDouble(name -> group.get(name).asDouble())
                .toArray(),
            within(CLOSE));
    assertThat(test.signFlips().exact()).isTrue();
    assertThat(test.signFlips().patterns()).isEqualTo(1L << test.participants());
  }

  @Test
  void withManyParticipantsSignFlipsAreSampledAndNearTheExactShare() {
    var random = new Random(4);
    var values = new double[14];
    for (int k = 0; k < values.length; k++) {
      values[k] = 0.3 + random.nextGaussian();
    }
    long reaching = 0;
    for (int pattern = 0; pattern < 1 << 14; pattern++) {
      double sum = 0;
      double observed = 0;
      for (int k = 0; k < 14; k++) {
        sum += (pattern >> k & 1) == 0 ? values[k] : -values[k];
        observed += values[k];
      }
      reaching += sum >= observed - 1e-12 ? 1 : 0;
    }
    double exact = reaching / 16384.0;
    SignFlips flips = SignFlips.of(values, STREAMS);
    assertThat(flips.exact()).isFalse();
    assertThat(flips.patterns()).isEqualTo(10_000);
    assertThat(flips.pAbove()).isCloseTo(exact, within(4 * Math.sqrt(exact * (1 - exact) / 1e4)));
    assertThat(SignFlips.of(values, STREAMS)).isEqualTo(flips);
  }

  @Test
  void oneParticipantHasNoSpread() {
    var test = ParticipantsTest.of(new double[] {0.7}, new double[] {0.5}, STREAMS);
    assertThat(test.mean()).isEqualTo(0.7);
    assertThat(new double[] {test.low(), test.high(), test.t(), test.pAbove()})
        .containsOnly(Double.NaN);
    assertThat(test.signFlips().pAbove()).isEqualTo(0.5);
  }

  @Test
  void equalDeparturesHaveNoT() {
    var test = ParticipantsTest.of(new double[] {0.7, 0.7}, new double[] {0.5, 0.5}, STREAMS);
    assertThat(test.t()).isNaN();
    assertThat(test.pTwoSided()).isNaN();
    assertThat(test.signFlips().pAbove()).isEqualTo(0.25);
  }

  @Test
  void theGroupIsPermutedAsOne() {
    JsonNode given = EXPECTED.get("permutations");
    double[] values = ExpectedFigures.numbers(given.get("values"));
    double[][] nulls =
        IntStream.range(0, values.length)
            .mapToObj(k -> ExpectedFigures.numbers(given.get("nulls").get(k)))
            .toArray(double[][]::new);
    GroupResult group = GroupResult.of(values, Optional.empty(), nulls, STREAMS);
    assertThat(group.permutationP()).isCloseTo(given.get("p").asDouble(), within(CLOSE));
    assertThat(group.chance())
        .containsExactly(ExpectedFigures.numbers(given.get("chance")), within(CLOSE));
    assertThat(group.words()).isEmpty();
  }

  @Test
  void withoutPermutationsChanceIsOneHalf() {
    double[] values = {0.6, 0.7, 0.65};
    GroupResult group = GroupResult.of(values, Optional.empty(), new double[3][0], STREAMS);
    assertThat(group.chance()).containsOnly(0.5);
    assertThat(group.permutations()).isEmpty();
    assertThat(group.permutationP()).isNaN();
  }

  @Test
  void wordsAsRandomAreTheSpreadOfTheMeanOverParticipants() {
    var subsamples = new Subsamples(4, 2, new int[][] {{0, 1}, {1, 2}, {0, 3}});
    double[][] scores = {{0.4, 0.6, 0.8}, {0.6, 0.8, 0.4}};
    GroupResult group =
        GroupResult.of(
            new double[] {0.7, 0.6},
            Optional.of(new GroupResult.WordScores(subsamples, scores)),
            new double[2][0],
            STREAMS);
    // Means .5, .7, .6: sd .1, and sqrt(2 / 2) = 1.
    assertThat(group.words().orElseThrow().standardError()).isCloseTo(0.1, within(CLOSE));
    assertThat(group.words().orElseThrow().figure()).isCloseTo(0.65, within(CLOSE));
  }

  @Test
  void otherNumbersOfNullsThanOfParticipantsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> GroupResult.of(new double[] {0.6}, Optional.empty(), new double[2][9], STREAMS))
        .withMessageContaining("1 accuracies, null values of 2 participants");
  }
}
