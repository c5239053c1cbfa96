package org.mitchell.features.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class NeighbourPurityTest {
  @Test
  void theShareOfNeighboursOfTheSameGroupIsThatCountedByHand() {
    // On a line: a a b b a, at 0 1 3 4 9. Nearest: 1 (a), 0 (a), 4 (b), 3 (b), and of the last a,
    // 4.
    double[][] line = {{0}, {1}, {3}, {4}, {9}};
    var groups = List.of("a", "a", "b", "b", "a");
    double[][] apart = {{0, 0}, {0, 1}, {50, 0}, {50, 1}, {0, 2}};
    NeighbourPurity purity = NeighbourPurity.of(line, apart, groups);
    assertThat(purity.neighbours()).as("the smaller group has one more").isEqualTo(1);
    assertThat(purity.inSpace()).isEqualTo(4.0 / 5);
    assertThat(purity.inPlane()).isEqualTo(1);
    // Three words have two others of four, two have one.
    assertThat(purity.chance()).isCloseTo((3 * 2 + 2) / 4.0 / 5, within(1e-15));
  }

  @Test
  void aWordThatIsAloneInItsGroupHasNoneOfIt() {
    double[][] line = {{0}, {1}, {2}, {9}, {10}, {11}};
    var groups = List.of("a", "a", "alone", "b", "b", "b");
    NeighbourPurity purity = NeighbourPurity.of(line, line, groups);
    assertThat(purity.neighbours()).isEqualTo(1);
    assertThat(purity.inSpace()).isEqualTo(5.0 / 6);
  }

  @Test
  void groupsOfOneWordEachAreRefused() {
    double[][] line = {{0}, {1}};
    assertThatThrownBy(() -> NeighbourPurity.of(line, line, List.of("a", "b")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
