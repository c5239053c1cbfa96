package org.mitchell.encoding.alignment;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * What several participants' images of the same training words have in common, and linear maps from
 * there into the voxels of one that is not among them.
 *
 * <p>With Y_s the images of a participant (words x voxels, without their mean over words, and of
 * unit sum of squares, so that none counts more than another), K_s = Y_s Y_s' and G the mean of the
 * K_s over participants. A map learnt on the same words takes the shared responses to images of the
 * participant that is left out, and all of these are sums of its own images: P Y with P words x
 * words, the <em>operator</em> of the map. So no image is ever moved: products of the K follow.
 */
public final class SharedSpace {
  /** What the penalty of a ridge alignment is chosen from, in units of G's mean eigenvalue. */
  private static final double[] PENALTIES = {1e-3, 1e-2, 1e-1, 1, 1e1, 1e2, 1e3};

  private final List<DMatrixRMaj> others;
  private final int words;
  private final SymmetricEigen mean;

  private SharedSpace(List<DMatrixRMaj> others, DMatrixRMaj mean) {
    this.others = others;
    this.words = mean.numRows;
    this.mean = SymmetricEigen.of(mean);
  }

  /**
   * @param products K_s of each participant before its scaling, words x words
   */
  public static SharedSpace of(List<double[][]> products) {
    List<DMatrixRMaj> others = products.stream().map(SharedSpace::ofUnitTrace).toList();
    var mean = new DMatrixRMaj(others.get(0).numRows, others.get(0).numRows);
    for (DMatrixRMaj one : others) {
      CommonOps_DDRM.addEquals(mean, 1.0 / others.size(), one);
    }
    return new SharedSpace(others, mean);
  }

  /** Images that are all alike stay zero. */
  private static DMatrixRMaj ofUnitTrace(double[][] products) {
    var matrix = new DMatrixRMaj(products);
    double trace = CommonOps_DDRM.trace(matrix);
    CommonOps_DDRM.scale(trace > 0 ? 1 / trace : 0, matrix);
    return matrix;
  }

  /**
   * The operator of a rotation. The first principal components of all others' images side by side,
   * U S, are the first reference; each other's images are rotated on to it (the R without a change
   * of lengths that makes |Y_s R - U S| smallest, Schoenemann 1966), and the mean of the rotated
   * images is the shared response Z, words x dimensions. The participant's own R is found in the
   * same way, and Z R' are its aligned images: with R = Y'Z (Z'K Z)^-1/2, P = Z (Z'K Z)^-1/2 Z'.
   *
   * @param own K of the participant that is left out
   * @param dimensions how many; directions that nobody has stay without an image
   */
  public double[][] procrustes(double[][] own, int dimensions) {
    var shared = new DMatrixRMaj(words, Math.min(words, dimensions));
    DMatrixRMaj reference = mean.leading(shared.numCols, Math::sqrt);
    for (DMatrixRMaj one : others) {
      DMatrixRMaj rotated = times(times(one, reference), inverseRoot(reference, one));
      CommonOps_DDRM.addEquals(shared, 1.0 / others.size(), rotated);
    }
    DMatrixRMaj root = inverseRoot(shared, new DMatrixRMaj(own));
    var operator = new DMatrixRMaj(words, words);
    CommonOps_DDRM.multTransB(times(shared, root), shared, operator);
    return rows(operator);
  }

  /** (Z'K Z)^-1/2 on the directions that it has. */
  private static DMatrixRMaj inverseRoot(DMatrixRMaj z, DMatrixRMaj products) {
    var square = new DMatrixRMaj(z.numCols, z.numCols);
    CommonOps_DDRM.multTransA(z, times(products, z), square);
    return SymmetricEigen.of(square).function(value -> 1 / Math.sqrt(value));
  }

  /**
   * The operator of a ridge regression of the participant's images on the others' side by side: P =
   * G (G + a I)^-1, a the penalty of the smallest leave-one-out error over the training words, with
   * an intercept (Allen 1974): the error of word w is row w of a (G + a I)^-1 Y by a ((G + a
   * I)^-1)_ww - 1/n. Penalties are .001, .01, ... 1000 times the mean eigenvalue of G.
   *
   * @param own K of the participant that is left out
   */
  public double[][] ridge(double[][] own) {
    double scale = mean.sum() / words;
    var rotated = new DMatrixRMaj(words, words);
    CommonOps_DDRM.multTransA(mean.vectors(), times(new DMatrixRMaj(own), mean.vectors()), rotated);
    double best = Double.POSITIVE_INFINITY;
    double chosen = scale * PENALTIES[PENALTIES.length - 1];
    for (double times : PENALTIES) {
      double penalty = scale * times;
      double error = leaveOneOutError(rotated, penalty);
      if (error < best) {
        best = error;
        chosen = penalty;
      }
    }
    double penalty = chosen;
    return rows(mean.function(value -> value / (value + penalty)));
  }

  /**
   * @param rotated U'K U, K of the participant that is left out
   */
  private double leaveOneOutError(DMatrixRMaj rotated, double penalty) {
    double[] kept =
        Arrays.stream(mean.values()).map(value -> penalty / (value + penalty)).toArray();
    DMatrixRMaj scaled = mean.scaled(kept);
    DMatrixRMaj left = times(scaled, rotated);
    double sum = 0;
    for (int w = 0; w < words; w++) {
      double square = 0;
      double residual = -1.0 / words;
      for (int k = 0; k < words; k++) {
        square += left.get(w, k) * scaled.get(w, k);
        residual += scaled.get(w, k) * mean.vectors().get(w, k);
      }
      sum += square / (residual * residual);
    }
    return sum;
  }

  private static DMatrixRMaj times(DMatrixRMaj a, DMatrixRMaj b) {
    var product = new DMatrixRMaj(a.numRows, b.numCols);
    CommonOps_DDRM.mult(a, b, product);
    return product;
  }

  private static double[][] rows(DMatrixRMaj matrix) {
    var rows = new double[matrix.numRows][];
    Arrays.setAll(
        rows, r -> Arrays.copyOfRange(matrix.data, r * matrix.numCols, (r + 1) * matrix.numCols));
    return rows;
  }
}
