package org.mitchell.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.files.InputException;
import org.mitchell.maps.volumes.Anatomy;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiReader;
import org.mitchell.nifti.NiftiUnits;
import org.mitchell.nifti.NiftiWriter;

class BackgroundTest {
  private @TempDir Path folder;

  @Test
  void blocksAreMeansAndStayWhereTheyWere() {
    double[][] affine = {{-1, 0, 0, 10}, {0, 1, 0, -20}, {0, 0, 3, 5}, {0, 0, 0, 1}};
    var values = new float[4 * 2 * 1];
    for (int v = 0; v < values.length; v++) {
      values[v] = v < 4 ? v : 10 + v; // row y = 0: 0 1 2 3, row y = 1: 14 15 16 17
    }
    NiftiImage image = NiftiImage.of(NiftiHeader.builder(4, 2, 1).sform(affine, 4).build(), values);
    NiftiImage small =
        new Anatomy(Path.of("a.nii"), image, true, List.of()).reduced(new int[] {2, 2, 1});
    assertThat(small.dims()).containsExactly(2, 1, 1);
    // (0 + 1 + 14 + 15) / 4 and (2 + 3 + 16 + 17) / 4, in 256 steps from 0 to the larger
    assertThat(small.value(0, 0, 0)).isCloseTo(7.5, within(9.5 / 255 / 2));
    assertThat(small.value(1, 0, 0)).isCloseTo(9.5, within(1e-6));
    // The first block has its centre between x = 10 and 9, y = -20 and -19.
    assertThat(small.affine()[0]).containsExactly(-2, 0, 0, 9.5);
    assertThat(small.affine()[1]).containsExactly(0, 2, 0, -19.5);
    assertThat(small.affine()[2]).containsExactly(0, 0, 3, 5);
  }

  @Test
  void aSmallImageGoesInAsItIs() throws IOException {
    Path file = write("small.nii.gz", 4, 4, 4);
    Background background = Background.read(file);
    assertThat(Base64.getDecoder().decode(background.base64())).isEqualTo(Files.readAllBytes(file));
    assertThat(background.note()).isEmpty();
  }

  @Test
  void aLargeImageIsMadeSmallerAndThatIsSaid() throws IOException {
    Path file = write("large.nii", 120, 120, 120);
    Background background = Background.read(file);
    assertThat(background.base64().length()).isLessThan(1_400_000);
    assertThat(background.note())
        .startsWith("large.nii was averaged to voxels of 2.0 x 2.0 x 2.0 mm");
  }

  @Test
  void aSeriesIsRefused() throws IOException {
    Path file = write("series.nii.gz", 3, 3, 3, 5);
    assertThatThrownBy(() -> Background.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("5 volumes where an anatomy of one is expected");
  }

  @Test
  void anImageThatDoesNotSayWhereItLiesIsRefused() throws IOException {
    Path file = write("u.nii.gz", NiftiHeader.builder(3, 3, 3).build());
    assertThatThrownBy(() -> Background.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("sform_code and qform_code are 0");
  }

  /** A viewer may measure in mm whatever the header says. */
  @Test
  void micrometresGoInAsMillimetres() throws IOException {
    double[][] micron = {{-2000, 0, 0, 4000}, {0, 2000, 0, 0}, {0, 0, 2000, 0}, {0, 0, 0, 1}};
    NiftiHeader header =
        NiftiHeader.builder(3, 3, 3).sform(micron, 4).units(NiftiUnits.MICRON, 0).build();
    Background background = Background.read(write("m.nii.gz", header));
    byte[] bytes = Base64.getDecoder().decode(background.base64());
    NiftiImage inside = NiftiReader.read(new ByteArrayInputStream(bytes), "inside");
    assertThat(inside.header().xyztUnits()).isEqualTo(NiftiUnits.MM);
    assertThat(inside.affine()[0]).containsExactly(new double[] {-2, 0, 0, 4}, within(1e-6));
    assertThat(background.note()).startsWith("m.nii.gz: the header measures in micrometres");
  }

  private Path write(String name, int... dims) throws IOException {
    double[][] affine = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
    return write(name, NiftiHeader.builder(dims).sform(affine, 4).build());
  }

  private Path write(String name, NiftiHeader header) throws IOException {
    var values = new float[(int) header.voxels()];
    var random = new Random(1);
    for (int v = 0; v < values.length; v++) {
      values[v] = random.nextFloat();
    }
    Path file = folder.resolve(name);
    try (var stream = Files.newOutputStream(file)) {
      NiftiWriter.write(NiftiImage.of(header, values), name, stream);
    }
    return file;
  }
}
