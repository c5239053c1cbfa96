package org.mitchell.figures.brain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiWriter;

class UnderlayTest {
  private static final double[][] AFFINE = {
    {1, 0, 0, -20}, {0, 1, 0, -20}, {0, 0, 1, -20}, {0, 0, 0, 1}
  };

  @TempDir private Path folder;

  @Test
  void airAroundTheHeadIsNotPaintedAndDarkPlacesInsideAre() throws IOException {
    // Noisy air, a bright head of radius 15 with a dark hole of radius 5.
    var values = new float[41 * 41 * 41];
    for (int i = 0; i < values.length; i++) {
      double radius = radius(i);
      values[i] = radius > 15 ? i % 3 : radius > 5 ? 900 + i % 100 : 10;
    }
    Path file = written("head.nii", values);
    Underlay underlay = Underlay.read(file, map(file));

    var box = new Extent(new double[] {-20, -20, -20}, new double[] {20, 20, 20});
    float[] greys = underlay.greys(Plane.of(View.AXIAL, 0, box, false, 80, 80));

    assertThat(greys[0]).isNaN();
    assertThat(greys[40 * 80 + 40]).as("the hole").isBetween(0f, 0.1f);
    assertThat(greys[40 * 80 + 60]).as("the head").isBetween(0.85f, 1f);
    // Linear interpolation spreads the edge of the head over the next voxel.
    assertThat(underlay.extent().low()[0]).isEqualTo(-15.5);
    assertThat(underlay.extent().high()[2]).isEqualTo(15.5);
  }

  private BrainMap map(Path file) throws IOException {
    return BrainMapReader.read(file, Optional.empty(), Optional.empty());
  }

  private Path written(String name, float[] values) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream stream = Files.newOutputStream(file)) {
      NiftiWriter.write(
          NiftiImage.of(NiftiHeader.builder(41, 41, 41).sform(AFFINE, 4).build(), values), stream);
    }
    return file;
  }

  private static double radius(int index) {
    double x = index % 41 - 20;
    double y = index / 41 % 41 - 20;
    double z = index / 41 / 41 - 20;
    return Math.sqrt(x * x + y * y + z * z);
  }
}
