package org.mitchell.figures.brain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.figures.ColourMap;
import org.mitchell.figures.Theme;
import org.mitchell.figures.Ticks.Tick;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Affine;

class ValueColoursTest {
  private static final OptionalDouble NO_END = OptionalDouble.empty();

  @Test
  void aSignedMapHasZeroInTheMiddleAndEndsAtItsLargestAbsoluteValue() {
    var colours = of(map(-0.6f, 0, 0.25f), 0, false, NO_END);

    assertThat(colours.scale().low()).isEqualTo(-(double) 0.6f);
    assertThat(colours.scale().high()).isEqualTo((double) 0.6f);
    assertThat(colours.colour(0)).isEqualTo(new Color(0xdddddd));
    assertThat(colours.colour(-0.6f)).isEqualTo(new Color(0x3b4cc0));
    assertThat(colours.kind()).isEqualTo(ValueKind.SIGNED);
  }

  @Test
  void anUnsignedMapGoesFromItsSmallestToItsLargestValue() {
    var colours = of(map(2, 3, 7.5f), 0, false, NO_END);

    assertThat(colours.scale().map()).isEqualTo(ColourMap.VIRIDIS);
    assertThat(colours.scale().low()).isEqualTo(2);
    assertThat(colours.scale().high()).isEqualTo(7.5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-0.601,0.2  | 0    | false | 0   | −.601 −.4 −.2 0 .2 .4 .601",
        "-0.601,0.2  | 0.28 | false | 0   | −.601 −.28 .28 .601",
        "-0.601,0.2  | 0.02 | false | 0   | −.601 .02 .601",
        "-0.601,0.2  | 0    | false | 0.4 | ≤_−.4 −.2 0 .2 ≥_.4",
        "-0.601,0.2  | 0    | true  | 0   | 0 .05 .10 .15 .2",
        "1,9.87654   | 0    | false | 0   | 1 2 4 6 8 9.88",
        "1,9.87654   | 0    | false | 12  | 1 4 6 8 10 12",
        "1,9.87654   | 0    | false | 5   | 1 2 3 4 ≥_5",
        "-2e-7,1e-7  | 0    | false | 0   | −2E−7 −1E−7 0 1E−7 2E−7",
        "0,0         | 0    | false | 0   | 0 .2 .4 .6 .8 1"
      })
  void theBarHasTheEndsOfTheScaleAndNothingThatTouchesThem(
      String values, double threshold, boolean positive, double end, String labels) {
    String[] numbers = values.split(",");
    var map = map(Float.parseFloat(numbers[0]), Float.parseFloat(numbers[1]));
    var colours = of(map, threshold, positive, end == 0 ? NO_END : OptionalDouble.of(end));

    assertThat(colours.ticks().stream().map(Tick::label).map(label -> label.replace(' ', '_')))
        .containsExactly(labels.split(" "));
  }

  @Test
  void whatIsNearerToZeroThanTheThresholdIsNotShown() {
    var signed = of(map(-1, 1), 0.5, false, NO_END);
    var unsigned = of(map(0.1f, 1), 0.5, false, NO_END);
    var positive = of(map(-1, 1), 0, true, NO_END);

    assertThat(signed.shows(-0.5)).isTrue();
    assertThat(signed.shows(0.5)).isTrue();
    assertThat(signed.shows(-0.49)).isFalse();
    assertThat(unsigned.shows(0.5)).isTrue();
    assertThat(unsigned.shows(0.4)).isFalse();
    assertThat(positive.shows(-1)).isFalse();
    assertThat(positive.shows(0.01)).isTrue();
    assertThat(signed.shows(Double.NaN)).isFalse();
    assertThat(of(map(-1, 1), 0, false, NO_END).shows(0)).isTrue();
  }

  @Test
  void ofPTheSmallValuesAreShownAndBrightest() {
    var map = map(MapLabels.Kind.P, 0.001f, 0.04f, 0.7f);
    var all = of(map, 0, false, NO_END);
    var some = of(map, 0.04, false, NO_END);

    assertThat(all.scale().low()).isEqualTo((double) 0.001f);
    assertThat(all.scale().high()).isEqualTo((double) 0.7f);
    assertThat(all.shows(0.7f)).isTrue();
    assertThat(some.scale().high()).isEqualTo(0.04);
    assertThat(some.scale().clipped()).isFalse();
    assertThat(some.shows(0.04f)).as("float 0.04 is up to 0.04").isTrue();
    assertThat(some.shows(0.041)).isFalse();
    assertThat(some.colour(0.001f)).isEqualTo(new Color(0xfde725));
    assertThat(some.colour(0.04)).isEqualTo(new Color(0x440154));
    assertThat(some.inWords("p")).isEqualTo("p \u2264 .04");
    assertThat(some.strength(0.001)).isGreaterThan(some.strength(0.04));
    assertThat(some.strength(0.7)).isNaN();
    assertThat(of(map, 0.0001, false, NO_END).shows(0.001f)).isFalse();
  }

  @Test
  void aFloatReachesTheThresholdThatItWasRoundedFrom() {
    assertThat(of(map(-1, 0.7f), 0.7, false, NO_END).shows(0.7f)).isTrue();
    assertThat(of(map(0, 0.7f), 0.7, false, NO_END).shows(0.7f)).isTrue();
  }

  @Test
  void aScaleThatCannotBeIsRefused() {
    assertThatThrownBy(() -> of(map(5, 9), 0, false, OptionalDouble.of(3)))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "the scale would end at 3, and the smallest value is 5. Give a later end of the scale");
    assertThatThrownBy(() -> of(map(-5, 0), 0, true, NO_END))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no value is above zero");
  }

  @Test
  void onADarkPageZeroIsDark() {
    var colours = ValueColours.of(map(-1, 1), Theme.DARK, 0, false, NO_END);

    assertThat(brightness(colours.colour(0))).isLessThan(60);
    assertThat(brightness(colours.colour(1))).isGreaterThan(500);
    assertThat(brightness(colours.colour(-1))).isGreaterThan(500);
    assertThat(colours.colour(1).getRed()).isGreaterThan(colours.colour(1).getBlue());
  }

  private static int brightness(Color colour) {
    return colour.getRed() + colour.getGreen() + colour.getBlue();
  }

  private static ValueColours of(
      BrainMap map, double threshold, boolean positive, OptionalDouble end) {
    return ValueColours.of(map, Theme.LIGHT, threshold, positive, end);
  }

  private static BrainMap map(float... values) {
    return map(MapLabels.Kind.OTHER, values);
  }

  private static BrainMap map(MapLabels.Kind kind, float... values) {
    var volume = new Volume(new int[] {values.length, 1, 1}, Affine.CMU, values);
    return new BrainMap(
        volume,
        volume,
        new MapLabels("m.nii", "", "m", "r", kind, "", "MNI152", 4, false, List.of()));
  }
}
