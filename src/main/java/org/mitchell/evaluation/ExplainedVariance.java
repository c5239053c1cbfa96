package org.mitchell.evaluation;

import java.util.function.UnaryOperator;
import org.mitchell.encoding.Preset;
import org.mitchell.fmri.VoxelRows;
import org.mitchell.jobs.Workers;

/**
 * The variance that predictions of held-out words explain at each voxel, R2 = 1 - SSE / SST with
 * the deviations SST from the mean image of the training words (all others).
 *
 * <p>Preset paper removes the mean of all words from every image before it fits, the held-out word
 * included. Here its predictions are counted from the mean of the training words, so that a model
 * that predicts nothing explains 0 and not 1 - ((n - 1) / n)^2.
 */
public final class ExplainedVariance {
  private ExplainedVariance() {}

  /**
   * @param images of n words as they were modelled: without their mean in preset paper
   * @param prediction takes these to their held-out predictions, see {@link HeldOutImages}
   * @return R2 a voxel; NaN where the responses are the same for all words. Negative where the
   *     training words' mean predicts better
   */
  public static double[] of(
      VoxelRows images, UnaryOperator<double[][]> prediction, Preset preset, Workers workers) {
    var r2 = new double[images.voxels()];
    VoxelRows.overBlocks(
        r2.length,
        workers,
        (from, to) -> {
          double[][] observed = images.block(from, to);
          double[] found = ofBlock(observed, prediction.apply(observed), preset);
          System.arraycopy(found, 0, r2, from, found.length);
        });
    return r2;
  }

  private static double[] ofBlock(double[][] observed, double[][] predicted, Preset preset) {
    int words = observed.length;
    double[] mean = VoxelRows.held(observed).mean();
    // An image without the mean of all n words is 1 / (n - 1) of itself farther from the mean of
    // the other words.
    double farther = words / (words - 1.0);
    double fromMean = preset == Preset.PAPER ? farther : 1;
    var errors = new double[mean.length];
    var total = new double[mean.length];
    for (int w = 0; w < words; w++) {
      for (int v = 0; v < errors.length; v++) {
        double error = fromMean * observed[w][v] - predicted[w][v];
        double deviation = farther * (observed[w][v] - mean[v]);
        errors[v] += error * error;
        total[v] += deviation * deviation;
      }
    }
    var r2 = new double[errors.length];
    for (int v = 0; v < r2.length; v++) {
      r2[v] = VoxelRows.constant(observed, v) ? Double.NaN : 1 - errors[v] / total[v];
    }
    return r2;
  }
}
