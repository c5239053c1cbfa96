package org.mitchell.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mitchell.files.InputException;
import org.mitchell.maps.volumes.VolumeImage;
import org.mitchell.maps.volumes.VolumePlace;
import org.mitchell.nifti.NiftiDatatype;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiScaling;
import org.mitchell.text.Counted;

/**
 * An anatomical image to lay below the maps.
 *
 * @param base64 a .nii.gz
 * @param note what was done to it; empty for nothing
 */
record Background(String base64, String note) {
  private static final long MOST_BYTES = 1_000_000;
  private static final double COARSE_MM = 2;
  private static final double LARGEST_BYTE = 255;

  /**
   * @throws InputException if it has several volumes, or does not say where it lies
   */
  static Background read(Path file) throws IOException {
    VolumeImage volume = VolumeImage.read(file);
    int volumes = volume.place().volumes();
    if (volumes != 1) {
      throw InputException.in(
          file,
          "%s where --background expects one image. Choose one of them"
              .formatted(Counted.of(volumes, "volume")));
    }
    VolumePlace place = volume.place().stated();
    // A viewer would have its own mind of such a header.
    boolean plain = place.cautions().isEmpty() && volume.image().dims().length == 3;
    NiftiImage image = plain ? volume.image() : placedPlainly(volume);
    byte[] whole =
        plain && file.toString().endsWith(".gz")
            ? Files.readAllBytes(file)
            : ViewerMaps.gzipped(image);
    String note =
        place.cautions().isEmpty()
            ? ""
            : "%s: %s. ".formatted(file.getFileName(), String.join("; ", place.cautions()));
    if (whole.length <= MOST_BYTES) {
      return new Background(ViewerMaps.base64(whole), note.strip());
    }
    int[] factors = factors(image.affine());
    byte[] small = ViewerMaps.gzipped(reduced(image, factors));
    while (small.length > MOST_BYTES) {
      factors = new int[] {factors[0] + 1, factors[1] + 1, factors[2] + 1};
      small = ViewerMaps.gzipped(reduced(image, factors));
    }
    double[] size = sizes(image.affine());
    String reduced =
        "%s was averaged to voxels of %s x %s x %s mm, in 256 steps of grey, to keep this report small."
            .formatted(
                file.getFileName(),
                Numbers.decimal(size[0] * factors[0], 1),
                Numbers.decimal(size[1] * factors[1], 1),
                Numbers.decimal(size[2] * factors[2], 1));
    return new Background(ViewerMaps.base64(small), note + reduced);
  }

  /** The same values with one form only, the one in use, in mm. */
  private static NiftiImage placedPlainly(VolumeImage volume) {
    NiftiHeader own = volume.image().header();
    NiftiHeader header =
        NiftiHeader.builder(volume.place().dims())
            .byteOrder(own.byteOrder())
            .datatype(own.datatype())
            .scaling(own.scaling())
            .calRange(own.calMin(), own.calMax())
            .sform(own.affine(), own.xformCode())
            .build();
    return volume.image().withHeader(header);
  }

  /** How many voxels become one along each axis, for about 2 mm. */
  private static int[] factors(double[][] affine) {
    double[] size = sizes(affine);
    var factors = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      factors[axis] = (int) Math.max(1, Math.round(COARSE_MM / size[axis]));
    }
    return factors;
  }

  private static double[] sizes(double[][] affine) {
    var size = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      size[axis] =
          Math.sqrt(
              affine[0][axis] * affine[0][axis]
                  + affine[1][axis] * affine[1][axis]
                  + affine[2][axis] * affine[2][axis]);
    }
    return size;
  }

  /** Means of blocks of voxels; what is left at the ends of the axes makes smaller blocks. */
  static NiftiImage reduced(NiftiImage image, int[] factors) {
    int[] from = image.dims();
    int[] to = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      to[axis] = (from[axis] + factors[axis] - 1) / factors[axis];
    }
    float[] values = image.toFloats();
    var sums = new double[to[0] * to[1] * to[2]];
    var counts = new int[sums.length];
    for (int k = 0, v = 0; k < from[2]; k++) {
      for (int j = 0; j < from[1]; j++) {
        for (int i = 0; i < from[0]; i++, v++) {
          if (Float.isFinite(values[v])) {
            int block = i / factors[0] + to[0] * (j / factors[1] + to[1] * (k / factors[2]));
            sums[block] += values[v];
            counts[block]++;
          }
        }
      }
    }
    return bytes(header(image, to, factors), sums, counts);
  }

  /** A block's centre is where the centres of its voxels lie on average. */
  private static NiftiHeader header(NiftiImage image, int[] dims, int[] factors) {
    double[][] affine = image.affine();
    for (int row = 0; row < 3; row++) {
      for (int axis = 0; axis < 3; axis++) {
        affine[row][3] += affine[row][axis] * (factors[axis] - 1) / 2.0;
        affine[row][axis] *= factors[axis];
      }
    }
    int code = image.header().xformCode();
    return NiftiHeader.builder(dims).sform(affine, code).datatype(NiftiDatatype.UINT8).build();
  }

  private static NiftiImage bytes(NiftiHeader header, double[] sums, int[] counts) {
    double low = 0;
    double high = 0;
    for (int v = 0; v < sums.length; v++) {
      sums[v] = counts[v] == 0 ? 0 : sums[v] / counts[v];
      low = Math.min(low, sums[v]);
      high = Math.max(high, sums[v]);
    }
    double step = high > low ? (high - low) / LARGEST_BYTE : 1;
    var stored = new long[sums.length];
    for (int v = 0; v < stored.length; v++) {
      stored[v] = Math.round((sums[v] - low) / step);
    }
    return NiftiImage.ofStored(
        header.toBuilder().scaling(new NiftiScaling(step, low)).build(), stored);
  }
}
