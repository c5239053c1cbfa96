package org.mitchell.inference;

import java.util.Arrays;
import java.util.Optional;
import org.mitchell.files.InputException;
import org.mitchell.fmri.PartOfWhole;
import org.mitchell.fmri.VoxelGrid;

/**
 * What the values of several participants come to at every voxel. With s the sum of the n values of
 * a voxel, q the sum of their squares and u = (q - s^2 / n) / (n - 1) their variance: Student's t =
 * s / sqrt(n u), the pseudo-t with u smoothed over voxels, or the mean s / n.
 */
public final class GroupStatistic {
  /** Student's t. */
  static final GroupStatistic T = new GroupStatistic(GroupVariance.OWN, Optional.empty());

  private final GroupVariance variance;
  private final Optional<MaskedSmoothing> smoothing;

  private GroupStatistic(GroupVariance variance, Optional<MaskedSmoothing> smoothing) {
    this.variance = variance;
    this.smoothing = smoothing;
  }

  /**
   * @param places of the voxels that are compared
   * @throws InputException if a variance is to be smoothed elsewhere than on a grid
   */
  static GroupStatistic of(GroupVariance variance, PartOfWhole places) {
    if (!(variance instanceof GroupVariance.Smoothed smoothed)) {
      return new GroupStatistic(variance, Optional.empty());
    }
    if (!(places instanceof VoxelGrid grid)) {
      throw new InputException(
          "variances are smoothed over voxels of a grid, and these are %s. Take t, or the mean alone"
              .formatted(places.inWords()));
    }
    return new GroupStatistic(variance, Optional.of(MaskedSmoothing.of(grid, smoothed.fwhm())));
  }

  /** Whether a voxel's value depends on its neighbours. */
  boolean needsWholeMaps() {
    return smoothing.isPresent();
  }

  /**
   * Turns sums into the statistic, from a voxel to before another; NaN of fewer than two values.
   *
   * @param sums s, replaced
   * @param from 0, and {@code to} the end, where {@link #needsWholeMaps()}
   */
  void ofSums(double[] sums, double[] squares, int[] numbers, int from, int to) {
    if (smoothing.isPresent()) {
      pseudoT(sums, squares, numbers);
      return;
    }
    boolean mean = variance instanceof GroupVariance.None;
    for (int v = from; v < to; v++) {
      int n = numbers[v];
      double divisor = mean ? n : Math.sqrt(spread(sums[v], squares[v], n));
      sums[v] = n < 2 ? Double.NaN : sums[v] / divisor;
    }
  }

  /** n times the variance. */
  private static double spread(double sum, double square, int n) {
    return Math.max(0, (n * square - sum * sum) / (n - 1));
  }

  private void pseudoT(double[] sums, double[] squares, int[] numbers) {
    var variances = new double[sums.length];
    Arrays.setAll(
        variances,
        v -> numbers[v] < 2 ? Double.NaN : spread(sums[v], squares[v], numbers[v]) / numbers[v]);
    double[] smoothed = smoothing.orElseThrow().smoothed(variances);
    for (int v = 0; v < sums.length; v++) {
      sums[v] /= Math.sqrt(numbers[v] * smoothed[v]);
    }
  }
}
