package org.mitchell.cli.figures;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.mitchell.cli.Ran;

/**
 * The map of testdata/figures, in which blobs of 5 and -3 were planted, and what it is drawn on.
 */
final class PlantedMap {
  static final Path FIGURES = Path.of("testdata/figures");
  static final Path MAP = FIGURES.resolve("planted-negative-x.nii.gz");
  static final Path ANATOMY = FIGURES.resolve("anatomy.nii.gz");
  static final Path PIAL = FIGURES.resolve("sphere-pial.surf.gii");
  static final Path WHITE = FIGURES.resolve("sphere-white.surf.gii");
  static final Path SULC = FIGURES.resolve("sphere-sulc.shape.gii");

  /** The last colour of the signed scale, which the value 5 has. */
  static final int RED = 0xffb40426;

  /** Left of a sheet, in dots. */
  static final int MARGIN = 2 * 18;

  private PlantedMap() {}

  /** Runs a command of {@code figure}. */
  static Ran figure(List<?> words, Object... more) {
    return Ran.mitchell(
        Stream.of(Stream.of("figure"), words.stream(), Arrays.stream(more))
            .flatMap(part -> part)
            .toArray());
  }

  /** The first and the last column that has a colour; -1 where none has. */
  static int[] bounds(BufferedImage image, int colour) {
    int[] bounds = {-1, -1};
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        if (image.getRGB(x, y) == colour) {
          bounds[0] = bounds[0] < 0 ? x : bounds[0];
          bounds[1] = x;
        }
      }
    }
    return bounds;
  }
}
