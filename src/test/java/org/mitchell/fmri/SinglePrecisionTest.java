package org.mitchell.fmri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rounding to single precision: what it may lose, and what it may not. */
class SinglePrecisionTest {
  @Test
  void ordinaryValuesAreRoundedAndNothingElse() {
    double[][] images = images(40, 5, 0);
    var precision = shown(images);
    assertThat(precision.offsets()).isEmpty();
    assertThat(precision.caution()).isEmpty();
    assertThat(SinglePrecision.rounded(images[3])[2]).isEqualTo((float) images[3][2]);
  }

  @Test
  void valuesOfAScannerKeepTheirPlace() {
    assertThat(shown(images(40, 5, 30)).offsets()).isEmpty();
  }

  @Test
  void onlyVoxelsFarFromZeroGetAnOffset() {
    double[][] images = images(40, 3, 0);
    for (double[] image : images) {
      image[1] += 1e9;
    }
    double[] offsets = shown(images).offsets().orElseThrow();
    assertThat(offsets[0]).isZero();
    assertThat(offsets[1]).isCloseTo(1e9, within(5.0));
    assertThat(offsets[2]).isZero();
  }

  @Test
  void theDifferencesOfImagesSurviveAnOffset() {
    double[][] near = images(40, 4, 0);
    double[][] far = images(40, 4, 1e9);
    double[] offsets = shown(far).offsets().orElseThrow();
    for (int t = 1; t < far.length; t++) {
      float[] image = SinglePrecision.rounded(far[t], offsets);
      float[] first = SinglePrecision.rounded(far[0], offsets);
      for (int v = 0; v < 4; v++) {
        // A double near 1e9 has steps of 1.2e-7.
        assertThat((double) image[v] - first[v]).isCloseTo(near[t][v] - near[0][v], within(1.5e-6));
      }
    }
  }

  @Test
  void theOrderOfTheImagesMakesNoDifference() {
    double[][] images = images(9, 3, 1e8);
    double[][] reversed = new double[9][];
    for (int t = 0; t < 9; t++) {
      reversed[t] = images[8 - t];
    }
    assertThat(shown(reversed).offsets().orElseThrow())
        .containsExactly(shown(images).offsets().orElseThrow());
  }

  @Test
  void valuesThatSinglePrecisionHoldsStayAsTheyAre() {
    assertThat(shown(new double[][] {{70000}, {70001}}).offsets()).isEmpty();
  }

  @Test
  void aConstantVoxelStaysAsItIs() {
    var precision = shown(new double[][] {{1e4 + 0.1}, {1e4 + 0.1}});
    assertThat(precision.offsets()).isEmpty();
    assertThat(precision.caution()).isEmpty();
  }

  @Test
  void whatIsNoNumberSaysNothing() {
    double[] offsets =
        shown(new double[][] {{1e9}, {Double.NaN}, {Double.POSITIVE_INFINITY}, {1e9 + 2}})
            .offsets()
            .orElseThrow();
    assertThat(offsets).containsExactly(1e9 + 1);
  }

  @Test
  void stepsOfSinglePrecisionAreNoticed() {
    double[][] images = images(60, 2, 1e6);
    for (double[] image : images) {
      image[0] = (float) image[0];
    }
    // Near 1e6 a float has steps of 0.0625: some 80 within the range of 60 normal numbers.
    assertThat(shown(images).caution().orElseThrow())
        .startsWith("1 of 2 voxels has fewer than 256 distinguishable values (column 0: ");
  }

  @Test
  void aVoxelThatHasLostAllItsDigitsIsCounted() {
    double[][] images = images(60, 2, 1e9);
    for (double[] image : images) {
      image[0] = (float) image[0];
    }
    assertThat(shown(images).caution().orElseThrow())
        .startsWith("1 of 2 voxels has fewer than 256 distinguishable values");
    assertThat(shown(new double[][] {{0, 100}, {0, 100}}).caution()).isEmpty();
  }

  private static SinglePrecision shown(double[][] images) {
    var precision = new SinglePrecision(images[0].length);
    for (double[] image : images) {
      precision.show(image);
    }
    return precision;
  }

  private static double[][] images(int count, int voxels, double offset) {
    var random = new Random(17);
    var images = new double[count][voxels];
    for (double[] image : images) {
      for (int v = 0; v < voxels; v++) {
        image[v] = offset + random.nextGaussian();
      }
    }
    return images;
  }
}
