package org.mitchell.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.VoxelGrid;

class SimulatedBrainTest {
  /**
   * Volume of the ellipsoid 4/3 pi 65 x 82 x 52.5 mm3 by that of a voxel, 3.125 x 3.125 x 6 mm3.
   */
  @Test
  void theFullBrainHasAsManyVoxelsAsItsVolumeHolds() {
    VoxelGrid brain = SimulatedBrain.cmu();
    assertThat(brain.columns()).isCloseTo(20004, Percentage.withPercentage(1));
    assertThat(brain.dims()).containsExactly(51, 61, 23);
    assertThat(brain.affine()).isEqualTo(Affine.CMU);
  }

  @Test
  void halfTheSizeHasAnEighthOfTheVoxelsOnTheSameBox() {
    VoxelGrid brain = SimulatedBrain.cmu(0.5);
    assertThat(brain.columns()).isCloseTo(2500, Percentage.withPercentage(3));
    assertThat(brain.dims()).isEqualTo(SimulatedBrain.cmu().dims());
    assertThat(brain.affine()).isEqualTo(SimulatedBrain.cmu().affine());
  }

  @Test
  void theCoarseBrainSpansTheSameMillimetres() {
    VoxelGrid coarse = SimulatedBrain.coarse(2);
    assertThat(coarse.columns()).isCloseTo(2500, Percentage.withPercentage(3));
    assertThat(extent(coarse, 0)).isCloseTo(extent(SimulatedBrain.cmu(), 0), within(6.25));
    assertThat(extent(coarse, 2)).isCloseTo(extent(SimulatedBrain.cmu(), 2), within(12.0));
    // The corner of the box, half a voxel outside the first centre, stays where it was.
    assertThat(coarse.affine().toMm(-0.5, -0.5, -0.5))
        .containsExactly(Affine.CMU.toMm(-0.5, -0.5, -0.5));
  }

  @Test
  void bothHalvesOfTheBrainAreAlike() {
    VoxelGrid brain = SimulatedBrain.cmu();
    int left = 0;
    int right = 0;
    for (int v = 0; v < brain.columns(); v++) {
      left += brain.mm(v)[0] < 0 ? 1 : 0;
      right += brain.mm(v)[0] > 0 ? 1 : 0;
    }
    assertThat(left).isEqualTo(right).isPositive();
  }

  @Test
  void aSizeThatIsNotPossibleIsRefused() {
    assertThatThrownBy(() -> SimulatedBrain.cmu(1.5))
        .hasMessageContaining("1.5 where 0 < size <= 1");
    assertThatThrownBy(() -> SimulatedBrain.cmu(0)).hasMessageContaining("0.0 where 0 < size <= 1");
    double[] betweenVoxels = {1.5, 0, 0};
    double[] tiny = {1, 1, 1};
    assertThatThrownBy(
            () ->
                SimulatedBrain.ellipsoid(
                    new int[] {51, 61, 23}, Affine.CMU, Space.MNI, betweenVoxels, tiny))
        .hasMessageContaining("no voxel of the box lies in the ellipsoid");
    assertThatThrownBy(() -> SimulatedBrain.coarse(Double.NaN))
        .hasMessageContaining("NaN where 1 to 8");
  }

  private static double extent(VoxelGrid brain, int axis) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int v = 0; v < brain.columns(); v++) {
      least = Math.min(least, brain.mm(v)[axis]);
      most = Math.max(most, brain.mm(v)[axis]);
    }
    return most - least;
  }
}
