package org.mitchell.features.embedding;

import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * The two directions in which words vary most (Pearson 1901): the scores U S of the singular value
 * decomposition of the vectors without their mean. Each direction points to where its feature of
 * largest weight is large, so that the picture does not depend on the program's signs.
 */
public final class PrincipalComponents {
  private static final int DIMENSIONS = 2;

  /** Differences of this share of the largest value are not the words'. */
  private static final double ROUNDING = 1e-12;

  private PrincipalComponents() {}

  /**
   * @param vectors words x features, at least three words
   * @return each word's first two scores, with the shares of the variance that they have
   * @throws IllegalArgumentException if there are fewer words, or they do not differ
   */
  public static Embedding of(double[][] vectors) {
    if (vectors.length <= DIMENSIONS) {
      throw new IllegalArgumentException(
          "a plane of words needs three words or more, got " + vectors.length);
    }
    requireDifferent(vectors);
    var svd = new SingularValueDecomposition(new Array2DRowRealMatrix(withoutMean(vectors), false));
    double[] singular = svd.getSingularValues();
    double all = Arrays.stream(singular).map(value -> value * value).sum();
    var points = new double[vectors.length][DIMENSIONS];
    var shares = new double[DIMENSIONS];
    for (int d = 0; d < Math.min(DIMENSIONS, singular.length); d++) {
      double sign = sign(svd.getV(), d);
      for (int w = 0; w < points.length; w++) {
        points[w][d] = sign * svd.getU().getEntry(w, d) * singular[d];
      }
      shares[d] = singular[d] * singular[d] / all;
    }
    return new Embedding(
        points,
        String.format(
            Locale.ROOT,
            "axes have %.0f%% and %.0f%% of the variance",
            100 * shares[0],
            100 * shares[1]));
  }

  /**
   * @throws IllegalArgumentException if the words differ by no more than rounding
   */
  static void requireDifferent(double[][] vectors) {
    double largest = 0;
    double farthest = 0;
    for (int f = 0; f < vectors[0].length; f++) {
      for (double[] vector : vectors) {
        largest = Math.max(largest, Math.abs(vector[f]));
        farthest = Math.max(farthest, Math.abs(vector[f] - vectors[0][f]));
      }
    }
    if (farthest <= ROUNDING * largest) {
      throw new IllegalArgumentException(
          "the vectors of all words are the same, so there is no plane that shows how they differ");
    }
  }

  private static double sign(RealMatrix directions, int column) {
    double heaviest = 0;
    for (double weight : directions.getColumn(column)) {
      heaviest = Math.abs(weight) > Math.abs(heaviest) ? weight : heaviest;
    }
    return heaviest < 0 ? -1 : 1;
  }

  private static double[][] withoutMean(double[][] vectors) {
    int features = vectors[0].length;
    var centred = new double[vectors.length][features];
    for (int f = 0; f < features; f++) {
      double mean = 0;
      for (double[] vector : vectors) {
        mean += vector[f];
      }
      mean /= vectors.length;
      for (int w = 0; w < vectors.length; w++) {
        centred[w][f] = vectors[w][f] - mean;
      }
    }
    return centred;
  }
}
