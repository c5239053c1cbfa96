package org.mitchell.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mitchell.encoding.Scale;
import org.mitchell.files.InputException;

/** What says nothing in the features of a few words. */
class UninformativeFeaturesTest {
  private static final List<String> WORDS = List.of("ant", "bee", "cow", "dog");

  private static UninformativeFeatures found(Scale scale, double[]... rows) {
    var features = List.of("a", "b", "c", "d").subList(0, rows[0].length);
    return UninformativeFeatures.of(WORDS.subList(0, rows.length), features, rows, scale);
  }

  @Test
  void constantColumnsAndCopiesAreFound() {
    var found =
        found(
            Scale.ZSCORE,
            new double[] {1, 5, 1, 0.0},
            new double[] {2, 5, 2, -0.0},
            new double[] {3, 5, 3, 0});
    assertThat(found.constant()).containsExactly("b", "d");
    assertThat(found.sameFeatures()).containsExactly(List.of("a", "c"));
    assertThat(found.sameWords()).isEmpty();
    assertThat(found.notes())
        .containsExactly(
            "2 features have the same value for all words: b, d",
            "2 features have the values of another: a = c");
  }

  @Test
  void wordsAreTheSameOnceScaled() {
    double[][] rows = {{1, 3}, {0.1, 0.3}, {3, 1}, {7, 21}};
    assertThat(found(Scale.UNIT, rows).sameWords()).containsExactly(List.of("ant", "bee", "dog"));
    assertThat(found(Scale.NONE, rows).sameWords()).isEmpty();
    assertThat(found(Scale.NONE, new double[] {1, 2}, new double[] {1, 2}).sameWords())
        .containsExactly(List.of("ant", "bee"));
  }

  @Test
  void aSingleFeatureOfUnitLengthTellsNothing() {
    var found = found(Scale.UNIT, new double[] {1}, new double[] {4}, new double[] {9});
    assertThat(found.allWordsAreTheSame()).isTrue();
    assertThatThrownBy(() -> found.requireDifferences("one.csv"))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("one.csv", "unit length", "3 words", "another scale");
    assertThat(found(Scale.UNIT, new double[] {1}, new double[] {-4}).allWordsAreTheSame())
        .as("of two signs")
        .isFalse();
  }

  @ParameterizedTest
  @EnumSource(Scale.class)
  void wordsThatDifferAreLeftAlone(Scale scale) {
    var found = found(scale, new double[] {1, 0}, new double[] {0, 1}, new double[] {1, 2});
    assertThat(found.notes()).isEmpty();
    assertThatCode(() -> found.requireDifferences("x")).doesNotThrowAnyException();
  }

  @Test
  void aRowOfZerosIsCounted() {
    var found = found(Scale.NONE, new double[] {0, 0}, new double[] {0, 1}, new double[] {1, 2});
    assertThat(found.zeroWords()).containsExactly("ant");
    assertThat(found.notes())
        .containsExactly("1 word is zero in all features, and used as it stands: ant");
  }
}
