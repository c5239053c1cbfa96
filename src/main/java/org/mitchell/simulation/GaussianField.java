package org.mitchell.simulation;

import java.util.Arrays;
import org.apache.commons.math3.random.RandomGenerator;
import org.mitchell.fmri.VoxelGrid;

/**
 * Normal noise of mean 0 and sd 1 on a voxel grid, white or as smooth as a Gaussian filter makes
 * white noise.
 *
 * <p>The filter runs along the axes of the box one after the other; each kernel has unit energy,
 * and the box is padded by its reach, so that the sd is 1 in every voxel, at the edge too.
 */
final class GaussianField {
  private static final double REACH_IN_SD = 3;

  private final VoxelGrid grid;
  private final double[][] kernels;

  /**
   * @param fwhm of the filter in mm, 0 for white noise; the autocorrelation of the noise is wider
   *     by the root of 2
   */
  GaussianField(VoxelGrid grid, double fwhm) {
    this.grid = grid;
    this.kernels = new double[3][];
    double[][] affine = grid.affine().matrix();
    for (int axis = 0; axis < 3; axis++) {
      double squares = 0;
      for (int row = 0; row < 3; row++) {
        squares += affine[row][axis] * affine[row][axis];
      }
      double stepMm = StrictMath.sqrt(squares);
      kernels[axis] = kernel(fwhm / stepMm / StrictMath.sqrt(8 * StrictMath.log(2)));
    }
  }

  /** One field: a value a voxel column. */
  double[] draw(RandomGenerator random) {
    var values = new double[grid.columns()];
    if (Arrays.stream(kernels).allMatch(kernel -> kernel.length == 1)) {
      for (int v = 0; v < values.length; v++) {
        values[v] = random.nextGaussian();
      }
      return values;
    }
    double[] box = smoothBox(random);
    for (int v = 0; v < values.length; v++) {
      values[v] = box[grid.linearIndex(v)];
    }
    return values;
  }

  private double[] smoothBox(RandomGenerator random) {
    int[] size = grid.dims();
    for (int axis = 0; axis < 3; axis++) {
      size[axis] += kernels[axis].length - 1;
    }
    var box = new double[size[0] * size[1] * size[2]];
    for (int i = 0; i < box.length; i++) {
      box[i] = random.nextGaussian();
    }
    for (int axis = 0; axis < 3; axis++) {
      box = convolve(box, size, axis, kernels[axis]);
    }
    return box;
  }

  /**
   * The sums that a kernel covers whole: {@code size} shrinks along the axis by the kernel's length
   * less one.
   */
  private static double[] convolve(double[] from, int[] size, int axis, double[] kernel) {
    int inner = axis == 0 ? 1 : axis == 1 ? size[0] : size[0] * size[1];
    int length = size[axis];
    int shorter = length - kernel.length + 1;
    int outer = from.length / (inner * length);
    var to = new double[inner * shorter * outer];
    for (int o = 0; o < outer; o++) {
      for (int n = 0; n < shorter; n++) {
        for (int t = 0; t < kernel.length; t++) {
          int source = (o * length + n + t) * inner;
          int target = (o * shorter + n) * inner;
          for (int i = 0; i < inner; i++) {
            to[target + i] += kernel[t] * from[source + i];
          }
        }
      }
    }
    size[axis] = shorter;
    return to;
  }

  private static double[] kernel(double sd) {
    int reach = (int) StrictMath.ceil(REACH_IN_SD * sd);
    var kernel = new double[2 * reach + 1];
    double energy = 0;
    for (int t = -reach; t <= reach; t++) {
      double weight = t == 0 ? 1 : StrictMath.exp(-t * t / (2 * sd * sd));
      kernel[t + reach] = weight;
      energy += weight * weight;
    }
    for (int t = 0; t < kernel.length; t++) {
      kernel[t] /= StrictMath.sqrt(energy);
    }
    return kernel;
  }
}
