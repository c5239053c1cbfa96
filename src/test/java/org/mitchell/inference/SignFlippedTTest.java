package org.mitchell.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mitchell.inference.ExpectedInference.numbers;
import static org.mitchell.inference.ExpectedInference.rows;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;
import tools.jackson.databind.JsonNode;

/** t over participants, and their sign-flips. */
class SignFlippedTTest {
  private static final JsonNode EXPECTED = ExpectedInference.of("flipped");
  private static final RandomStreams STREAMS = new RandomStreams(1);

  @Test
  void tAndAllPatternsOfSignsAreScipys() {
    var flipped = SignFlippedT.of(rows(EXPECTED.get("departures")), 0, STREAMS);
    assertThat(flipped.exact()).isTrue();
    assertThat(flipped.size()).isEqualTo(31);
    assertThat(flipped.observed()).containsExactly(numbers(EXPECTED.get("t")), within(1e-9));
    try (var workers = new Workers(2)) {
      PValues inference = PValues.of(flipped, map -> 0, workers, Progress.NONE);
      assertThat(inference.p()).containsExactly(numbers(EXPECTED.get("p")), within(1e-12));
      assertThat(inference.familyWise())
          .containsExactly(numbers(EXPECTED.get("fwer")), within(1e-12));
    }
  }

  @Test
  void aVoxelOfOneParticipantHasNoT() {
    double nan = Double.NaN;
    var flipped =
        SignFlippedT.of(new double[][] {{.1, .1, .3}, {.2, nan, .1}, {.3, nan, nan}}, 0, STREAMS);
    assertThat(flipped.observed()[1]).isNaN();
    assertThat(flipped.observed()[0]).isEqualTo(0.2 / (0.1 / Math.sqrt(3)), within(1e-12));
    assertThat(flipped.observed()[2]).isEqualTo(0.2 / 0.1, within(1e-12));
  }

  @Test
  void patternsAreDrawnWhereThereAreTooManyForAll() {
    var random = new Random(2);
    var departures = new double[15][50];
    Arrays.setAll(departures, k -> random.doubles(50, -1, 1).toArray());
    var flipped = SignFlippedT.of(departures, 400, STREAMS);
    assertThat(flipped.exact()).isFalse();
    assertThat(flipped.size()).isEqualTo(400);
  }

  @Test
  void oneParticipantIsNoGroup() {
    assertThatThrownBy(() -> SignFlippedT.of(new double[1][5], 0, STREAMS))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
