package org.mitchell.evaluation.ranks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankTest {
  @Test
  void theBestOfAThousandAndOneIsOneAndTheWorstIsZero() {
    assertThat(new Rank(1, 1001).percentile()).isEqualTo(1);
    assertThat(new Rank(1001, 1001).percentile()).isZero();
    assertThat(new Rank(501, 1001).percentile()).isEqualTo(.5);
  }

  @Test
  void tiesShareTheMiddleOfTheirPlaces() {
    double[] others = {.9, .5, .5 + 1e-10, .5 - 1e-10, .1};
    assertThat(Rank.of(.5, others, 5, -1)).isEqualTo(new Rank(3.5, 6));
    assertThat(Rank.of(.5, new double[] {.5, .5, .5}, 3, -1).percentile()).isEqualTo(.5);
  }

  @Test
  void aDifferenceBeyondTheNinthDigitIsNoTie() {
    assertThat(Rank.of(.5, new double[] {.5 + 2e-9}, 1, -1)).isEqualTo(new Rank(2, 2));
    assertThat(Rank.of(.5, new double[] {.5 - 2e-9}, 1, -1)).isEqualTo(new Rank(1, 2));
  }

  @Test
  void theHeldOutWordIsNoRivalOfItself() {
    double[] listed = {.9, .5, .1};
    assertThat(Rank.of(.5, listed, 3, 1)).isEqualTo(new Rank(2, 3));
    assertThat(Rank.of(.5, listed, 3, 0)).isEqualTo(new Rank(1.5, 3));
  }

  @Test
  void probabilitiesAreThoseOfTheExponentials() {
    // scipy.special.softmax([2, 1, 0, 5]) to ten digits.
    assertThat(new Softmax(.1).probabilities(.2, .1, 0, .5))
        .containsExactly(
            new double[] {0.0463204180, 0.0170403295, 0.0062687869, 0.9303704657}, within(1e-9));
  }

  @Test
  void aLowTemperatureIsSureAndAHighOneIsNot() {
    assertThat(new Softmax(1e-5).probabilities(.3, .2, -1)).containsExactly(1, 0, 0);
    assertThat(new Softmax(1e9).probabilities(.3, .2, -1))
        .containsExactly(new double[] {1 / 3., 1 / 3., 1 / 3.}, within(1e-8));
  }

  @Test
  void aTemperatureIsAboveZero() {
    for (double temperature : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new Softmax(temperature))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("above 0");
    }
  }
}
