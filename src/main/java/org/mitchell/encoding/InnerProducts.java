package org.mitchell.encoding;

import org.mitchell.jobs.Workers;

/**
 * Inner products of images with each other, words x words. The loops are those of {@link
 * RowCombinations}, over the words for one voxel after the other: the same sums in the same order
 * for any number of threads, and a matrix that is symmetric to the last digit.
 */
public final class InnerProducts {
  private InnerProducts() {}

  /** On the calling thread: for a few voxels, inside a piece of work. */
  public static double[][] of(double[][] images) {
    double[][] byVoxel = transposed(images);
    var products = new double[images.length][images.length];
    for (int word = 0; word < images.length; word++) {
      fill(products, word, images, byVoxel);
    }
    return products;
  }

  /**
   * @param images words x voxels
   */
  public static double[][] of(double[][] images, Workers workers) {
    double[][] byVoxel = transposed(images);
    var products = new double[images.length][images.length];
    workers.forEach(images.length, word -> fill(products, word, images, byVoxel));
    return products;
  }

  /**
   * As {@link #of(double[][])}, over some of the voxels.
   *
   * @param voxels the columns that count
   */
  public static double[][] of(double[][] images, int[] voxels) {
    var rows = new double[images.length][voxels.length];
    for (int w = 0; w < rows.length; w++) {
      for (int v = 0; v < voxels.length; v++) {
        rows[w][v] = images[w][voxels[v]];
      }
    }
    return of(rows);
  }

  /** Writes the row of a word from itself on, and the column below it. */
  private static void fill(double[][] products, int word, double[][] images, double[][] byVoxel) {
    double[] row = products[word];
    var sum = new double[row.length];
    RowCombinations.combine(images[word], 0, byVoxel, sum, word, sum.length);
    for (int other = word; other < sum.length; other++) {
      row[other] = sum[other];
      products[other][word] = sum[other];
    }
  }

  private static double[][] transposed(double[][] rows) {
    var transposed = new double[rows[0].length][rows.length];
    for (int r = 0; r < rows.length; r++) {
      for (int i = 0; i < transposed.length; i++) {
        transposed[i][r] = rows[r][i];
      }
    }
    return transposed;
  }
}
