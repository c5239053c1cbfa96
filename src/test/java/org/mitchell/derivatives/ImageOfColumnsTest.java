package org.mitchell.derivatives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiIntent;
import org.mitchell.nifti.NiftiUnits;
import org.mitchell.nifti.NiftiWriter;

/** What {@code identify} and an upload to {@code view} take for an image of the model's voxels. */
class ImageOfColumnsTest {
  private static final double[][] AFFINE = {
    {-3, 0, 0, 3}, {0, 3, 0, 0}, {0, 0, 3, 0}, {0, 0, 0, 1}
  };
  private static final VoxelGrid GRID =
      VoxelGrid.ofMask(
          new int[] {3, 1, 1}, Affine.of(AFFINE), Space.MNI, new boolean[] {true, false, true});

  @Test
  void anImageOnTheGridGivesItsColumns() throws IOException {
    assertThat(read(NiftiHeader.builder(3, 1, 1).sform(AFFINE, 4))).containsExactly(1, 3);
    assertThat(read(NiftiHeader.builder(3, 1, 1, 1, 1).sform(AFFINE, 4))).containsExactly(1, 3);
    double[][] micron = {{-3000, 0, 0, 3000}, {0, 3000, 0, 0}, {0, 0, 3000, 0}, {0, 0, 0, 1}};
    assertThat(read(NiftiHeader.builder(3, 1, 1).sform(micron, 4).units(NiftiUnits.MICRON, 0)))
        .containsExactly(1, 3);
  }

  /** Without forms the guess is this very grid, and still a guess. */
  @Test
  void aGuessThatHappensToFitIsNoPlace() {
    var unplaced = NiftiHeader.builder(3, 1, 1).voxelSizes(3, 3, 3);
    assertThat(unplaced.build().affine()).isDeepEqualTo(AFFINE);
    assertThatThrownBy(() -> read(unplaced))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("sform_code and qform_code are 0");
  }

  @Test
  void ciftiIsRefused() {
    var cifti =
        NiftiHeader.builder(1, 1, 1, 1, 1, 3).intent(NiftiIntent.of(3006, "ConnDenseScalar"));
    assertThatThrownBy(() -> read(cifti))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("upload.nii: CIFTI (intent_code 3006)");
  }

  private static float[] read(NiftiHeader.Builder header) throws IOException {
    var bytes = new ByteArrayOutputStream();
    NiftiWriter.write(NiftiImage.of(header.build(), 1f, 2f, 3f), bytes);
    return ImageOfColumns.read(
        new ByteArrayInputStream(bytes.toByteArray()), Path.of("upload.nii"), GRID);
  }
}
