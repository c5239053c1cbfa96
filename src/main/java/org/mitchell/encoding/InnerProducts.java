package org.mitchell.encoding;

/** Inner products of images over some of their voxels: all that a sum of squared errors needs. */
public final class InnerProducts {
  private InnerProducts() {}

  /**
   * @param images words x voxels
   * @param voxels the columns that count
   * @return words x words, symmetric
   */
  public static double[][] of(double[][] images, int[] voxels) {
    int words = images.length;
    // One row a voxel: the sums then run over words side by side.
    var columns = new double[voxels.length][words];
    var rows = new double[words][voxels.length];
    for (int w = 0; w < words; w++) {
      double[] image = images[w];
      for (int v = 0; v < voxels.length; v++) {
        rows[w][v] = image[voxels[v]];
        columns[v][w] = rows[w][v];
      }
    }
    var products = new double[words][words];
    for (int a = 0; a < words; a++) {
      RowCombinations.combine(rows[a], 0, columns, products[a], a, words);
      for (int b = a + 1; b < words; b++) {
        products[b][a] = products[a][b];
      }
    }
    return products;
  }
}
