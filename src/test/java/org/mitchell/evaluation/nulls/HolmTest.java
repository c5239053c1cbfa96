package org.mitchell.evaluation.nulls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {
  /** By hand: .005 x 4, .01 x 3, .03 x 2, and .04 x 1, which must not fall below the one before. */
  @Test
  void everyPIsTimesTheNumberOfTestsThatAreLeft() {
    assertThat(Holm.corrected(new double[] {0.01, 0.04, 0.03, 0.005}))
        .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
  }

  @Test
  void noPIsAboveOneAndASingleOneStaysAsItIs() {
    assertThat(Holm.corrected(new double[] {0.7, 0.9})).containsExactly(1, 1);
    assertThat(Holm.corrected(new double[] {0.2})).containsExactly(0.2);
  }

  @Test
  void whatCouldNotBeTestedIsNoTest() {
    double[] corrected = Holm.corrected(new double[] {0.02, Double.NaN, 0.03});
    assertThat(corrected[0]).isCloseTo(0.04, within(1e-15));
    assertThat(corrected[1]).isNaN();
    assertThat(corrected[2]).isCloseTo(0.04, within(1e-15));
  }
}
