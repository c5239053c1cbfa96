package org.mitchell.encoding;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

/**
 * Held-out predictions by their definition: scale, centre, fit on the training words, multiply. No
 * closed form.
 *
 * <p>Ridge is solved as least squares with rows sqrt(lambda) I below the features, which loses
 * fewer digits than the normal equations; without a penalty the pseudo-inverse gives the solution
 * of smallest norm.
 */
final class Refitting {
  private final double[][] raw;
  private final double[][] responses;
  private final EncodingOptions options;

  Refitting(double[][] raw, double[][] responses, EncodingOptions options) {
    this.raw = raw;
    this.responses = responses;
    this.options = options;
  }

  /** Held-out words x voxels. */
  double[][] predict(int... heldOut) {
    int[] all = IntStream.range(0, raw.length).toArray();
    int[] training =
        Arrays.stream(all).filter(w -> Arrays.stream(heldOut).noneMatch(h -> h == w)).toArray();
    boolean strict = options.preset() == Preset.STRICT;
    double[][] features = Arrays.stream(raw).map(this::lengthOne).toArray(double[][]::new);
    int[] learnt = strict ? training : all;
    boolean divided = options.scale() == Scale.ZSCORE;
    for (int f = 0; f < raw[0].length; f++) {
      if (strict || divided) {
        centre(features, learnt, f);
      }
      if (divided) {
        divideByDeviation(features, learnt, f);
      }
    }
    int voxels = responses[0].length;
    var centre = new double[voxels];
    for (int v = 0; strict && v < voxels; v++) {
      centre[v] = mean(responses, training, v);
    }
    DMatrixRMaj x = rows(features, training);
    var y = new DMatrixRMaj(training.length, voxels);
    for (int t = 0; t < training.length; t++) {
      for (int v = 0; v < voxels; v++) {
        y.set(t, v, responses[training[t]][v] - centre[v]);
      }
    }
    DMatrixRMaj predicted = CommonOps_DDRM.mult(rows(features, heldOut), coefficients(x, y), null);
    var result = new double[heldOut.length][voxels];
    for (int h = 0; h < heldOut.length; h++) {
      for (int v = 0; v < voxels; v++) {
        result[h][v] = predicted.get(h, v) + centre[v];
      }
    }
    return result;
  }

  private DMatrixRMaj coefficients(DMatrixRMaj x, DMatrixRMaj y) {
    int features = x.getNumCols();
    var coefficients = new DMatrixRMaj(features, y.getNumCols());
    if (options.ridge() == 0) {
      var inverse = new DMatrixRMaj(features, x.getNumRows());
      CommonOps_DDRM.pinv(x, inverse);
      return CommonOps_DDRM.mult(inverse, y, coefficients);
    }
    DMatrixRMaj penalty = CommonOps_DDRM.identity(features);
    CommonOps_DDRM.scale(Math.sqrt(options.ridge()), penalty);
    var solver = LinearSolverFactory_DDRM.leastSquares(x.getNumRows() + features, features);
    if (!solver.setA(CommonOps_DDRM.concatRowsMulti(x, penalty))) {
      throw new ArithmeticException("no QR decomposition");
    }
    solver.solve(
        CommonOps_DDRM.concatRowsMulti(y, new DMatrixRMaj(features, y.getNumCols())), coefficients);
    return coefficients;
  }

  private double[] lengthOne(double[] row) {
    double length = Math.sqrt(Arrays.stream(row).map(x -> x * x).sum());
    double divisor = options.scale() == Scale.UNIT && length > 0 ? length : 1;
    return Arrays.stream(row).map(x -> x / divisor).toArray();
  }

  /** The mean of a column; the column's value itself where it has only one. */
  private static double mean(double[][] rows, int[] words, int column) {
    double[] values = Arrays.stream(words).mapToDouble(w -> rows[w][column]).toArray();
    boolean constant = Arrays.stream(values).allMatch(x -> x == values[0]);
    return constant ? values[0] : Arrays.stream(values).sum() / values.length;
  }

  /** Twice, because a mean is rounded and the mean of what it leaves is not zero. */
  private static void centre(double[][] rows, int[] words, int column) {
    for (int time = 0; time < 2; time++) {
      double mean = mean(rows, words, column);
      for (double[] row : rows) {
        row[column] -= mean;
      }
    }
  }

  private static void divideByDeviation(double[][] rows, int[] words, int column) {
    double squares = Arrays.stream(words).mapToDouble(w -> rows[w][column] * rows[w][column]).sum();
    for (double[] row : rows) {
      row[column] /= squares == 0 ? 1 : Math.sqrt(squares / words.length);
    }
  }

  private static DMatrixRMaj rows(double[][] rows, int[] words) {
    return new DMatrixRMaj(Arrays.stream(words).mapToObj(w -> rows[w]).toArray(double[][]::new));
  }
}
