package org.mitchell.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Expected figures are rsatoolbox's: testdata/similarity/reference.py. */
class SimilarityReferenceTest {
  private static final double CLOSE = 1e-9;
  private static final int PARTICIPANTS = 3;

  @ParameterizedTest
  @EnumSource(value = Distance.class, mode = EnumSource.Mode.EXCLUDE, names = "COSINE")
  void distancesOfImagesAreTheirs(Distance distance) {
    for (int k = 0; k < PARTICIPANTS; k++) {
      JsonNode expected = Reference.json().get("distances").get(k).get(distance.name());
      assertThat(Reference.images(k, distance).values())
          .containsExactly(Reference.numbers(expected), within(CLOSE));
    }
  }

  @Test
  void distancesOfFeaturesAreTheirs() {
    assertThat(Reference.features().values())
        .containsExactly(
            Reference.numbers(Reference.json().get("featureDistances")), within(CLOSE));
  }

  @ParameterizedTest
  @EnumSource(Agreement.class)
  void agreementsAreTheirs(Agreement agreement) {
    for (int k = 0; k < PARTICIPANTS; k++) {
      double expected = Reference.json().get("agreements").get(k).get(agreement.name()).asDouble();
      assertThat(agreement.of(Reference.features(), Reference.images(k, Distance.CORRELATION)))
          .isCloseTo(expected, within(CLOSE));
    }
  }

  @ParameterizedTest
  @EnumSource(Agreement.class)
  void wordsDrawnTwiceHaveNoPairOfTheirOwn(Agreement agreement) {
    int[] drawn =
        IntStream.range(0, 8).map(i -> Reference.json().get("drawn").get(i).asInt()).toArray();
    Pairs pairs = Pairs.ofDifferent(drawn);
    double expected = Reference.json().get("agreementsOfDrawn").get(agreement.name()).asDouble();
    assertThat(
            agreement.of(
                Reference.features().resampled(pairs, drawn),
                Reference.images(0, Distance.CORRELATION).resampled(pairs, drawn)))
        .isCloseTo(expected, within(CLOSE));
  }

  @ParameterizedTest
  @EnumSource(Agreement.class)
  void ceilingsAreTheirs(Agreement agreement) {
    List<Dissimilarities> images =
        IntStream.range(0, PARTICIPANTS)
            .mapToObj(k -> Reference.images(k, Distance.CORRELATION))
            .toList();
    double[] expected = Reference.numbers(Reference.json().get("ceilings").get(agreement.name()));
    SimilarityCeiling ceiling = SimilarityCeiling.of(images, agreement).orElseThrow();
    assertThat(ceiling.lower()).isCloseTo(expected[0], within(CLOSE));
    assertThat(ceiling.upper()).isCloseTo(expected[1], within(CLOSE));
  }

  @Test
  void variancesOfParticipantsAndWordsComeTogetherAsTheirs() {
    for (JsonNode row : Reference.json().get("variances")) {
      double combined =
          TwoFactorBootstrap.combined(
              row.get("both").asDouble(),
              row.get("participants").asDouble(),
              row.get("words").asDouble(),
              9,
              60);
      assertThat(combined).isCloseTo(row.get("variance").asDouble(), within(CLOSE));
    }
  }
}
