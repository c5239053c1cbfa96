package org.mitchell.norms.regression;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The directions of scaled features in which the training words spread: the eigenvectors of X'X.
 */
final class Directions {
  /** Eigenvalues of X'X, one a direction, none negative. */
  private final double[] spreads;

  /** Features x directions, the features' scales within: z = x W. */
  private final double[][] weights;

  /** Z'y. */
  private final double[] products;

  private Directions(double[] spreads, double[][] weights, double[] products) {
    this.spreads = spreads;
    this.weights = weights;
    this.products = products;
  }

  /**
   * @param scales what features are multiplied with
   */
  static Directions of(CentredProducts sums, double[] scales) {
    int size = scales.length;
    var matrix = new DMatrixRMaj(size, size);
    for (int f = 0; f < size; f++) {
      for (int g = 0; g < size; g++) {
        matrix.set(f, g, scales[f] * sums.squares()[f][g] * scales[g]);
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
    if (!eigen.decompose(matrix)) {
      throw new ArithmeticException(
          "the eigenvalues of %d x %d sums of products did not converge".formatted(size, size));
    }
    var spreads = new double[size];
    var weights = new double[size][size];
    var products = new double[size];
    for (int k = 0; k < size; k++) {
      spreads[k] = Math.max(0, eigen.getEigenvalue(k).getReal());
      DMatrixRMaj vector = eigen.getEigenVector(k);
      for (int f = 0; f < size; f++) {
        weights[f][k] = scales[f] * vector.get(f, 0);
        products[k] += weights[f][k] * sums.products()[f];
      }
    }
    return new Directions(spreads, weights, products);
  }

  int count() {
    return spreads.length;
  }

  /** How much each feature counts in a direction, by feature: features x directions. */
  double[][] weights() {
    return weights;
  }

  /**
   * The regression's coefficient of each direction.
   *
   * @param noise with penalty 0 the share of the largest eigenvalue below which a direction is left
   *     out
   */
  double[] coefficients(double penalty, double noise) {
    double[] coefficients = inverses(penalty, noise);
    for (int k = 0; k < coefficients.length; k++) {
      coefficients[k] *= products[k];
    }
    return coefficients;
  }

  /** 1 / (d + lambda) of each direction; 0 for those that are left out. */
  double[] inverses(double penalty, double noise) {
    double largest = 0;
    for (double spread : spreads) {
      largest = Math.max(largest, spread);
    }
    var inverses = new double[spreads.length];
    for (int k = 0; k < inverses.length; k++) {
      boolean kept = penalty > 0 || spreads[k] > noise * largest;
      inverses[k] = kept ? 1 / (spreads[k] + penalty) : 0;
    }
    return inverses;
  }

  /** The weights of the features, from the coefficients of the directions. */
  double[] weights(double[] coefficients) {
    var summed = new double[weights.length];
    for (int f = 0; f < summed.length; f++) {
      for (int k = 0; k < coefficients.length; k++) {
        summed[f] += weights[f][k] * coefficients[k];
      }
    }
    return summed;
  }
}
