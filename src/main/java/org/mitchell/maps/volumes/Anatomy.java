package org.mitchell.maps.volumes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import org.mitchell.files.InputException;
import org.mitchell.nifti.NiftiDatatype;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiScaling;
import org.mitchell.text.Counted;

/**
 * An anatomical image to lay below maps on a screen.
 *
 * @param file where it was read
 * @param image one volume, with one form only where that makes a difference to a viewer
 * @param asStored whether the image is as it is in the file
 * @param cautions what must be known of where it lies
 */
public record Anatomy(Path file, NiftiImage image, boolean asStored, List<String> cautions) {
  private static final double COARSE_MM = 2;
  private static final double LARGEST_BYTE = 255;

  /** Darker than this part of the range is air, where it reaches the edge of the image. */
  private static final double AIR = 0.12;

  /**
   * @throws InputException if it has several volumes, or does not say where it lies
   */
  public static Anatomy read(Path file) throws IOException {
    VolumeImage volume = VolumeImage.read(file);
    int volumes = volume.place().volumes();
    if (volumes != 1) {
      throw InputException.in(
          file,
          "%s where an anatomy of one is expected. Choose one of them"
              .formatted(Counted.of(volumes, "volume")));
    }
    VolumePlace place = volume.place().stated();
    // A viewer would have its own mind of such a header.
    boolean plain = place.cautions().isEmpty() && volume.image().dims().length == 3;
    return new Anatomy(
        file, plain ? volume.image() : placedPlainly(volume), plain, place.cautions());
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
  public int[] factors() {
    return factors(COARSE_MM);
  }

  private int[] factors(double mm) {
    double[] size = sizes();
    var factors = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      factors[axis] = (int) Math.max(1, Math.round(mm / size[axis]));
    }
    return factors;
  }

  /** Of its voxels, in mm. */
  public double[] sizes() {
    double[][] affine = image.affine();
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

  /**
   * Means of blocks of voxels, in 256 steps of grey; what is left at the ends of the axes makes
   * smaller blocks.
   */
  public NiftiImage reduced(int[] factors) {
    int[] to = blocks(factors);
    double[] means = means(factors, to);
    double low = 0;
    double high = 0;
    for (double mean : means) {
      low = Math.min(low, mean);
      high = Math.max(high, mean);
    }
    double step = high > low ? (high - low) / LARGEST_BYTE : 1;
    var stored = new long[means.length];
    for (int v = 0; v < stored.length; v++) {
      stored[v] = Math.round((means[v] - low) / step);
    }
    return NiftiImage.ofStored(
        header(to, factors).toBuilder().scaling(new NiftiScaling(step, low)).build(), stored);
  }

  /**
   * In larger voxels: 0 in the air around the head, greys from 1 to 255 in the head, the brightest
   * hundredth of it white.
   *
   * @param mm about how large the voxels become
   */
  public NiftiImage withoutAir(double mm) {
    int[] factors = factors(mm);
    int[] dims = blocks(factors);
    double[] means = means(factors, dims);
    double bright = quantileOfWhatIsThere(means);
    boolean[] air = air(means, AIR * bright, dims);
    var greys = new long[means.length];
    for (int v = 0; v < greys.length; v++) {
      double share = Math.max(0, Math.min(1, means[v] / bright));
      greys[v] = air[v] ? 0 : Math.round(1 + share * (LARGEST_BYTE - 1));
    }
    return NiftiImage.ofStored(header(dims, factors), greys);
  }

  private static double quantileOfWhatIsThere(double[] means) {
    double[] sorted = Arrays.stream(means).filter(mean -> mean > 0).sorted().toArray();
    return sorted.length == 0 ? 1 : sorted[(int) (.99 * (sorted.length - 1))];
  }

  /** What is dark and can be reached from the faces of the box through the dark. */
  private static boolean[] air(double[] means, double dark, int[] dims) {
    var air = new boolean[means.length];
    var reached = new ArrayDeque<Integer>();
    int[] steps = {1, dims[0], dims[0] * dims[1]};
    for (int v = 0; v < means.length; v++) {
      boolean face = false;
      for (int axis = 0; axis < 3; axis++) {
        int at = v / steps[axis] % dims[axis];
        face |= at == 0 || at == dims[axis] - 1;
      }
      if (face && !(means[v] > dark)) {
        air[v] = true;
        reached.push(v);
      }
    }
    while (!reached.isEmpty()) {
      int v = reached.pop();
      for (int axis = 0; axis < 3; axis++) {
        int at = v / steps[axis] % dims[axis];
        for (int step : new int[] {-1, 1}) {
          int next = v + step * steps[axis];
          boolean inside = at + step >= 0 && at + step < dims[axis];
          if (inside && !air[next] && !(means[next] > dark)) {
            air[next] = true;
            reached.push(next);
          }
        }
      }
    }
    return air;
  }

  private int[] blocks(int[] factors) {
    int[] from = image.dims();
    int[] to = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      to[axis] = (from[axis] + factors[axis] - 1) / factors[axis];
    }
    return to;
  }

  private double[] means(int[] factors, int[] to) {
    int[] from = image.dims();
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
    for (int v = 0; v < sums.length; v++) {
      sums[v] = counts[v] == 0 ? 0 : sums[v] / counts[v];
    }
    return sums;
  }

  /** A block's centre is where the centres of its voxels lie on average. */
  private NiftiHeader header(int[] dims, int[] factors) {
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
}
