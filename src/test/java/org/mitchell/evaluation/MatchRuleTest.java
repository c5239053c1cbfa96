package org.mitchell.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The order of the arguments is s11, s12, s21, s22: which prediction, which observation. */
class MatchRuleTest {
  @Test
  void theSumComparesTheRightAssignmentWithTheWrongOne() {
    assertThat(MatchRule.SUM.score(0.9, 0.1, 0.2, 0.3)).isEqualTo(1);
    assertThat(MatchRule.SUM.score(0.1, 0.9, 0.3, 0.2)).isEqualTo(0);
    // One clear match outweighs a slight mismatch.
    assertThat(MatchRule.SUM.score(0.9, 0.1, 0.3, 0.2)).isEqualTo(1);
  }

  @Test
  void singleNeedsOneOfTheTwoPredictionsToBeRight() {
    assertThat(MatchRule.SINGLE.score(0.2, 0.1, 0.9, 0.3)).isEqualTo(1);
    assertThat(MatchRule.SINGLE.score(0.1, 0.2, 0.3, 0.9)).isEqualTo(1);
    assertThat(MatchRule.SINGLE.score(0.1, 0.2, 0.9, 0.3)).isEqualTo(0);
  }

  @Test
  void strictNeedsBoth() {
    assertThat(MatchRule.STRICT.score(0.2, 0.1, 0.3, 0.9)).isEqualTo(1);
    assertThat(MatchRule.STRICT.score(0.9, 0.1, 0.3, 0.2)).isEqualTo(0);
    assertThat(MatchRule.STRICT.score(0.1, 0.2, 0.3, 0.9)).isEqualTo(0);
  }

  @Test
  void aPredictionIsComparedWithBothObservationsAndNotTheOtherWayRound() {
    // s11 > s12 and s22 > s21, though observation 1 is more like prediction 2 than like prediction
    // 1.
    assertThat(MatchRule.STRICT.score(0.2, 0.1, 0.5, 0.6)).isEqualTo(1);
    assertThat(MatchRule.SINGLE.score(0.2, 0.3, 0.1, 0.05)).isEqualTo(0);
  }

  @Test
  void aDifferenceWithinRoundingIsATie() {
    assertThat(MatchRule.SUM.score(0.5, 0.25, 0.5, 0.25)).isEqualTo(0.5);
    assertThat(MatchRule.SUM.score(0.5 + 0.9e-9, 0.5, 0, 0)).isEqualTo(0.5);
    assertThat(MatchRule.SUM.score(0.5, 0.5 + 0.9e-9, 0, 0)).isEqualTo(0.5);
    assertThat(MatchRule.SUM.score(0.5 + 1.1e-9, 0.5, 0, 0)).isEqualTo(1);
    assertThat(MatchRule.SUM.score(0.5, 0.5 + 1.1e-9, 0, 0)).isEqualTo(0);
  }

  @Test
  void halfATieIsTakenAsTheRuleTakesOthers() {
    assertThat(MatchRule.SINGLE.score(0.5, 0.5, 0.9, 0.1)).isEqualTo(0.5);
    assertThat(MatchRule.SINGLE.score(0.5, 0.5, 0.1, 0.9)).isEqualTo(1);
    assertThat(MatchRule.STRICT.score(0.5, 0.5, 0.1, 0.9)).isEqualTo(0.5);
    assertThat(MatchRule.STRICT.score(0.5, 0.5, 0.9, 0.1)).isEqualTo(0);
  }
}
