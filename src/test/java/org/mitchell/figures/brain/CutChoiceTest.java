package org.mitchell.figures.brain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Affine;

class CutChoiceTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 12, 13, 14, 100})
  void cutsAreEvenAndInsideTheBrain(int count) throws IOException {
    for (String grid : List.of("negative-x", "positive-x", "oblique")) {
      BrainMap map = Planted.map(grid);
      for (View view : View.values()) {
        List<Double> places =
            new CutChoice.Evenly(count)
                .of(view, map, ValueKind.SIGNED).stream().map(Cut::place).toList();

        assertThat(places)
            .hasSizeLessThanOrEqualTo(count)
            .hasSizeGreaterThan(Math.min(count, 12) - 1);
        Extent brain = map.brain().extent();
        assertThat(places)
            .allMatch(mm -> mm > brain.low()[view.through()] && mm < brain.high()[view.through()]);
        for (int i = 2; i < places.size(); i++) {
          assertThat(places.get(i) - places.get(i - 1))
              .isCloseTo(places.get(1) - places.get(0), within(1e-6));
        }
      }
    }
  }

  @Test
  void largeVoxelsAreCutThroughTheirMiddle() {
    int[] dims = {51, 61, 23};
    var values = new float[51 * 61 * 23];
    Arrays.fill(values, 1);
    var volume = new Volume(dims, Affine.CMU, values);
    var map =
        new BrainMap(
            volume,
            volume,
            new MapLabels("", "", "", "", MapLabels.Kind.OTHER, "", "", 4, false, List.of()));

    assertThat(new CutChoice.Evenly(12).of(View.AXIAL, map, ValueKind.SIGNED))
        .extracting(Cut::label)
        .containsExactly(
            "z = −48", "z = −36", "z = −24", "z = −12", "z = 0", "z = 12", "z = 24", "z = 36",
            "z = 48", "z = 60", "z = 72", "z = 84");
    assertThat(new CutChoice.Evenly(3).of(View.SAGITTAL, map, ValueKind.SIGNED))
        .as("small ones at whole mm")
        .extracting(Cut::label)
        .containsExactly("x = −40", "x = 0", "x = 40");
  }

  @Test
  void thePeakIsTheValueFarthestFromZero() throws IOException {
    BrainMap map = Planted.map("positive-x");

    for (View view : View.values()) {
      double place = new CutChoice.Peak().of(view, map, ValueKind.SIGNED).get(0).place();
      double[] hot = {-30, -20, 12};
      assertThat(Math.abs(place - hot[view.through()])).isLessThan(9);
    }
  }

  @Test
  void aPlaceOutsideTheBrainIsRefused() throws IOException {
    BrainMap map = Planted.map("negative-x");
    var choice = new CutChoice.At(List.of(0.0, 52.5));

    assertThatThrownBy(() -> choice.of(View.AXIAL, map, ValueKind.SIGNED))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "the cut at z = 52.5 is outside the brain, which is at x −50 to 50, y −70 to 50, z −32"
                + " to 52 mm. Cut elsewhere");
    assertThat(new Cut(View.CORONAL, -3.125).label()).isEqualTo("y = −3.12");
    assertThat(new Cut(View.CORONAL, -0.001).label()).isEqualTo("y = 0");
  }
}
