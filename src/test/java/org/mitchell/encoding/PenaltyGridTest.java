package org.mitchell.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PenaltyGridTest {
  @Test
  void penaltiesAreEvenlySpacedInTheirLogarithm() {
    // numpy.logspace(-2, 3, 4)
    assertThat(PenaltyGrid.logSpaced(0.01, 1000, 4).penalties())
        .containsExactly(
            new double[] {0.01, 0.46415888336127786, 21.54434690031882, 1000}, within(1e-12));
  }

  @Test
  void theUsualPenaltiesGrowWithTheSquaredLengthOfAWordsFeatures() {
    double[][] raw = {{3, 4, 0}, {30, 40, 0}};
    assertThat(ends(PenaltyGrid.usual(raw, Scale.UNIT))).containsExactly(1e-3, 1e4);
    assertThat(ends(PenaltyGrid.usual(raw, Scale.ZSCORE))).containsExactly(3e-3, 3e4);
    // The mean of 25 and 2500 is nearest to 1000.
    assertThat(ends(PenaltyGrid.usual(raw, Scale.NONE)))
        .containsExactly(new double[] {1, 1e7}, within(1e-9));
    assertThat(PenaltyGrid.usual(raw, Scale.UNIT).size()).isEqualTo(20);
  }

  @Test
  void theSmallerPenaltyIsTakenOfTwoWithTheSameError() {
    assertThat(PenaltyGrid.smallest(new double[] {3, 2, 2, 5})).isEqualTo(1);
    assertThat(PenaltyGrid.smallest(new double[] {Double.NaN, 7, 9})).isEqualTo(1);
  }

  @Test
  void theFirstAndTheLastOfSeveralAreTheEdge() {
    PenaltyGrid grid = PenaltyGrid.of(0, 1, 10);
    assertThat(new boolean[] {grid.atEdge(0), grid.atEdge(1), grid.atEdge(2)})
        .containsExactly(true, false, true);
    assertThat(PenaltyGrid.of(1).atEdge(0)).isFalse();
  }

  @Test
  void penaltiesThatCannotBeAreRefused() {
    assertRefused("at least one");
    assertRefused("-1.0", -1);
    assertRefused("Infinity", 1, Double.POSITIVE_INFINITY);
    assertRefused("NaN", Double.NaN);
    assertRefused("2.0 after 3.0", 3, 2);
    assertRefused("1.0 after 1.0", 1, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PenaltyGrid.logSpaced(0, 1, 3))
        .withMessageContaining("0.0:1.0:3");
    assertThatIllegalArgumentException().isThrownBy(() -> PenaltyGrid.logSpaced(1, 10, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> PenaltyGrid.logSpaced(10, 1, 3));
  }

  @Test
  void aPenaltyThatIsYetToBeChosenHasNoValue() {
    var options =
        new EncodingOptions(
            Preset.PAPER, Scale.UNIT, new Penalty.Chosen(Optional.empty(), Penalty.Per.GLOBAL));
    assertThatIllegalStateException().isThrownBy(options::ridge);
    assertThat(options.withRidge(2).ridge()).isEqualTo(2);
  }

  private static void assertRefused(String part, double... penalties) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PenaltyGrid.of(penalties))
        .withMessageContaining(part);
  }

  private static double[] ends(PenaltyGrid grid) {
    return new double[] {grid.at(0), grid.at(grid.size() - 1)};
  }
}
