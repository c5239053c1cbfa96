package org.mitchell.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.random.RandomStreams;
import org.mitchell.random.RandomStreams.Purpose;

class GaussianFieldTest {
  private static final int FIELDS = 400;
  private static final int[] DIMS = {9, 8, 7};

  /**
   * White noise through a Gaussian filter of sd s has autocorrelation exp(-d^2 / (4 s^2)), here
   * 0.71 to 0.92: voxels of 2, 3 and 4 mm, s = 8 / 2.3548 = 3.397 mm. A correlation r of n pairs
   * has sd (1 - r^2) / sqrt(n). 400 fields, each with room for more than 4 independent pairs, give
   * 0.0125 at most; 4 sd.
   */
  @Test
  void smoothNoiseHasTheAutocorrelationOfItsFilterAlongEachAxis() {
    double[][] draws = draws(8);
    double variance = 3.397 * 3.397;
    double[] steps = {2, 3, 4};
    for (int axis = 0; axis < 3; axis++) {
      double expected = Math.exp(-steps[axis] * steps[axis] / (4 * variance));
      assertThat(neighbours(draws, axis)).as("axis %d", axis).isCloseTo(expected, within(0.05));
    }
  }

  @Test
  void whiteNoiseHasNoAutocorrelation() {
    double[][] draws = draws(0);
    for (int axis = 0; axis < 3; axis++) {
      // 400 fields of at least 432 independent pairs: 5 sd.
      assertThat(neighbours(draws, axis))
          .as("axis %d", axis)
          .isCloseTo(0, within(5 / Math.sqrt(400 * 432)));
    }
  }

  /**
   * The variance of n normal numbers of mean 0 has sd sqrt(2 / n); 5 sd, also in the corner of the
   * box.
   */
  @Test
  void theSdIsOneInTheCornerAndInTheMiddle() {
    for (double fwhm : new double[] {0, 8}) {
      double[][] draws = draws(fwhm);
      for (int voxel : new int[] {0, draws[0].length - 1, draws[0].length / 2}) {
        double variance =
            Arrays.stream(draws).mapToDouble(d -> d[voxel] * d[voxel]).average().orElseThrow();
        assertThat(variance)
            .as("FWHM %s, voxel %d", fwhm, voxel)
            .isCloseTo(1, within(5 * Math.sqrt(2.0 / FIELDS)));
      }
    }
  }

  private static double[][] draws(double fwhm) {
    var inMask = new boolean[DIMS[0] * DIMS[1] * DIMS[2]];
    Arrays.fill(inMask, true);
    var affine = Affine.of(new double[][] {{-2, 0, 0, 0}, {0, 3, 0, 0}, {0, 0, 4, 0}});
    var field = new GaussianField(VoxelGrid.ofMask(DIMS, affine, Space.MNI, inMask), fwhm);
    var draws = new double[FIELDS][];
    for (int f = 0; f < FIELDS; f++) {
      draws[f] = field.draw(new RandomStreams(3).stream(Purpose.TRIAL, f, 0));
    }
    return draws;
  }

  private static double neighbours(double[][] draws, int axis) {
    int[] strides = {1, DIMS[0], DIMS[0] * DIMS[1]};
    double products = 0;
    double squares = 0;
    for (double[] draw : draws) {
      for (int v = 0; v < draw.length; v++) {
        if (v / strides[axis] % DIMS[axis] < DIMS[axis] - 1) {
          products += draw[v] * draw[v + strides[axis]];
          squares += (draw[v] * draw[v] + draw[v + strides[axis]] * draw[v + strides[axis]]) / 2;
        }
      }
    }
    return products / squares;
  }
}
