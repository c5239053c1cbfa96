package org.mitchell.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.clusters.Contiguity;
import org.mitchell.maps.clusters.Tfce;

/** Family-wise p of threshold-free cluster enhancement. */
class EnhancedMapsTest {
  private static final int MAPS = 39;

  @Test
  void pIsTheShareOfNullMapsWhoseHighestEnhancedValueReachesTheVoxels() {
    var all = new boolean[4 * 3 * 2];
    Arrays.fill(all, true);
    Affine unit = Affine.of(new double[][] {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}});
    VoxelGrid grid = VoxelGrid.ofMask(new int[] {4, 3, 2}, unit, Space.MNI, all);
    Tfce tfce = Tfce.on(grid, Contiguity.EDGES);
    var random = new Random(7);
    var maps = new double[MAPS + 1][all.length];
    for (double[] map : maps) {
      Arrays.setAll(map, v -> random.nextGaussian());
    }
    double[] p;
    try (var workers = new Workers(2)) {
      var enhanced = new EnhancedMaps(new Drawn(maps), tfce);
      p = PValues.of(enhanced, map -> 0, workers, Progress.NONE).familyWise();
    }
    double[] observed = tfce.of(maps[0]);
    for (int v = 0; v < all.length; v++) {
      double own = observed[v];
      long reaching =
          Arrays.stream(maps)
              .skip(1)
              .filter(map -> Arrays.stream(tfce.of(map)).max().orElseThrow() >= own)
              .count();
      assertThat(p[v]).isCloseTo((1.0 + reaching) / (1 + MAPS), within(1e-12));
    }
  }

  /** The observed map, then those of the null. */
  private record Drawn(double[][] maps) implements NullMaps {
    @Override
    public int voxels() {
      return maps[0].length;
    }

    @Override
    public int size() {
      return maps.length - 1;
    }

    @Override
    public double[] observed() {
      return maps[0].clone();
    }

    @Override
    public void draw(int first, double[][] drawn, Workers workers) {
      for (int m = 0; m < drawn.length; m++) {
        System.arraycopy(maps[1 + first + m], 0, drawn[m], 0, drawn[m].length);
      }
    }
  }
}
