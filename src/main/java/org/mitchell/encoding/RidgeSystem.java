package org.mitchell.encoding;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.mitchell.fmri.VoxelRows;
import org.mitchell.jobs.Workers;

/**
 * The regression of any responses on one design X (words x features) with any penalty, through the
 * singular value decomposition X = U S V'.
 *
 * <p>With lambda = 0 singular values that are rounding noise (below max(n, p) eps s_max, as numpy's
 * matrix_rank has it) are left out, which gives the least-squares solution of smallest norm.
 */
final class RidgeSystem {
  private static final double EPSILON = Math.ulp(1.0);

  private final int words;
  private final int features;
  private final int rank;
  private final double[] singularValues;
  private final DMatrixRMaj u;
  private final DMatrixRMaj vTransposed;

  /**
   * @param design scaled (and perhaps centred) features, words x features
   */
  RidgeSystem(double[][] design) {
    this.words = design.length;
    this.features = design[0].length;
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(words, features, true, true, true);
    if (!svd.decompose(new DMatrixRMaj(design))) {
      throw new ArithmeticException(
          "the singular values of a design of " + words + " x " + features + " did not converge");
    }
    this.singularValues = svd.getSingularValues();
    this.u = svd.getU(null, false);
    this.vTransposed = svd.getV(null, true);
    this.rank = countRank();
  }

  int rank() {
    return rank;
  }

  /**
   * Coefficients per unit of response: the features x words matrix B with coefficients = B Y.
   *
   * @param ridge the penalty lambda
   */
  double[][] coefficientOperator(double ridge) {
    var operator = new double[features][words];
    for (int k = 0; k < singularValues.length; k++) {
      double s = singularValues[k];
      if (!kept(k)) {
        continue;
      }
      double factor = s / (s * s + ridge);
      for (int f = 0; f < features; f++) {
        double weight = factor * vTransposed.get(k, f);
        for (int w = 0; w < words; w++) {
          operator[f][w] += weight * u.get(w, k);
        }
      }
    }
    return operator;
  }

  /**
   * Orthonormal combinations of the words, rank x words: with D these and W the {@link
   * #featureWeights}, coefficients = W' D Y.
   */
  double[][] wordDirections() {
    var directions = new double[rank][words];
    int next = 0;
    for (int k = 0; k < singularValues.length; k++) {
      if (kept(k)) {
        for (int w = 0; w < words; w++) {
          directions[next][w] = u.get(w, k);
        }
        next++;
      }
    }
    return directions;
  }

  /** How much a feature counts in each of the {@link #wordDirections()}, rank x features. */
  double[][] featureWeights(double ridge) {
    var weights = new double[rank][features];
    int next = 0;
    for (int k = 0; k < singularValues.length; k++) {
      if (kept(k)) {
        double factor = singularValues[k] / (singularValues[k] * singularValues[k] + ridge);
        for (int f = 0; f < features; f++) {
          weights[next][f] = factor * vTransposed.get(k, f);
        }
        next++;
      }
    }
    return weights;
  }

  /**
   * Coefficients V diag(s / (s^2 + lambda)) U'Y where every voxel has a penalty of its own.
   *
   * @param images Y of the whole, words x voxels
   * @param ridges the penalties there are
   * @param choice a voxel's penalty, as a number among those
   * @param columns which voxels of the whole these are
   * @param factors by what the coefficients of each feature are multiplied
   */
  Coefficients.Part coefficients(
      VoxelRows images,
      double[] ridges,
      int[] choice,
      int[] columns,
      double[] factors,
      Workers workers) {
    int[] directions = IntStream.range(0, singularValues.length).filter(this::kept).toArray();
    if (directions.length == 0) {
      return Coefficients.Part.of(
          new double[features][1], VoxelRows.held(new double[1][columns.length]), columns, factors);
    }
    var left = new double[directions.length][words];
    var right = new double[features][directions.length];
    for (int d = 0; d < directions.length; d++) {
      for (int w = 0; w < words; w++) {
        left[d][w] = u.get(w, directions[d]);
      }
      for (int f = 0; f < features; f++) {
        right[f][d] = vTransposed.get(directions[d], f);
      }
    }
    double[][] shrunk =
        IntStream.of(directions)
            .mapToDouble(d -> singularValues[d])
            .mapToObj(s -> Arrays.stream(ridges).map(ridge -> s / (s * s + ridge)).toArray())
            .toArray(double[][]::new);
    // Held, for every group of features starts from them; the images that they come from are not.
    var along = new double[directions.length][columns.length];
    VoxelRows.overBlocks(
        columns.length,
        workers,
        (from, to) -> {
          double[][] own =
              RowCombinations.of(left, images.at(Arrays.copyOfRange(columns, from, to)));
          for (int d = 0; d < own.length; d++) {
            for (int v = from; v < to; v++) {
              along[d][v] = own[d][v - from] * shrunk[d][choice[v]];
            }
          }
        });
    return Coefficients.Part.of(right, VoxelRows.held(along), columns, factors);
  }

  /**
   * The words x words matrix A whose blocks give held-out predictions: Y_S - (A_SS)^-1 (A Y)_S.
   *
   * <p>A is I - H with H = X (X'X + lambda I)^-1 X' (and I - 11'/n - H where an intercept is
   * fitted). Where the design has full row rank that is lambda times the dual G = (X X' + lambda
   * I)^-1, and A is G: the factor cancels in the prediction, and lambda 0 needs no special case.
   * Both are sums over singular vectors, so no large numbers cancel.
   *
   * @param ridge the penalty lambda
   * @param intercept whether an unpenalised intercept is fitted; the design is then centred
   */
  double[][] residualOperator(double ridge, boolean intercept) {
    boolean fullRowRank = rank == (intercept ? words - 1 : words);
    double[][] operator = fullRowRank ? new double[words][words] : orthogonalComplement(intercept);
    double numerator = fullRowRank ? 1 : ridge;
    for (int k = 0; k < singularValues.length; k++) {
      if (kept(k)) {
        addOuter(operator, k, numerator / (singularValues[k] * singularValues[k] + ridge));
      }
    }
    return operator;
  }

  /**
   * Whether X X' + lambda I is invertible (on what an intercept leaves), so that the dual form
   * holds.
   */
  boolean dual(double ridge, boolean intercept) {
    return ridge > 0 || rank == (intercept ? words - 1 : words);
  }

  private double[][] orthogonalComplement(boolean intercept) {
    var complement = new double[words][words];
    for (int a = 0; a < words; a++) {
      for (int b = 0; b < words; b++) {
        complement[a][b] = (a == b ? 1.0 : 0.0) - (intercept ? 1.0 / words : 0.0);
      }
    }
    for (int k = 0; k < singularValues.length; k++) {
      if (kept(k)) {
        addOuter(complement, k, -1);
      }
    }
    return complement;
  }

  private void addOuter(double[][] operator, int k, double factor) {
    for (int a = 0; a < words; a++) {
      double weight = factor * u.get(a, k);
      for (int b = 0; b < words; b++) {
        operator[a][b] += weight * u.get(b, k);
      }
    }
  }

  private boolean kept(int k) {
    return singularValues[k] > smallestKept();
  }

  private double smallestKept() {
    double largest = 0;
    for (double s : singularValues) {
      largest = Math.max(largest, s);
    }
    return Math.max(words, features) * EPSILON * largest;
  }

  private int countRank() {
    int count = 0;
    for (int k = 0; k < singularValues.length; k++) {
      count += kept(k) ? 1 : 0;
    }
    return count;
  }
}
