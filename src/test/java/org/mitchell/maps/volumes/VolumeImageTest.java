package org.mitchell.maps.volumes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.files.InputException;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiIntent;
import org.mitchell.nifti.NiftiWriter;

class VolumeImageTest {
  private static final double[][] AFFINE = {
    {-2, 0, 0, 30}, {0, 2, 0, -40}, {0, 0, 2, -50}, {0, 0, 0, 1}
  };

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {3000, 3002, 3006, 3012, 3099})
  void ciftiIsRefusedByItsName(int intent) throws IOException {
    Path file =
        written(
            NiftiHeader.builder(1, 1, 1, 1, 7, 3)
                .intent(NiftiIntent.of(intent, "ConnDenseScalar"))
                .build());
    byte[] bytes = Files.readAllBytes(file);
    for (Reading reading :
        new Reading[] {
          () -> VolumeImage.read(file),
          () -> VolumePlace.read(file),
          () -> BrainMask.read(file),
          () -> VolumeImage.read(new ByteArrayInputStream(bytes), file)
        }) {
      assertThatThrownBy(reading::read)
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith(file + ": CIFTI (intent_code " + intent + ")")
          .hasMessageContaining("wb_command -cifti-separate");
    }
  }

  @Test
  void axesOfOneAreNoVolumes() throws IOException {
    Path file = written(NiftiHeader.builder(2, 3, 4, 1, 1).sform(AFFINE, 4).build());
    BrainMask mask = BrainMask.read(file);
    assertThat(mask.place().dims()).containsExactly(2, 3, 4);
    // The values are 0, 1, 2, ...
    assertThat(mask.inside()[0]).isFalse();
    assertThat(mask.inside()[1]).isTrue();
    assertThatThrownBy(
            () -> BrainMask.read(written(NiftiHeader.builder(2, 3, 4, 2).sform(AFFINE, 4).build())))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a NIfTI image of [2, 3, 4, 2] voxels where a 3-D mask is expected");
  }

  @Test
  void infinityIsNoBrain() throws IOException {
    Path file = folder.resolve("m.nii");
    var header = NiftiHeader.builder(3, 1, 1).sform(AFFINE, 4).build();
    try (var stream = Files.newOutputStream(file)) {
      NiftiWriter.write(NiftiImage.of(header, Float.POSITIVE_INFINITY, Float.NaN, 0.5f), stream);
    }
    assertThat(BrainMask.read(file).inside()).containsExactly(false, false, true);
  }

  @Test
  void aPlaceThatIsNotStatedIsRefusedWhereItCounts() throws IOException {
    Path file = written(NiftiHeader.builder(2, 2, 2).sform(AFFINE, 0).build());
    assertThatThrownBy(() -> VolumePlace.read(file).stated())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("sform_code and qform_code are 0");
  }

  @Test
  void aMirroredFormAndAnotherUnitAreCautions() throws IOException {
    double[][] other = {{2, 0, 0, -30}, {0, 2, 0, -40}, {0, 0, 2, -50}, {0, 0, 0, 1}};
    var plain = NiftiHeader.builder(2, 2, 2).qform(AFFINE, 1).sform(AFFINE, 4);
    assertThat(VolumePlace.read(written(plain.build())).cautions()).isEmpty();
    assertThat(VolumePlace.read(written(plain.sform(other, 4).build())).cautions())
        .singleElement()
        .asString()
        .contains("mirror images of each other");
    assertThat(VolumePlace.read(written(plain.sform(AFFINE, 4).units(3, 0).build())).cautions())
        .containsExactly("the header measures in micrometres: turned into mm");
  }

  @Test
  void anotherKindOfFileIsCalledWhatItIs() throws IOException {
    Path mesh = Path.of("testdata/gifti/ascii-little-row.surf.gii");
    assertThatThrownBy(() -> VolumeImage.read(mesh))
        .isInstanceOf(InputException.class)
        .hasMessage(mesh + ": a GIFTI file where a NIfTI image (.nii, .nii.gz) is expected");
    Path mat = Path.of("testdata/analysis/data-science-T1.mat");
    assertThatThrownBy(() -> VolumePlace.read(mat))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(": a MATLAB file where a NIfTI image");
  }

  private interface Reading {
    Object read() throws IOException;
  }

  private Path written(NiftiHeader header) throws IOException {
    Path file = folder.resolve("image.nii");
    var values = new float[(int) header.voxels()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    try (var stream = Files.newOutputStream(file)) {
      NiftiWriter.write(NiftiImage.of(header, values), stream);
    }
    return file;
  }
}
