package org.mitchell.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mitchell.maps.volumes.Anatomy;

/**
 * An anatomical image to lay below the maps.
 *
 * @param base64 a .nii.gz
 * @param note what was done to it; empty for nothing
 */
record Background(String base64, String note) {
  private static final long MOST_BYTES = 1_000_000;

  /**
   * @throws org.mitchell.files.InputException if it has several volumes, or does not say where it
   *     lies
   */
  static Background read(Path file) throws IOException {
    Anatomy anatomy = Anatomy.read(file);
    byte[] whole =
        anatomy.asStored() && file.toString().endsWith(".gz")
            ? Files.readAllBytes(file)
            : ViewerMaps.gzipped(anatomy.image());
    String note =
        anatomy.cautions().isEmpty()
            ? ""
            : "%s: %s. ".formatted(file.getFileName(), String.join("; ", anatomy.cautions()));
    if (whole.length <= MOST_BYTES) {
      return new Background(ViewerMaps.base64(whole), note.strip());
    }
    int[] factors = anatomy.factors();
    byte[] small = ViewerMaps.gzipped(anatomy.reduced(factors));
    while (small.length > MOST_BYTES) {
      factors = new int[] {factors[0] + 1, factors[1] + 1, factors[2] + 1};
      small = ViewerMaps.gzipped(anatomy.reduced(factors));
    }
    double[] size = anatomy.sizes();
    String reduced =
        "%s was averaged to voxels of %s x %s x %s mm, in 256 steps of grey, to keep this report small."
            .formatted(
                file.getFileName(),
                Numbers.decimal(size[0] * factors[0], 1),
                Numbers.decimal(size[1] * factors[1], 1),
                Numbers.decimal(size[2] * factors[2], 1));
    return new Background(ViewerMaps.base64(small), note + reduced);
  }
}
