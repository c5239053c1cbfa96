package org.mitchell.evaluation;

import java.util.function.UnaryOperator;
import org.mitchell.encoding.RowCombinations;
import org.mitchell.fmri.VoxelRows;
import org.mitchell.jobs.Workers;

/**
 * For each voxel the Pearson correlation, over the words, between the observed image and the
 * prediction for the word when it was held out (the mean of its n - 1 leave-two-out predictions).
 */
public final class HeldOutCorrelation {
  private HeldOutCorrelation() {}

  /**
   * @param images the word images that the evaluation was done on (preset paper: without their
   *     mean)
   * @param operator {@link LeaveTwoOutResult#operator()}
   * @return r a voxel; NaN where the voxel's image is the same for all words, or its prediction is
   */
  public static double[] of(VoxelRows images, double[][] operator, Workers workers) {
    return of(images, observed -> RowCombinations.of(operator, observed), workers);
  }

  /**
   * As above.
   *
   * @param prediction takes images to their held-out predictions, see {@link HeldOutImages}
   */
  public static double[] of(
      VoxelRows images, UnaryOperator<double[][]> prediction, Workers workers) {
    var map = new double[images.voxels()];
    VoxelRows.overBlocks(
        map.length,
        workers,
        (from, to) -> {
          double[][] observed = images.block(from, to);
          double[] found = correlate(observed, prediction.apply(observed));
          for (int v = 0; v < found.length; v++) {
            map[from + v] = VoxelRows.constant(observed, v) ? Double.NaN : found[v];
          }
        });
    return map;
  }

  private static double[] correlate(double[][] observed, double[][] predicted) {
    int size = observed[0].length;
    double[] meanObserved = VoxelRows.held(observed).mean();
    double[] meanPredicted = VoxelRows.held(predicted).mean();
    var products = new double[size];
    var squaresObserved = new double[size];
    var squaresPredicted = new double[size];
    for (int w = 0; w < observed.length; w++) {
      double[] o = observed[w];
      double[] p = predicted[w];
      for (int v = 0; v < size; v++) {
        double deviationO = o[v] - meanObserved[v];
        double deviationP = p[v] - meanPredicted[v];
        products[v] += deviationO * deviationP;
        squaresObserved[v] += deviationO * deviationO;
        squaresPredicted[v] += deviationP * deviationP;
      }
    }
    var correlations = new double[size];
    for (int v = 0; v < size; v++) {
      double r = products[v] / Math.sqrt(squaresObserved[v] * squaresPredicted[v]);
      // Rounding must not carry r beyond 1, where its z is not defined.
      correlations[v] = Math.max(-1, Math.min(1, r));
    }
    return correlations;
  }
}
