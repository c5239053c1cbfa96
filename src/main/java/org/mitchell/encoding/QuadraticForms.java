package org.mitchell.encoding;

import java.util.Arrays;

/**
 * x' M x for many vectors x and one symmetric matrix: the squared lengths of many images that are
 * combinations of a few, whose inner products M holds.
 *
 * <p>Only the upper triangle of M is gone through. Loops run over a block of vectors, as in {@link
 * RowCombinations}; what is summed for one vector does not depend on the others.
 */
public final class QuadraticForms {
  /** The working row and four rows of vectors stay in the first-level cache. */
  private static final int BLOCK = 512;

  private QuadraticForms() {}

  /**
   * @param matrix M, symmetric, size x size
   * @param vectors size x vectors: a column a vector
   * @return a value a vector; rounding may leave it a little below 0 where it is 0
   */
  public static double[] of(double[][] matrix, double[][] vectors) {
    int count = vectors[0].length;
    double[][] triangle = triangle(matrix);
    var values = new double[count];
    var products = new double[count];
    for (int from = 0; from < count; from += BLOCK) {
      int to = Math.min(count, from + BLOCK);
      for (int k = 0; k < triangle.length; k++) {
        Arrays.fill(products, from, to, 0);
        RowCombinations.combine(triangle[k], k, vectors, products, from, to);
        addProducts(vectors[k], products, values, from, to);
      }
    }
    return values;
  }

  private static double[][] triangle(double[][] matrix) {
    var triangle = new double[matrix.length][];
    for (int k = 0; k < triangle.length; k++) {
      triangle[k] = matrix[k].clone();
      for (int j = k + 1; j < triangle.length; j++) {
        triangle[k][j] *= 2;
      }
    }
    return triangle;
  }

  private static void addProducts(double[] a, double[] b, double[] sum, int from, int to) {
    for (int i = from; i < to; i++) {
      sum[i] += a[i] * b[i];
    }
  }
}
