package org.mitchell.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureScalingTest {
  private static final double[][] ROWS = {{3, 4}, {0, 0}, {6, 8}};

  @Test
  void unitVectorsHaveLengthOneAndZeroStaysZero() {
    FeatureScaling scaling = learn(Preset.PAPER, Scale.UNIT, ROWS);
    assertThat(scaling.apply(new double[] {3, 4}))
        .containsExactly(new double[] {0.6, 0.8}, within(1e-15));
    assertThat(scaling.apply(new double[] {0, 0})).containsExactly(0, 0);
  }

  @Test
  void zscoresDivideByThePopulationDeviation() {
    FeatureScaling scaling = learn(Preset.PAPER, Scale.ZSCORE, new double[][] {{1, 7}, {3, 7}});
    assertThat(scaling.apply(new double[] {1, 7})).containsExactly(-1, 0);
    assertThat(scaling.apply(new double[] {7, 8})).containsExactly(5, 1);
  }

  @Test
  void withoutScaleVectorsStayAsTheyAreInThePaperAndAreCentredWithoutLeak() {
    assertThat(learn(Preset.PAPER, Scale.NONE, ROWS).apply(new double[] {5, 5}))
        .containsExactly(5, 5);
    assertThat(learn(Preset.STRICT, Scale.NONE, ROWS).apply(new double[] {5, 5}))
        .containsExactly(2, 1);
  }

  @Test
  void unitVectorsAreCentredAfterTheyWereScaled() {
    FeatureScaling scaling = learn(Preset.STRICT, Scale.UNIT, ROWS);
    assertThat(scaling.apply(new double[] {30, 40}))
        .containsExactly(new double[] {0.2, 0.8 / 3}, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1000.1, 1e17 + 3, -0.7e-9})
  void aConstantFeatureBecomesExactlyZero(double value) {
    // The sum of fourteen times such a number, divided by fourteen, is another number.
    var rows = new double[14][];
    for (int w = 0; w < rows.length; w++) {
      rows[w] = new double[] {w, value};
    }
    assertThat(learn(Preset.PAPER, Scale.ZSCORE, rows).apply(rows[3])[1]).isZero();
    assertThat(learn(Preset.STRICT, Scale.NONE, rows).apply(rows[3])[1]).isZero();
  }

  @Test
  void theVectorThatIsScaledIsLeftAlone() {
    double[] raw = {3, 4};
    learn(Preset.STRICT, Scale.UNIT, ROWS).apply(raw);
    assertThat(raw).containsExactly(3, 4);
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {-1e-9, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aPenaltyIsANumberFromZeroUp(double ridge) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EncodingOptions(Preset.PAPER, Scale.UNIT, ridge))
        .withMessageContaining(Double.toString(ridge));
  }

  private static FeatureScaling learn(Preset preset, Scale scale, double[][] rows) {
    return FeatureScaling.learn(new EncodingOptions(preset, scale, 0), rows);
  }
}
