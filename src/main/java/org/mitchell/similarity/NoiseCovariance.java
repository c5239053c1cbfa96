package org.mitchell.similarity;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.mitchell.files.InputException;

/**
 * How voxels vary together from presentation to presentation of the same word: the covariance of
 * the residuals, shrunk towards its diagonal as far as its own uncertainty asks for (Schaefer and
 * Strimmer 2005, Statistical Applications in Genetics and Molecular Biology 4:32). Residuals have
 * words x (presentations - 1) degrees of freedom.
 */
final class NoiseCovariance {
  private final DMatrixRMaj factor;

  private NoiseCovariance(DMatrixRMaj factor) {
    this.factor = factor;
  }

  /**
   * @throws InputException if the noise of a voxel is 0
   */
  static NoiseCovariance of(Patterns patterns) {
    double[][] covariance = shrunk(patterns.residuals(), patterns.words() * (patterns.count() - 1));
    int voxels = covariance.length;
    CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(voxels, true);
    if (!cholesky.decompose(new DMatrixRMaj(covariance))) {
      throw new InputException(
          "the noise of %,d voxels cannot be told apart: some do not vary between presentations. Take another distance"
              .formatted(voxels));
    }
    return new NoiseCovariance(cholesky.getT(null));
  }

  /**
   * The covariance itself.
   *
   * @param residuals rows of voxels
   * @param freedom their degrees of freedom
   */
  static double[][] shrunk(double[][] residuals, int freedom) {
    int rows = residuals.length;
    int voxels = residuals[0].length;
    double[][] centred = withoutColumnMeans(residuals);
    var sums = new double[voxels][voxels];
    var sumsOfSquares = new double[voxels][voxels];
    for (double[] row : centred) {
      for (int a = 0; a < voxels; a++) {
        for (int b = 0; b <= a; b++) {
          double product = row[a] * row[b];
          sums[a][b] += product;
          sumsOfSquares[a][b] += product * product;
        }
      }
    }
    double shrinkage = shrinkage(sums, sumsOfSquares, rows, freedom);
    var covariance = new double[voxels][voxels];
    for (int a = 0; a < voxels; a++) {
      for (int b = 0; b <= a; b++) {
        double value = sums[a][b] / freedom * (a == b ? 1 : 1 - shrinkage);
        covariance[a][b] = value;
        covariance[b][a] = value;
      }
    }
    return covariance;
  }

  /** Of the correlations: the sum of their variances by the sum of their squares, 0 to 1. */
  private static double shrinkage(
      double[][] sums, double[][] sumsOfSquares, int rows, int freedom) {
    double variances = 0;
    double squares = 0;
    for (int a = 0; a < sums.length; a++) {
      for (int b = 0; b < a; b++) {
        double scale = sums[a][a] / freedom * (sums[b][b] / freedom);
        double mean = sums[a][b] / Math.sqrt(scale) / (rows - 1.0);
        double meanOfSquares = sumsOfSquares[a][b] / scale / (rows - 1.0);
        variances += rows / ((double) freedom * freedom) * (meanOfSquares - mean * mean);
        squares += mean * mean;
      }
    }
    return squares > 0 ? Math.max(0, Math.min(1, variances / squares)) : 1;
  }

  private static double[][] withoutColumnMeans(double[][] rows) {
    var centred = new double[rows.length][rows[0].length];
    for (int v = 0; v < rows[0].length; v++) {
      double mean = 0;
      for (double[] row : rows) {
        mean += row[v] / rows.length;
      }
      for (int r = 0; r < rows.length; r++) {
        centred[r][v] = rows[r][v] - mean;
      }
    }
    return centred;
  }

  /** Patterns in units of the noise: their squared distances are Mahalanobis'. */
  Patterns whitened(Patterns patterns) {
    var presentations = new double[patterns.count()][][];
    for (int p = 0; p < presentations.length; p++) {
      presentations[p] = whitened(patterns.presentations()[p]);
    }
    return new Patterns(presentations);
  }

  /** Forward substitution of each row through the lower factor. */
  private double[][] whitened(double[][] rows) {
    int voxels = factor.numRows;
    var white = new double[rows.length][voxels];
    for (int r = 0; r < rows.length; r++) {
      for (int a = 0; a < voxels; a++) {
        double sum = rows[r][a];
        int from = a * voxels;
        for (int b = 0; b < a; b++) {
          sum -= factor.data[from + b] * white[r][b];
        }
        white[r][a] = sum / factor.data[from + a];
      }
    }
    return white;
  }
}
