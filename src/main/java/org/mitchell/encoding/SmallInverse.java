package org.mitchell.encoding;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

/**
 * Inverses of the small symmetric positive blocks that a fold's held-out words cut out of a matrix.
 */
final class SmallInverse {
  private SmallInverse() {}

  /** The inverse, or nothing when the smallest eigenvalue is not above {@code singularBelow}. */
  static Optional<double[][]> of(double[][] block, double singularBelow) {
    return switch (block.length) {
      case 1 ->
          block[0][0] > singularBelow
              ? Optional.of(new double[][] {{1 / block[0][0]}})
              : Optional.empty();
      case 2 -> ofTwo(block[0][0], block[0][1], block[1][1], singularBelow);
      default -> ofMany(block, singularBelow);
    };
  }

  private static Optional<double[][]> ofTwo(double a, double b, double d, double singularBelow) {
    double middle = (a + d) / 2;
    double smallest = middle - Math.hypot((a - d) / 2, b);
    if (!(smallest > singularBelow)) {
      return Optional.empty();
    }
    double determinant = a * d - b * b;
    return Optional.of(
        new double[][] {{d / determinant, -b / determinant}, {-b / determinant, a / determinant}});
  }

  private static Optional<double[][]> ofMany(double[][] block, double singularBelow) {
    var matrix = new DMatrixRMaj(block);
    var eigen = DecompositionFactory_DDRM.eig(block.length, false, true);
    if (!eigen.decompose(matrix.copy())) {
      return Optional.empty();
    }
    for (int k = 0; k < eigen.getNumberOfEigenvalues(); k++) {
      if (!(eigen.getEigenvalue(k).getReal() > singularBelow)) {
        return Optional.empty();
      }
    }
    // EJML's own inverse of small matrices is by minors, which loses digits that Cholesky's keeps.
    var solver = LinearSolverFactory_DDRM.chol(block.length);
    var inverse = new DMatrixRMaj(block.length, block.length);
    if (!solver.setA(matrix)) {
      return Optional.empty();
    }
    solver.invert(inverse);
    return Optional.of(inverse.get2DData());
  }
}
