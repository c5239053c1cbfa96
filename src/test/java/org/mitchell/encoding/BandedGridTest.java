package org.mitchell.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mitchell.random.RandomStreams;

class BandedGridTest {
  private static final PenaltyGrid PENALTIES = PenaltyGrid.of(0.1, 10);

  @Test
  void aSpacesPenaltyIsThePenaltyDividedByItsWeight() {
    BandedGrid grid = BandedGrid.of(new double[][] {{0.25, 0.75}, {1, 0}}, PENALTIES);
    assertThat(grid.size()).isEqualTo(4);
    assertThat(grid.at(0)).containsExactly(new double[] {0.4, 0.4 / 3}, within(1e-15));
    assertThat(grid.at(1)).containsExactly(new double[] {40, 40.0 / 3}, within(1e-12));
    assertThat(grid.at(3)).containsExactly(10, Double.POSITIVE_INFINITY);
  }

  @Test
  void aUnitMultipliesTheSpacesPenalties() {
    BandedGrid grid = BandedGrid.of(new double[][] {{0.25, 0.75}}, PENALTIES).in(100, 1);
    assertThat(grid.at(0)).containsExactly(new double[] {40, 0.4 / 3}, within(1e-12));
  }

  @Test
  void drawnWeightsSumToOneAndDependOnTheSeedAlone() {
    BandedGrid grid = BandedGrid.random(3, 50, PENALTIES, new RandomStreams(7));
    assertThat(grid.size()).isEqualTo((3 + 1 + 50) * 2);
    assertThat(List.of(grid.weights()))
        .allSatisfy(w -> assertThat(Arrays.stream(w).sum()).isCloseTo(1, within(1e-12)));
    assertThat(BandedGrid.random(3, 50, PENALTIES, new RandomStreams(7)).weights())
        .isDeepEqualTo(grid.weights());
    assertThat(BandedGrid.random(3, 50, PENALTIES, new RandomStreams(8)).weights()[9])
        .isNotEqualTo(grid.weights()[9]);
    // Concentration 1: each weight of three has mean 1/3 and variance 1/18.
    double mean = Arrays.stream(grid.weights()).skip(4).mapToDouble(w -> w[0]).average().orElse(0);
    assertThat(mean).isCloseTo(1.0 / 3, within(4 * Math.sqrt(1.0 / 18 / 50)));
  }

  @Test
  void aSpaceOfNoWeightHasNoPartInTheModel() {
    double[][] a = {{1, 2}, {3, 1}, {2, 5}, {4, 4}, {1, 7}};
    double[][] b = {{9, 1}, {2, 2}, {3, 8}, {1, 1}, {5, 4}};
    var options = new EncodingOptions(Preset.STRICT, Scale.UNIT, 0);
    PenaltyPath both =
        PenaltyPath.of(
            Spaces.sideBySide(List.of(a, b)),
            options.withSpaces(new Spaces(List.of(2, 2), Combination.BANDED)),
            BandedGrid.of(new double[][] {{1, 0}}, PENALTIES));
    double[][] alone = PenaltyPath.of(a, options, PENALTIES).at(1).weights(3);
    assertThat(both.at(1).weights(3)[0]).containsExactly(alone[0], within(1e-14));
  }

  @Test
  void gridsThatCannotBeAreRefused() {
    assertRefused(new double[][] {});
    assertRefused(new double[][] {{0, 0}});
    assertRefused(new double[][] {{1, -0.5}});
    assertRefused(new double[][] {{1, Double.NaN}});
    assertRefused(new double[][] {{1, 1}, {1}});
    double[][] a = {{1, 2}, {3, 1}};
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                PenaltyPath.of(
                    a,
                    EncodingOptions.PAPER.withSpaces(new Spaces(List.of(1, 1), Combination.BANDED)),
                    BandedGrid.of(new double[][] {{1, 0, 0}}, PENALTIES)))
        .withMessageContaining("2 feature spaces with penalties of 3");
  }

  private static void assertRefused(double[][] weights) {
    assertThatIllegalArgumentException().isThrownBy(() -> BandedGrid.of(weights, PENALTIES));
  }
}
