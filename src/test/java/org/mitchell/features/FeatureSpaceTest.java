package org.mitchell.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.files.InputException;

class FeatureSpaceTest {
  private final FeatureSpace space =
      new FeatureSpace(
          "s",
          List.of("bee", "ant", "cow"),
          List.of("a", "b", "c"),
          new double[] {3, 0, 4, 0, 0, 0, 1, 2, 2},
          Map.of());

  @Test
  void wordsComeInTheOrderAskedForAndUnknownOnesAreLeftOut() {
    var some = space.forWords(List.of("cow", "fly", "bee"));

    assertThat(some.words()).containsExactly("cow", "bee");
    assertThat(some.row(0)).containsExactly(1, 2, 2);
    assertThat(some.vector("bee").orElseThrow()).containsExactly(3, 0, 4);
  }

  @Test
  void columnsCountFromOneInTheOrderGiven() {
    var some = space.columns("3, 1-2");

    assertThat(some.features()).containsExactly("c", "a", "b");
    assertThat(some.row(0)).containsExactly(4, 3, 0);
    assertThat(some.provenance()).containsEntry("columns", "3, 1-2");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | columns from 1 to 3",
        "4 | columns from 1 to 3",
        "2-1 | columns from 1 to 3",
        "1-4 | columns from 1 to 3",
        "1,1 | column 1 is named twice",
        "1-2,2 | column 2 is named twice",
        "a | got 'a' where a number or a range",
        "1, | got '' where a number",
        "-1 | got '-1' where a number",
        "99999999999 | where a number"
      })
  void columnsThatAreNotThereAreNamed(String spec, String message) {
    assertThatThrownBy(() -> space.columns(spec))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void unitLengthLeavesZeroRowsZero() {
    var unit = space.unitLength();

    assertThat(unit.row(0)).containsExactly(0.6, 0, 0.8);
    assertThat(unit.row(1)).containsExactly(0, 0, 0);
    assertThat(unit.row(2)).containsExactly(new double[] {1 / 3., 2 / 3., 2 / 3.}, within(1e-15));
    assertThat(space.zeroWords()).containsExactly("ant");
  }

  @Test
  void unitLengthHoldsForTheLargestAndSmallestNumbers() {
    double[] extreme = {3e300, 4e300, 3e-300, 4e-300};
    var unit =
        new FeatureSpace("x", List.of("big", "small"), List.of("a", "b"), extreme, Map.of())
            .unitLength();

    assertThat(unit.row(0)).containsExactly(new double[] {0.6, 0.8}, within(1e-15));
    assertThat(unit.row(1)).containsExactly(new double[] {0.6, 0.8}, within(1e-15));
  }

  @Test
  void zScoresAreOfEveryFeatureOverTheWords() {
    double[] values = {1, 5, 0.1, 3, 5, 0.1, 5, 5, 0.1};
    var scored =
        new FeatureSpace("z", space.words(), List.of("a", "same", "b"), values, Map.of()).zScored();

    double high = Math.sqrt(1.5); // 2 over the root of 8 / 3
    assertThat(scored.row(0)).containsExactly(new double[] {-high, 0, 0}, within(1e-15));
    assertThat(scored.row(1)).containsExactly(0, 0, 0);
    assertThat(scored.row(2)).containsExactly(new double[] {high, 0, 0}, within(1e-15));
  }

  @Test
  void whatComesOutDoesNotLeadBackIn() {
    space.row(0)[0] = 9;
    space.vector("bee").orElseThrow()[0] = 9;

    assertThat(space.value(0, 0)).isEqualTo(3);
  }
}
