package org.mitchell.evaluation.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Expected values are of testdata/groups/prevalence.py, the posterior on a grid. */
class PrevalenceTest {
  private static final double GRID = 2e-5;

  static Stream<JsonNode> cases() throws IOException {
    JsonNode cases =
        new ObjectMapper().readTree(Path.of("testdata/groups/prevalence.json").toFile());
    return StreamSupport.stream(cases.spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theIntervalIsTheShortestOfThePosterior(JsonNode made) {
    Prevalence found =
        Prevalence.of(
            made.get("significant").asInt(),
            made.get("participants").asInt(),
            made.get("level").asDouble());
    assertThat(found.estimate()).isCloseTo(made.get("estimate").asDouble(), within(GRID));
    assertThat(found.low()).isCloseTo(made.get("low").asDouble(), within(GRID));
    assertThat(found.high()).isCloseTo(made.get("high").asDouble(), within(GRID));
  }

  @Test
  void itCoversAPrevalenceDrawnFromThePrior() {
    var random = new Random(11);
    int studies = 2_000;
    int covered = 0;
    for (int s = 0; s < studies; s++) {
      double truth = random.nextDouble();
      int significant = 0;
      for (int k = 0; k < 12; k++) {
        boolean found = random.nextDouble() < truth || random.nextDouble() < .05;
        significant += found ? 1 : 0;
      }
      Prevalence interval = Prevalence.of(significant, 12, .05);
      covered += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
    }
    // Three standard errors of .0049 about .95.
    assertThat(covered / (double) studies).isBetween(.935, .965);
  }

  @Test
  void moreThanThereAreIsRefused() {
    assertThatThrownBy(() -> Prevalence.of(7, 6, .05)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Prevalence.of(1, 6, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
