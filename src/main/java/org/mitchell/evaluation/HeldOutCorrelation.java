package org.mitchell.evaluation;

import org.mitchell.encoding.RowCombinations;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Workers;

/**
 * For each voxel the Pearson correlation, over the words, between the observed image and the
 * prediction for the word when it was held out (the mean of its n - 1 leave-two-out predictions).
 */
public final class HeldOutCorrelation {
  private static final int BLOCK = 1024;

  private HeldOutCorrelation() {}

  /**
   * @param images the word images that the evaluation was done on, words x voxels (preset paper:
   *     without their mean)
   * @param operator {@link LeaveTwoOutResult#operator()}
   * @return r a voxel; NaN where the voxel's image is the same for all words, or its prediction is
   */
  public static double[] of(WordImages images, double[][] operator, Workers workers) {
    return ofPredictions(images, RowCombinations.of(operator, images.rows(), workers), workers);
  }

  /**
   * @param predicted the held-out predictions of the words, words x voxels
   */
  public static double[] ofPredictions(WordImages images, double[][] predicted, Workers workers) {
    double[][] observed = images.rows();
    var map = new double[images.voxels()];
    workers.forEach(
        (map.length + BLOCK - 1) / BLOCK,
        block -> {
          int from = block * BLOCK;
          correlate(observed, predicted, from, Math.min(map.length, from + BLOCK), map);
          for (int v = from; v < Math.min(map.length, from + BLOCK); v++) {
            map[v] = images.constant(v) ? Double.NaN : map[v];
          }
        });
    return map;
  }

  private static void correlate(
      double[][] observed, double[][] predicted, int from, int to, double[] map) {
    int size = to - from;
    double[] meanObserved = means(observed, from, size);
    double[] meanPredicted = means(predicted, from, size);
    var products = new double[size];
    var squaresObserved = new double[size];
    var squaresPredicted = new double[size];
    for (int w = 0; w < observed.length; w++) {
      double[] o = observed[w];
      double[] p = predicted[w];
      for (int v = 0; v < size; v++) {
        double deviationO = o[from + v] - meanObserved[v];
        double deviationP = p[from + v] - meanPredicted[v];
        products[v] += deviationO * deviationP;
        squaresObserved[v] += deviationO * deviationO;
        squaresPredicted[v] += deviationP * deviationP;
      }
    }
    for (int v = 0; v < size; v++) {
      double r = products[v] / Math.sqrt(squaresObserved[v] * squaresPredicted[v]);
      // Rounding must not carry r beyond 1, where its z is not defined.
      map[from + v] = Math.max(-1, Math.min(1, r));
    }
  }

  private static double[] means(double[][] rows, int from, int size) {
    var means = new double[size];
    for (double[] row : rows) {
      for (int v = 0; v < size; v++) {
        means[v] += row[from + v];
      }
    }
    for (int v = 0; v < size; v++) {
      means[v] /= rows.length;
    }
    return means;
  }
}
