package org.mitchell.features.embedding;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * The two directions in which words vary most (Pearson 1901): the scores U S of the singular value
 * decomposition of the vectors without their mean. Each direction points to where its feature of
 * largest weight is large, so that the picture does not depend on the program's signs.
 */
public final class PrincipalComponents {
  private static final int DIMENSIONS = 2;

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
    var centred = new DMatrixRMaj(withoutMean(vectors));
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(centred.numRows, centred.numCols, true, true, true);
    if (!svd.decompose(centred.copy())) {
      throw new IllegalArgumentException("the vectors have values that are not finite");
    }
    int[] largest = largest(svd.getSingularValues());
    double all = 0;
    for (double value : svd.getSingularValues()) {
      all += value * value;
    }
    if (all == 0) {
      throw new IllegalArgumentException("the vectors of all words are the same");
    }
    var points = new double[vectors.length][DIMENSIONS];
    var shares = new double[DIMENSIONS];
    for (int d = 0; d < DIMENSIONS && d < largest.length; d++) {
      double singular = svd.getSingularValues()[largest[d]];
      double sign = sign(svd.getV(null, false), largest[d]);
      for (int w = 0; w < points.length; w++) {
        points[w][d] = sign * svd.getU(null, false).get(w, largest[d]) * singular;
      }
      shares[d] = singular * singular / all;
    }
    return new Embedding(
        points,
        String.format(
            Locale.ROOT,
            "axes have %.0f%% and %.0f%% of the variance",
            100 * shares[0],
            100 * shares[1]));
  }

  private static double sign(DMatrixRMaj directions, int column) {
    double heaviest = 0;
    for (int f = 0; f < directions.numRows; f++) {
      double weight = directions.get(f, column);
      heaviest = Math.abs(weight) > Math.abs(heaviest) ? weight : heaviest;
    }
    return heaviest < 0 ? -1 : 1;
  }

  private static int[] largest(double[] singularValues) {
    return IntStream.range(0, singularValues.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -singularValues[i]))
        .mapToInt(Integer::intValue)
        .limit(DIMENSIONS)
        .toArray();
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
