package org.mitchell.inference;

import java.util.Arrays;
import org.mitchell.fmri.VoxelGrid;

/**
 * Smooths a map by a Gaussian inside the brain: at a voxel the weighted mean of the voxels that
 * have a value, with weights that fall off along each axis of the grid up to four standard
 * deviations.
 */
final class MaskedSmoothing {
  private static final double FWHM_BY_SD = 2 * Math.sqrt(2 * Math.log(2));
  private static final double REACH = 4;

  private final VoxelGrid grid;
  private final int[] dims;
  private final double[][] kernels;

  private MaskedSmoothing(VoxelGrid grid, double[][] kernels) {
    this.grid = grid;
    this.dims = grid.dims();
    this.kernels = kernels;
  }

  /**
   * @param fwhm mm
   */
  static MaskedSmoothing of(VoxelGrid grid, double fwhm) {
    var kernels = new double[3][];
    for (int axis = 0; axis < 3; axis++) {
      kernels[axis] = kernel(fwhm / FWHM_BY_SD / size(grid, axis));
    }
    return new MaskedSmoothing(grid, kernels);
  }

  /** Length of a voxel's edge, mm. */
  private static double size(VoxelGrid grid, int axis) {
    double[][] affine = grid.affine().matrix();
    double square = 0;
    for (int i = 0; i < 3; i++) {
      square += affine[i][axis] * affine[i][axis];
    }
    return Math.sqrt(square);
  }

  private static double[] kernel(double sd) {
    int reach = (int) (REACH * sd + 0.5);
    var kernel = new double[2 * reach + 1];
    Arrays.setAll(kernel, i -> Math.exp(-0.5 * (i - reach) * (i - reach) / (sd * sd)));
    double sum = Arrays.stream(kernel).sum();
    Arrays.setAll(kernel, i -> kernel[i] / sum);
    return kernel;
  }

  /**
   * @param map a value a voxel column; NaN where there is none, which stays so
   */
  double[] smoothed(double[] map) {
    var values = new double[grid.boxSize()];
    var weights = new double[values.length];
    for (int v = 0; v < map.length; v++) {
      if (!Double.isNaN(map[v])) {
        values[grid.linearIndex(v)] = map[v];
        weights[grid.linearIndex(v)] = 1;
      }
    }
    for (int axis = 0; axis < 3; axis++) {
      values = along(axis, values);
      weights = along(axis, weights);
    }
    var smoothed = new double[map.length];
    for (int v = 0; v < map.length; v++) {
      int index = grid.linearIndex(v);
      smoothed[v] = Double.isNaN(map[v]) ? Double.NaN : values[index] / weights[index];
    }
    return smoothed;
  }

  private double[] along(int axis, double[] box) {
    double[] kernel = kernels[axis];
    int reach = kernel.length / 2;
    int stride = axis == 0 ? 1 : axis == 1 ? dims[0] : dims[0] * dims[1];
    var result = new double[box.length];
    for (int index = 0; index < box.length; index++) {
      int place = index / stride % dims[axis];
      int first = Math.max(-reach, -place);
      int last = Math.min(reach, dims[axis] - 1 - place);
      double sum = 0;
      for (int step = first; step <= last; step++) {
        sum += kernel[step + reach] * box[index + step * stride];
      }
      result[index] = sum;
    }
    return result;
  }
}
