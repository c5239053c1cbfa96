package org.mitchell.fmri;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mitchell.cifti.BrainModel;
import org.mitchell.cifti.BrainModels;
import org.mitchell.fmri.Grayordinates.Form;

class VoxelPlacesTest {
  private static final BrainModels LEFT =
      new BrainModels(List.of(BrainModel.ofSurface(BrainModel.LEFT, 6)), Optional.empty());

  /** Vertices 0, 2, 3, 5. */
  private static final Grayordinates SOME =
      Grayordinates.of(Form.GIFTI, LEFT, Space.INDIVIDUAL, new int[] {0, 2, 3, 5});

  private static final Parcellation PARCELS = Parcellation.of(SOME, new int[] {7, 4, 7, 9});

  @Test
  void vertexValuesGoBackToTheirVertices() {
    assertThat(SOME.spread(new float[] {1, 2, 3, 4}, -1)).containsExactly(1, -1, 2, 3, -1, 4);
    assertThat(SOME.gather(new float[] {1, -1, 2, 3, -1, 4})).containsExactly(1, 2, 3, 4);
  }

  @Test
  void selectedColumnsKeepTheirVertices() {
    assertThat(SOME.select(new int[] {3, 1}).spread(new float[] {8, 9}, 0))
        .containsExactly(0, 0, 9, 0, 0, 8);
  }

  @Test
  void parcelsAreInTheOrderOfTheirLabels() {
    assertThat(PARCELS.columns()).isEqualTo(3);
    assertThat(PARCELS.means(new float[] {1, 5, 2, 6})).containsExactly(5, 1.5f, 6);
    assertThat(PARCELS.spread(new float[] {40, 70, 90})).containsExactly(70, 40, 70, 90);
  }

  @Test
  void selectedParcelsKeepTheirVoxels() {
    Parcellation some = PARCELS.select(new int[] {2, 1});
    assertThat(some.labelsOfVoxels()).containsExactly(7, 7, 9);
    assertThat(some.spread(new float[] {90, 70})).containsExactly(70, 70, 90);
    assertThat(((Grayordinates) some.voxels()).spread(new float[] {1, 2, 3}, 0))
        .containsExactly(1, 0, 0, 2, 0, 3);
  }

  @Test
  void otherLabelsAreOtherParcels() {
    assertThat(PARCELS.isSame(Parcellation.of(SOME, new int[] {7, 4, 7, 9}))).isTrue();
    assertThat(PARCELS.isSame(Parcellation.of(SOME, new int[] {7, 4, 9, 7}))).isFalse();
    assertThat(PARCELS.isSame(SOME)).isFalse();
  }
}
