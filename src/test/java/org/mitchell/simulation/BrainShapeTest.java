package org.mitchell.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.maps.clusters.ClusterFinder;
import org.mitchell.maps.clusters.Clusters;
import org.mitchell.maps.clusters.Contiguity;

class BrainShapeTest {
  private final VoxelGrid brain = SimulatedBrain.brainShaped(7);

  @Test
  void itHasTheSizeOfABrainAndIsOnePiece() {
    double litres = brain.columns() * 343e-6;
    assertThat(litres).as("a brain has 1.2 to 1.6 litres").isBetween(1.2, 1.6);
    var all = new boolean[brain.columns()];
    Arrays.fill(all, true);
    var pieces =
        Clusters.of(new float[all.length], all, 1, ClusterFinder.on(brain, Contiguity.FACES));
    assertThat(pieces.list()).hasSize(1);
  }

  @Test
  void theHalvesMirrorEachOther() {
    var places = new HashSet<String>();
    for (int v = 0; v < brain.columns(); v++) {
      places.add(place(brain.mm(v), 1));
    }
    for (int v = 0; v < brain.columns(); v++) {
      assertThat(places).contains(place(brain.mm(v), -1));
    }
  }

  private static String place(double[] mm, int side) {
    return "%.1f %.1f %.1f".formatted(side * mm[0] + 0.0, mm[1], mm[2]);
  }

  @Test
  void aFissurePartsThemAboveAndNotInTheMiddle() {
    assertThat(isBrain(0, 10, 60)).isFalse();
    assertThat(isBrain(-7, -23, 60)).isTrue();
    assertThat(isBrain(7, -23, 60)).isTrue();
    assertThat(isBrain(0, -18, 0)).isTrue();
  }

  private boolean isBrain(double x, double y, double z) {
    for (int v = 0; v < brain.columns(); v++) {
      double[] mm = brain.mm(v);
      if (Math.abs(mm[0] - x) <= 3.5 && Math.abs(mm[1] - y) <= 3.5 && Math.abs(mm[2] - z) <= 3.5) {
        return true;
      }
    }
    return false;
  }

  @Test
  void voxelsOfOtherSizesAreRefused() {
    assertThatThrownBy(() -> SimulatedBrain.brainShaped(1)).hasMessageContaining("2 to 12");
  }

  @Test
  void signaturesAreSmoothAndLeaveMostOfTheBrainEmpty() {
    var planted = new boolean[brain.columns()];
    for (int feature = 0; feature < 25; feature++) {
      double[] image = new SmoothSignatures(brain, 3).of(feature);
      int voxels = 0;
      for (int v = 0; v < image.length; v++) {
        voxels += image[v] != 0 ? 1 : 0;
        planted[v] |= image[v] != 0;
        assertThat(Math.abs(image[v])).isLessThanOrEqualTo(2);
      }
      assertThat(voxels).as("feature " + feature).isBetween(20, 260);
    }
    int all = 0;
    for (boolean one : planted) {
      all += one ? 1 : 0;
    }
    assertThat(all / (double) planted.length).isBetween(0.1, 0.4);
  }

  @Test
  void theSeedMovesTheBumps() {
    var one = new SmoothSignatures(brain, 1);
    assertThat(one.of(4)).isEqualTo(new SmoothSignatures(brain, 1).of(4));
    assertThat(one.of(4)).isNotEqualTo(new SmoothSignatures(brain, 2).of(4));
  }
}
