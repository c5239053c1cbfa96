package org.mitchell.evaluation.across;

import java.util.Arrays;
import org.mitchell.encoding.InnerProducts;
import org.mitchell.evaluation.Metric;

/**
 * Inner products of a participant's images over the voxels of a fold.
 *
 * @param fitted of the images as they are, words x words
 * @param compared of the images as they are compared: those of the correlation lose their own mean
 */
record FoldGram(double[][] fitted, double[][] compared) {
  /**
   * @param images words x voxels of the fold; lose their own mean for the correlation
   */
  static FoldGram of(double[][] images, Metric metric) {
    double[][] fitted = InnerProducts.of(images);
    if (metric == Metric.COSINE) {
      return new FoldGram(fitted, fitted);
    }
    for (double[] row : images) {
      double mean = Arrays.stream(row).average().orElseThrow();
      for (int v = 0; v < row.length; v++) {
        row[v] -= mean;
      }
    }
    return new FoldGram(fitted, InnerProducts.of(images));
  }

  /**
   * The products of some images without their own mean.
   *
   * @param words whose images, in the order wanted
   */
  static double[][] centred(double[][] products, int[] words) {
    double[] means = means(products, words);
    double mean = Arrays.stream(words).mapToDouble(w -> means[w]).average().orElseThrow();
    var centred = new double[words.length][words.length];
    for (int a = 0; a < words.length; a++) {
      for (int b = 0; b < words.length; b++) {
        centred[a][b] = products[words[a]][words[b]] - means[words[a]] - means[words[b]] + mean;
      }
    }
    return centred;
  }

  /** The product of every image with the mean image of some words. */
  static double[] means(double[][] products, int[] words) {
    return Arrays.stream(products)
        .mapToDouble(row -> Arrays.stream(words).mapToDouble(w -> row[w]).average().orElseThrow())
        .toArray();
  }
}
