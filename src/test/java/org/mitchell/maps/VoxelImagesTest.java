package org.mitchell.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.maps.volumes.BrainMask;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiWriter;

class VoxelImagesTest {
  /** Three voxels of a 3 x 2 x 1 box, in no spatial order. */
  private static final VoxelGrid GRID =
      VoxelGrid.of(
          new int[] {3, 2, 1},
          Affine.CMU,
          Space.MNI,
          new int[][] {{2, 1, 0}, {0, 0, 0}, {1, 1, 0}});

  @TempDir private Path folder;

  @Test
  void everyColumnIsAtItsVoxelAndTheRestIsNaN() {
    NiftiImage image =
        VoxelImages.of(StatMap.of("r", "a map", new float[] {0.5f, 0, -0.75f}), GRID);
    assertThat(image.toFloats()).containsExactly(0, Float.NaN, Float.NaN, Float.NaN, -0.75f, 0.5f);
    assertThat(image.dims()).containsExactly(3, 2, 1);
    assertThat(image.header().calMax()).isEqualTo(0.75f);
    assertThat(image.header().calMin()).isEqualTo(-0.75f);
  }

  @Test
  void aSeriesHasAVolumeANameEvenIfThereIsOne() {
    var two =
        new StatMap(
            "coefficient", "two", List.of("see", "eat"), new float[][] {{1, 2, 3}, {4, 5, 6}});
    NiftiImage image = VoxelImages.of(two, GRID);
    assertThat(image.dims()).containsExactly(3, 2, 1, 2);
    assertThat(image.floats(6, 6)).containsExactly(5, Float.NaN, Float.NaN, Float.NaN, 6, 4);
    var one = new StatMap("coefficient", "one", List.of("see"), new float[][] {{1, 2, 3}});
    assertThat(VoxelImages.of(one, GRID).dims()).containsExactly(3, 2, 1, 1);
  }

  @Test
  void aMapOfNothingButNaNHasAnEmptyRange() {
    float nan = Float.NaN;
    NiftiImage image =
        VoxelImages.of(StatMap.of("r", "nothing", new float[] {nan, nan, nan}), GRID);
    assertThat(image.header().calMax()).isZero();
  }

  @Test
  void aDescriptionFitsTheHeader() {
    String text = "Predicted image of сельдерей, " + "x".repeat(100);
    NiftiImage image = VoxelImages.of(StatMap.of("r", text, new float[3]), GRID);
    assertThat(image.header().descrip())
        .startsWith("Predicted image of ?????????, xxx")
        .hasSize(79);
  }

  @Test
  void theMaskIsReadBackAsTheSameVoxels() throws Exception {
    Path file = folder.resolve("mask.nii.gz");
    try (var stream = Files.newOutputStream(file)) {
      NiftiWriter.writeGzip(
          VoxelImages.brainMask(GRID, "voxels"), stream, NiftiWriter.DEFAULT_LEVEL);
    }
    VoxelGrid read = BrainMask.read(file).grid();
    assertThat(read.columns()).isEqualTo(3);
    assertThat(List.of(read.linearIndex(0), read.linearIndex(1), read.linearIndex(2)))
        .containsExactly(0, 4, 5);
    assertThat(read.affine().matrix()).isDeepEqualTo(GRID.affine().matrix());
    assertThat(read.space()).isEqualTo(Space.MNI);
  }

  @Test
  void aMaskWithoutAVoxelOrOfFourDimensionsIsAnError() throws Exception {
    Path file = folder.resolve("empty.nii.gz");
    try (var stream = Files.newOutputStream(file)) {
      NiftiWriter.writeGzip(
          VoxelImages.of(StatMap.of("r", "zeros", new float[3]), GRID), stream, 1);
    }
    assertThatThrownBy(() -> BrainMask.read(file).grid())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no voxel is above zero");
    Path series = folder.resolve("series.nii.gz");
    var two = new StatMap("r", "two", List.of("a", "b"), new float[2][3]);
    try (var stream = Files.newOutputStream(series)) {
      NiftiWriter.writeGzip(VoxelImages.of(two, GRID), stream, 1);
    }
    assertThatThrownBy(() -> BrainMask.read(series).grid())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("3-D mask");
  }
}
