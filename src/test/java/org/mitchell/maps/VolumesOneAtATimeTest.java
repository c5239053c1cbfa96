package org.mitchell.maps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.nifti.NiftiWriter;

/** Series that are written volume by volume. */
class VolumesOneAtATimeTest {
  @ParameterizedTest
  @ValueSource(strings = {"a.nii", "a.nii.gz"})
  void theBytesAreThoseOfTheWholeImage(String name) throws IOException {
    int[] dims = {9, 8, 7};
    var voxels = new int[100][];
    for (int v = 0; v < voxels.length; v++) {
      voxels[v] = new int[] {v % 9, v / 9 % 8, v / 72};
    }
    var affine =
        Affine.of(new double[][] {{-3, 0, 0, 9}, {0, 3, 0, 1}, {0, 0, 3, 2}, {0, 0, 0, 1}});
    VoxelGrid grid = VoxelGrid.of(dims, affine, Space.INDIVIDUAL, voxels);
    var random = new Random(3);
    var values = new float[40][100];
    for (float[] volume : values) {
      for (int v = 0; v < volume.length; v++) {
        volume[v] = (float) random.nextGaussian();
      }
    }
    List<String> names = random.ints(40).mapToObj(Integer::toString).toList();
    var map = new StatMap("response", "Images of trials", names, values);
    var whole = new ByteArrayOutputStream();
    NiftiWriter.write(VoxelImages.of(map, grid), name, whole);
    var parts = new ByteArrayOutputStream();
    VoxelImages.write(map, grid, name, parts);
    assertThat(parts.toByteArray()).isEqualTo(whole.toByteArray()).hasSizeGreaterThan(10_000);
  }
}
