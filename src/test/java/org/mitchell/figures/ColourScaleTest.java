package org.mitchell.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.features.FeatureSpace;
import org.mitchell.figures.Ticks.Tick;

class ColourScaleTest {
  private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

  @Test
  void quantitiesGoFromTheSmallestToTheLargest() {
    var scale = scale(NO_LIMIT, 1, 2, 4);

    assertThat(scale.colour(1)).isEqualTo(new Color(0x440154));
    assertThat(scale.colour(2)).isEqualTo(new Color(0x31688e));
    assertThat(scale.colour(4)).isEqualTo(new Color(0xfde725));
    assertThat(scale.clipped()).isFalse();
  }

  @Test
  void signedValuesHaveZeroInTheMiddleAndAsMuchRoomBelowAsAbove() {
    var scale = scale(NO_LIMIT, -1, 0, 4);

    assertThat(scale.colour(0)).isEqualTo(new Color(0xdddddd));
    assertThat(scale.colour(4)).isEqualTo(new Color(0xb40426));
    assertThat(scale.colour(-4)).isEqualTo(new Color(0x3b4cc0));
    assertThat(scale.colour(-1).getBlue()).isGreaterThan(scale.colour(-1).getRed());
  }

  @Test
  void valuesBeyondTheLimitShareTheLastColourAndTheScaleSaysSo() {
    var scale = scale(3, -7, 0.5, 2);

    assertThat(scale.colour(-7)).isEqualTo(scale.colour(-3)).isEqualTo(new Color(0x3b4cc0));
    assertThat(scale.ticks().stream().map(Tick::label))
        .containsExactly("≤ −3", "−2", "−1", "0", "1", "2", "≥ 3");
    assertThat(scale(3, -1, 2).ticks().stream().map(Tick::label)).noneMatch(l -> l.contains("≥"));
  }

  @Test
  void aTableOfOneValueHasAScaleToo() {
    assertThat(scale(NO_LIMIT, 0, 0).colour(0)).isEqualTo(new Color(0x440154));
    assertThat(scale(NO_LIMIT, 1e17, 1e17).colour(1e17)).isEqualTo(new Color(0x440154));
    assertThat(scale(NO_LIMIT, -1e308, 1e308).colour(0)).isEqualTo(new Color(0xdddddd));
  }

  @Test
  void viridisGetsLighterInEvenSteps() {
    double[] lightness =
        IntStream.rangeClosed(0, 32)
            .mapToDouble(i -> lightness(ColourMap.VIRIDIS.at(i / 32.0)))
            .toArray();
    double[] steps =
        IntStream.range(0, 32).mapToDouble(i -> lightness[i + 1] - lightness[i]).toArray();

    double mean = Arrays.stream(steps).average().orElseThrow();
    assertThat(mean).isGreaterThan(2);
    assertThat(Arrays.stream(steps).boxed()).allMatch(step -> Math.abs(step - mean) < mean / 2);
  }

  @Test
  void theSignedMapIsLightestInItsMiddle() {
    for (int i = 0; i < 16; i++) {
      for (int side : new int[] {-1, 1}) {
        double outer = lightness(ColourMap.COOL_WARM.at(0.5 + side * (16 - i) / 32.0));
        double inner = lightness(ColourMap.COOL_WARM.at(0.5 + side * (15 - i) / 32.0));
        assertThat(inner).isGreaterThan(outer);
      }
    }
  }

  @Test
  void theSignedMapOfDarkPagesIsDarkestInItsMiddle() {
    for (int i = 0; i < 16; i++) {
      for (int side : new int[] {-1, 1}) {
        double outer = lightness(ColourMap.BERLIN.at(0.5 + side * (16 - i) / 32.0));
        double inner = lightness(ColourMap.BERLIN.at(0.5 + side * (15 - i) / 32.0));
        assertThat(inner).isLessThan(outer);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 5 | 0 1 2 3 4 5",
        "0 | 0.99 | 0 .2 .4 .6 .8",
        "0.02 | 0.151 | .05 .10 .15",
        "-7.2 | 7.2 | −5 0 5",
        "0 | 1234567 | 0 500000 1000000",
        "1 | 5 | 1 2 3 4 5",
        "0 | 3e-9 | 0 5E−10 1E−9 1.5E−9 2E−9 2.5E−9 3E−9",
        "0 | 6e18 | 0 1E+18 2E+18 3E+18 4E+18 5E+18 6E+18"
      })
  void ticksAreRoundNumbers(double low, double high, String labels) {
    assertThat(Ticks.between(low, high, 6).stream().map(Tick::label))
        .containsExactly(labels.split(" "));
  }

  /** CIE 1976 L* of a colour, from its sRGB values and D65's luminance. */
  private static double lightness(Color colour) {
    float[] rgb = colour.getRGBColorComponents(null);
    double y = 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
    return y > 216 / 24389.0 ? 116 * Math.cbrt(y) - 16 : y * 24389 / 27.0;
  }

  private static double linear(double value) {
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private static ColourScale scale(double limit, double... values) {
    List<String> features = IntStream.range(0, values.length).mapToObj(i -> "f" + i).toList();
    return ColourScale.of(new FeatureSpace("t", List.of("w"), features, values, Map.of()), limit);
  }
}
