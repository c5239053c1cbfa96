package org.mitchell.maps.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mitchell.files.InputException;
import org.mitchell.nifti.NiftiDatatype;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiScaling;

class AtlasTest {
  @TempDir private Path folder;
  private AtlasFiles files;

  @BeforeEach
  void here() {
    files = new AtlasFiles(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0,       1",
    "2, 0, 0,       2",
    "0.99, 0, 0,    1",
    "1, 0, 0,       2",
    "0, 1, 0,       4",
    "0, 0.99, 0.9,  1",
    "4, 2, 0,       6",
    "4.99, 2, 0,    6",
    "5, 2, 0,       0",
    "-1, 0, 0,      1",
    "-1.01, 0, 0,   0",
    "0, 0, 1,       7",
    "0, 0, 3,       0",
    "NaN, 0, 0,     0",
    "1e300, 0, 0,   0"
  })
  void aPlaceHasTheLabelOfTheNearestVoxelAndHalvesGoUp(double x, double y, double z, int label)
      throws IOException {
    Path labels = files.labels(new long[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, 3, 2, 2);
    assertThat(atlas(labels).labelAt(x, y, z)).isEqualTo(label);
  }

  /** Steps of 0.9 mm are not exact in binary: the eighth half comes out as 7.499999999999999. */
  @Test
  void aHalfIsAHalfWhereTheVoxelSizeIsNotExact() throws IOException {
    double[][] affine = {{0.9, 0, 0, 0}, {0, 0.9, 0, 0}, {0, 0, 0.9, 0}, {0, 0, 0, 1}};
    var labels = new long[50];
    for (int v = 0; v < labels.length; v++) {
      labels[v] = v + 1;
    }
    Path file =
        files.image(
            NiftiImage.ofStored(AtlasFiles.header(50, 1, 1).sform(affine, 4).build(), labels));
    Atlas atlas = atlas(file);
    double step = 0.9f;
    for (int n = 0; n < 49; n++) {
      double half = step * n + step / 2;
      assertThat(atlas.labelAt(half, 0, 0)).as("voxel %d and a half", n).isEqualTo(n + 2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void labelsMayHaveAnyDatatype(NiftiDatatype type) throws IOException {
    Path file =
        files.image(NiftiImage.ofStored(AtlasFiles.header(2, 1, 1).datatype(type).build(), 0, 117));
    assertThat(atlas(file).labelAt(2, 0, 0)).isEqualTo(117);
  }

  @Test
  void labelsAreTheScaledValues() throws IOException {
    var header = AtlasFiles.header(2, 1, 1).scaling(new NiftiScaling(100, 1)).build();
    assertThat(atlas(files.image(NiftiImage.ofStored(header, 0, 20))).labelAt(2, 0, 0))
        .isEqualTo(2001);
  }

  /** A scale of float32 leaves labels a hair beside the whole number: 2 is 1.9999999997671694. */
  @Test
  void whatAScaleLeavesBesideALabelIsTheLabel() throws IOException {
    var scaling = new NiftiScaling((double) (4f / 32767), 0);
    var header = AtlasFiles.header(5, 1, 1).scaling(scaling).build();
    long[] stored = {0, 8192, 16384, 24575, 32767};
    Atlas atlas = atlas(files.image(NiftiImage.ofStored(header, stored)));
    for (int label = 0; label < 5; label++) {
      assertThat(atlas.labelAt(2.0 * label, 0, 0)).isEqualTo(label);
    }
  }

  @Test
  void notANumberIsNoRegion() throws IOException {
    var header = AtlasFiles.header(3, 1, 1).datatype(NiftiDatatype.FLOAT32).build();
    Atlas atlas = atlas(files.image(NiftiImage.of(header, Float.NaN, 7f, Float.NaN)));
    assertThat(atlas.labelAt(0, 0, 0)).isZero();
    assertThat(atlas.labelAt(2, 0, 0)).isEqualTo(7);
  }

  @Test
  void aLastAxisOfOneIsNone() throws IOException {
    assertThat(atlas(files.labels(new long[] {0, 5}, 2, 1, 1, 1)).labelAt(2, 0, 0)).isEqualTo(5);
  }

  @Test
  void anAtlasOfSeveralVolumesOrOfASliceIsRefused() {
    assertRefused(
        () -> files.labels(new long[8], 4, 1, 1, 2),
        "a NIfTI image of [4, 1, 1, 2] voxels where a 3-D image of labels is expected");
    assertRefused(() -> files.labels(new long[8], 4, 2), "a NIfTI image of [4, 2] voxels");
  }

  @Test
  void aValueBetweenLabelsIsAnErrorWithItsVoxel() {
    var header = AtlasFiles.header(2, 2, 1).datatype(NiftiDatatype.FLOAT32).build();
    assertRefused(
        () -> files.image(NiftiImage.of(header, 1f, 2f, 3f, 2.5f)),
        "(i, j, k) = (1, 1, 0), counted from 0, has the value 2.5");
    assertRefused(
        () -> files.image(NiftiImage.of(header, 1f, 1.002f, 3f, 2f)), "(1, 0, 0)", "1.0019");
    assertRefused(
        () -> files.image(NiftiImage.of(header, 1f, Float.POSITIVE_INFINITY, 3f, 2f)),
        "(1, 0, 0)",
        "the value Infinity");
    assertRefused(() -> files.image(NiftiImage.of(header, 1f, 2f, 3e9f, 2f)), "(0, 1, 0)", "3.0E9");
  }

  @Test
  void anImageThatDoesNotSayWhereItLiesIsRefused() {
    var header = AtlasFiles.header(2, 1, 1).sform(AtlasFiles.AFFINE, 0).build();
    assertRefused(
        () -> files.image(NiftiImage.ofStored(header, 1, 2)), "sform_code and qform_code are 0");
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Path labels = files.labels(new long[] {1, 2}, 2, 1, 1);
    Path nothing = folder.resolve("nothing.txt");
    assertThatThrownBy(() -> Atlas.read(labels, nothing))
        .isInstanceOf(InputException.class)
        .hasMessage(nothing + ": there is no such file. Check the path");
    assertThatThrownBy(() -> Atlas.read(nothing, labels))
        .isInstanceOf(InputException.class)
        .hasMessage(nothing + ": there is no such file. Check the path");
  }

  @FunctionalInterface
  private interface LabelFile {
    Path write() throws IOException;
  }

  private void assertRefused(LabelFile file, String... parts) {
    assertThatThrownBy(() -> atlas(file.write()))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(folder.resolve("labels.nii.gz") + ": ")
        .hasMessageContainingAll(parts);
  }

  private Atlas atlas(Path labels) throws IOException {
    return Atlas.read(labels, files.names("1 a\n"));
  }
}
