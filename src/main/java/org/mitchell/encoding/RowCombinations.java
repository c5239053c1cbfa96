package org.mitchell.encoding;

import org.mitchell.jobs.Workers;

/**
 * Products of a small matrix with images: out_r = sum_w M_rw Y_w, a value a voxel.
 *
 * <p>The hot loop runs over the voxels of one block of one row at a time, four rows of Y together:
 * the compiler turns it into vector instructions, and a block of the sum stays in the first-level
 * cache. Sums are in the order of the words for every voxel, so the result does not depend on the
 * number of threads.
 */
public final class RowCombinations {
  private static final int BLOCK = 1024;

  private RowCombinations() {}

  /**
   * @param matrix M, rows x words
   * @param images Y, words x voxels
   * @return M Y, rows x voxels
   */
  public static double[][] of(double[][] matrix, double[][] images, Workers workers) {
    int voxels = images[0].length;
    var products = new double[matrix.length][voxels];
    int blocks = (voxels + BLOCK - 1) / BLOCK;
    workers.forEach(
        blocks,
        block -> {
          int from = block * BLOCK;
          int to = Math.min(voxels, from + BLOCK);
          for (int r = 0; r < matrix.length; r++) {
            combine(matrix[r], images, products[r], from, to);
          }
        });
    return products;
  }

  /**
   * As {@link #of(double[][], double[][], Workers)}, on the calling thread: for small products
   * inside a piece of work.
   */
  public static double[][] of(double[][] matrix, double[][] images) {
    int voxels = images[0].length;
    var products = new double[matrix.length][voxels];
    for (int from = 0; from < voxels; from += BLOCK) {
      for (int r = 0; r < matrix.length; r++) {
        combine(matrix[r], images, products[r], from, Math.min(voxels, from + BLOCK));
      }
    }
    return products;
  }

  private static void combine(double[] weights, double[][] images, double[] sum, int from, int to) {
    combine(weights, 0, images, sum, from, to);
  }

  /** Adds to {@code sum}, from a voxel to before another, the rows from {@code first} on. */
  public static void combine(
      double[] weights, int first, double[][] images, double[] sum, int from, int to) {
    int w = first;
    for (; w + 4 <= weights.length; w += 4) {
      addFour(
          weights[w],
          images[w],
          weights[w + 1],
          images[w + 1],
          weights[w + 2],
          images[w + 2],
          weights[w + 3],
          images[w + 3],
          sum,
          from,
          to);
    }
    for (; w < weights.length; w++) {
      addOne(weights[w], images[w], sum, from, to);
    }
  }

  /** Adds four rows, each times its weight, to {@code sum} from a place to before another. */
  public static void addFour(
      double wa,
      double[] a,
      double wb,
      double[] b,
      double wc,
      double[] c,
      double wd,
      double[] d,
      double[] sum,
      int from,
      int to) {
    for (int v = from; v < to; v++) {
      sum[v] = (((sum[v] + wa * a[v]) + wb * b[v]) + wc * c[v]) + wd * d[v];
    }
  }

  /** As {@link #addFour}, of one row. */
  public static void addOne(double wa, double[] a, double[] sum, int from, int to) {
    for (int v = from; v < to; v++) {
      sum[v] += wa * a[v];
    }
  }
}
