package org.mitchell.encoding.alignment;

import java.util.Comparator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix without negative eigenvalues, the largest
 * first.
 *
 * @param values those below 1e-12 of the largest are rounding noise, and 0
 * @param vectors n x n, a column each
 */
record SymmetricEigen(double[] values, DMatrixRMaj vectors) {
  private static final double NOISE = 1e-12;

  static SymmetricEigen of(DMatrixRMaj matrix) {
    int n = matrix.numRows;
    EigenDecomposition_F64<DMatrixRMaj> found = DecompositionFactory_DDRM.eig(n, true, true);
    if (!found.decompose(matrix.copy())) {
      throw new ArithmeticException(
          "the eigenvalues of a matrix of " + n + " rows did not converge");
    }
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(k -> -found.getEigenvalue(k).getReal()))
            .mapToInt(Integer::intValue)
            .toArray();
    var values = new double[n];
    var vectors = new DMatrixRMaj(n, n);
    double least = NOISE * found.getEigenvalue(order[0]).getReal();
    for (int k = 0; k < n; k++) {
      double value = found.getEigenvalue(order[k]).getReal();
      values[k] = value > least ? value : 0;
      CommonOps_DDRM.insert(found.getEigenVector(order[k]), vectors, 0, k);
    }
    return new SymmetricEigen(values, vectors);
  }

  double sum() {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /** The first eigenvectors, each times a function of its eigenvalue: n x count. */
  DMatrixRMaj leading(int count, DoubleUnaryOperator function) {
    int n = values.length;
    var scaled = new DMatrixRMaj(n, count);
    for (int k = 0; k < count; k++) {
      double factor = values[k] > 0 ? function.applyAsDouble(values[k]) : 0;
      for (int row = 0; row < n; row++) {
        scaled.set(row, k, factor * vectors.get(row, k));
      }
    }
    return scaled;
  }

  /** The matrix with a function of the eigenvalues above 0 for these, and 0 for the others. */
  DMatrixRMaj function(DoubleUnaryOperator function) {
    return product(leading(values.length, function));
  }

  /** The eigenvectors, each times a factor of its own: n x n. */
  DMatrixRMaj scaled(double[] factors) {
    int n = values.length;
    var scaled = new DMatrixRMaj(n, n);
    for (int row = 0; row < n; row++) {
      for (int k = 0; k < n; k++) {
        scaled.set(row, k, factors[k] * vectors.get(row, k));
      }
    }
    return scaled;
  }

  private DMatrixRMaj product(DMatrixRMaj scaled) {
    var product = new DMatrixRMaj(values.length, values.length);
    CommonOps_DDRM.multTransB(scaled, vectors, product);
    return product;
  }
}
