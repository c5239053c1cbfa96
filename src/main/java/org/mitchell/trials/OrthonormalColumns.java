package org.mitchell.trials;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRPDecomposition_F64;

/** Columns of length one, at right angles to each other, that span others. */
final class OrthonormalColumns {
  /** A column of which less than this share is left after the others adds nothing. */
  private static final double DEPENDENT = 1e-10;

  private final double[][] columns;

  private OrthonormalColumns(double[][] columns) {
    this.columns = columns;
  }

  /**
   * @param columns of one length; any may be sums of others, or zero
   */
  static OrthonormalColumns spanning(List<double[]> columns) {
    var matrix = new DMatrixRMaj(columns.get(0).length, columns.size());
    for (int c = 0; c < columns.size(); c++) {
      double[] column = columns.get(c);
      double length = Math.sqrt(Vectors.dot(column, column));
      for (int row = 0; row < column.length; row++) {
        // Of one length, so that confounds in small units count like those in large ones.
        matrix.set(row, c, length == 0 ? 0 : column[row] / length);
      }
    }
    QRPDecomposition_F64<DMatrixRMaj> qr =
        DecompositionFactory_DDRM.qrp(matrix.numRows, matrix.numCols);
    qr.setSingularThreshold(DEPENDENT);
    qr.decompose(matrix.copy());
    DMatrixRMaj q = qr.getQ(null, true);
    var found = new double[qr.getRank()][matrix.numRows];
    for (int c = 0; c < found.length; c++) {
      for (int row = 0; row < matrix.numRows; row++) {
        found[c][row] = q.get(row, c);
      }
    }
    return new OrthonormalColumns(found);
  }

  /** What is left of a series that none of these explains. */
  double[] without(double[] series) {
    double[] left = series.clone();
    for (int pass = 0; pass < 2; pass++) { // the second takes what rounding left of the first
      for (double[] column : columns) {
        Vectors.add(left, -Vectors.dot(left, column), column);
      }
    }
    return left;
  }

  /**
   * Leaves of many series what none of these explains.
   *
   * @param series frames x series; changed
   */
  void removeFrom(double[][] series) {
    var along = new double[series[0].length];
    for (double[] column : columns) {
      VoxelSlab.sum(column, series, along);
      for (int f = 0; f < series.length; f++) {
        Vectors.add(series[f], -column[f], along);
      }
    }
  }
}
