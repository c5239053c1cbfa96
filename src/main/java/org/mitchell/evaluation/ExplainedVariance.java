package org.mitchell.evaluation;

import org.mitchell.encoding.Preset;
import org.mitchell.fmri.WordImages;

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
   * @param images of n words as they were modelled, words x voxels: without their mean in preset
   *     paper
   * @param predicted the held-out predictions of these images, words x voxels
   * @return R2 a voxel; NaN where the responses are the same for all words. Negative where the
   *     training words' mean predicts better
   */
  public static double[] of(WordImages images, double[][] predicted, Preset preset) {
    int words = images.words();
    double[] mean = images.mean();
    // An image without the mean of all n words is 1 / (n - 1) of itself farther from the mean of
    // the other words.
    double farther = words / (words - 1.0);
    double fromMean = preset == Preset.PAPER ? farther : 1;
    var errors = new double[images.voxels()];
    var total = new double[images.voxels()];
    for (int w = 0; w < words; w++) {
      double[] observed = images.row(w);
      for (int v = 0; v < errors.length; v++) {
        double error = fromMean * observed[v] - predicted[w][v];
        double deviation = farther * (observed[v] - mean[v]);
        errors[v] += error * error;
        total[v] += deviation * deviation;
      }
    }
    var r2 = new double[errors.length];
    for (int v = 0; v < r2.length; v++) {
      r2[v] = images.constant(v) ? Double.NaN : 1 - errors[v] / total[v];
    }
    return r2;
  }
}
