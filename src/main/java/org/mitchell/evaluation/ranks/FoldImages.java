package org.mitchell.evaluation.ranks;

import org.mitchell.encoding.RowCombinations;
import org.mitchell.evaluation.Metric;
import org.mitchell.fmri.VoxelRows;

/**
 * What need be known of the images of a fold to compare any combination of the training images with
 * the held-out word's: their inner products over the fold's voxels.
 *
 * @param word the held-out word
 * @param gram inner products of all images over the fold's voxels, words x words
 * @param withObserved the inner product of each image with the observed image of the held-out word,
 *     without the mean that the preset removes
 * @param observedLength how long the observed image is
 */
record FoldImages(int word, double[][] gram, double[] withObserved, double observedLength) {
  /**
   * @param gram words x words, of images without the mean over all words
   * @param strict whether the mean of the training words is removed from the observed image
   */
  static FoldImages of(int word, double[][] gram, boolean strict) {
    var observed = new double[gram.length];
    for (int w = 0; w < observed.length; w++) {
      observed[w] = w == word ? 1 : strict ? -1.0 / (observed.length - 1) : 0;
    }
    double[] products = RowCombinations.of(new double[][] {observed}, gram)[0];
    double squared = 0;
    for (int w = 0; w < observed.length; w++) {
      squared += observed[w] * products[w];
    }
    return new FoldImages(word, gram, products, Math.sqrt(Math.max(0, squared)));
  }

  /**
   * What {@link InnerProducts} makes a gram of: all images on some voxels, for the correlation
   * without their own mean over them; words x columns.
   */
  static double[][] onVoxels(VoxelRows images, int[] columns, Metric metric) {
    double[][] rows = images.at(columns);
    for (int w = 0; w < rows.length; w++) {
      double[] row = rows[w];
      double sum = 0;
      for (int i = 0; i < columns.length; i++) {
        sum += row[i];
      }
      double mean = metric == Metric.CORRELATION ? sum / columns.length : 0;
      for (int i = 0; i < columns.length; i++) {
        row[i] -= mean;
      }
    }
    return rows;
  }
}
