package org.mitchell.evaluation;

import java.util.Arrays;
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
    double[][] rows = images.rows();
    return correlations(
        images,
        (from, to) -> {
          var observed = new double[rows.length][];
          for (int w = 0; w < rows.length; w++) {
            observed[w] = Arrays.copyOfRange(rows[w], from, to);
          }
          return new Block(observed, RowCombinations.of(operator, observed), 0);
        },
        workers);
  }

  /**
   * @param predicted the held-out predictions of the words, words x voxels
   */
  public static double[] ofPredictions(WordImages images, double[][] predicted, Workers workers) {
    double[][] observed = images.rows();
    return correlations(images, (from, to) -> new Block(observed, predicted, from), workers);
  }

  /** The images of some voxels, which begin at a column of both. */
  private record Block(double[][] observed, double[][] predicted, int first) {}

  /** Makes the block of some voxels, so that predictions of all need not be held at once. */
  @FunctionalInterface
  private interface Blocks {
    Block of(int from, int to);
  }

  private static double[] correlations(WordImages images, Blocks blocks, Workers workers) {
    var map = new double[images.voxels()];
    workers.forEach(
        (map.length + BLOCK - 1) / BLOCK,
        block -> {
          int from = block * BLOCK;
          int to = Math.min(map.length, from + BLOCK);
          double[] found = correlate(blocks.of(from, to), to - from);
          for (int v = from; v < to; v++) {
            map[v] = images.constant(v) ? Double.NaN : found[v - from];
          }
        });
    return map;
  }

  private static double[] correlate(Block block, int size) {
    int from = block.first;
    double[] meanObserved = means(block.observed, from, size);
    double[] meanPredicted = means(block.predicted, from, size);
    var products = new double[size];
    var squaresObserved = new double[size];
    var squaresPredicted = new double[size];
    for (int w = 0; w < block.observed.length; w++) {
      double[] o = block.observed[w];
      double[] p = block.predicted[w];
      for (int v = 0; v < size; v++) {
        double deviationO = o[from + v] - meanObserved[v];
        double deviationP = p[from + v] - meanPredicted[v];
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
