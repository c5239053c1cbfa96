package org.mitchell.evaluation.schemes;

import java.util.stream.IntStream;
import org.mitchell.encoding.RowCombinations;
import org.mitchell.evaluation.Metric;

/**
 * Inner products of images over some voxels, images x images.
 *
 * <p>Images come as a row a voxel with a value an image: the hot loop adds four voxels' outer
 * products at a time, and runs along the images, which the compiler turns into vector instructions.
 */
final class ImageProducts {
  private ImageProducts() {}

  /** Over all the rows. */
  static double[][] of(double[][] rows, Metric metric) {
    return of(rows, IntStream.range(0, rows.length).toArray(), metric);
  }

  /**
   * @param rows all voxels x images
   * @param positions which of the rows are taken
   */
  static double[][] of(double[][] rows, int[] positions, Metric metric) {
    int images = rows[0].length;
    double[][] taken = new double[positions.length][];
    for (int i = 0; i < taken.length; i++) {
      taken[i] = rows[positions[i]];
    }
    if (metric == Metric.CORRELATION) {
      // Before anything is multiplied: sums of squares less a square leave noise of flat images.
      taken = withoutOwnMeans(taken, images);
    }
    var products = new double[images][images];
    int v = 0;
    for (; v + 4 <= taken.length; v += 4) {
      addFour(taken[v], taken[v + 1], taken[v + 2], taken[v + 3], products);
    }
    for (; v < taken.length; v++) {
      addOne(taken[v], products);
    }
    mirror(products);
    return products;
  }

  private static void addFour(double[] a, double[] b, double[] c, double[] d, double[][] sum) {
    for (int i = 0; i < sum.length; i++) {
      RowCombinations.addFour(a[i], a, b[i], b, c[i], c, d[i], d, sum[i], 0, i + 1);
    }
  }

  private static void addOne(double[] a, double[][] sum) {
    for (int i = 0; i < sum.length; i++) {
      RowCombinations.addOne(a[i], a, sum[i], 0, i + 1);
    }
  }

  private static void mirror(double[][] products) {
    for (int i = 0; i < products.length; i++) {
      for (int j = 0; j < i; j++) {
        products[j][i] = products[i][j];
      }
    }
  }

  private static double[][] withoutOwnMeans(double[][] rows, int images) {
    var means = new double[images];
    for (double[] row : rows) {
      for (int i = 0; i < images; i++) {
        means[i] += row[i] / rows.length;
      }
    }
    var centred = new double[rows.length][images];
    for (int v = 0; v < rows.length; v++) {
      for (int i = 0; i < images; i++) {
        centred[v][i] = rows[v][i] - means[i];
      }
    }
    return centred;
  }
}
