package org.mitchell.encoding;

import java.util.Arrays;
import org.mitchell.jobs.Workers;

/**
 * The leave-one-out errors of single voxels inside the training words of many folds.
 *
 * <p>Residual images R = A Y are computed once for every penalty. In a fold that leaves out the
 * words S the residuals of the other words T are R_T - A_TS (A_SS)^-1 R_S: a product for each
 * held-out word in place of one for each training word.
 */
public final class FoldVoxelErrors {
  private static final int BLOCK = 256;

  private final Candidates candidates;
  private final double[][] images;
  private final double[][][] residuals;

  private FoldVoxelErrors(Candidates candidates, double[][] images, double[][][] residuals) {
    this.candidates = candidates;
    this.images = images;
    this.residuals = residuals;
  }

  /**
   * @param images Y, words x voxels. Not copied
   */
  public static FoldVoxelErrors of(PenaltyPath path, double[][] images, Workers workers) {
    Candidates candidates = path.candidates();
    var residuals = new double[candidates.size()][][];
    for (int c = 0; c < residuals.length; c++) {
      residuals[c] = RowCombinations.of(candidates.at(c).residualOperator(), images, workers);
    }
    return new FoldVoxelErrors(candidates, images, residuals);
  }

  /** The same for a few voxels, by the calling thread alone. */
  static FoldVoxelErrors of(Candidates candidates, double[][] images) {
    var residuals = new double[candidates.size()][][];
    for (int c = 0; c < residuals.length; c++) {
      residuals[c] = RowCombinations.of(candidates.at(c).residualOperator(), images);
    }
    return new FoldVoxelErrors(candidates, images, residuals);
  }

  /**
   * The penalty of the smallest leave-one-out error among the words that are not held out, as a
   * number in the grid, for each of some voxels.
   *
   * @param voxels columns of the images
   */
  public int[] choose(int[] voxels, int... heldOut) {
    var choice = new int[voxels.length];
    FoldResiduals[] folds = candidates.foldResiduals(heldOut);
    for (int from = 0; from < voxels.length; from += BLOCK) {
      int[] block = Arrays.copyOfRange(voxels, from, Math.min(voxels.length, from + BLOCK));
      double[][] errors =
          folds.length == 0
              ? candidates.errorsWithout(heldOut).ofVoxels(gather(images, block))
              : errors(folds, block, heldOut);
      smallest(errors, choice, from);
    }
    return choice;
  }

  /** For every voxel the number of its smallest error. */
  static void smallest(double[][] errors, int[] choice, int from) {
    double[] best = errors[0].clone();
    for (int k = 1; k < errors.length; k++) {
      for (int v = 0; v < best.length; v++) {
        if (errors[k][v] < best[v] || Double.isNaN(best[v])) {
          best[v] = errors[k][v];
          choice[from + v] = k;
        }
      }
    }
  }

  private double[][] errors(FoldResiduals[] folds, int[] voxels, int[] heldOut) {
    int[] training = candidates.trainingWords(heldOut);
    var observed = new double[training.length][];
    var sum = new double[voxels.length];
    for (int t = 0; t < training.length; t++) {
      observed[t] = gather(images[training[t]], voxels);
      for (int v = 0; v < sum.length; v++) {
        sum[v] += observed[t][v];
      }
    }
    var errors = new double[folds.length][voxels.length];
    var left = new double[heldOut.length][];
    for (int k = 0; k < folds.length; k++) {
      for (int s = 0; s < left.length; s++) {
        left[s] = gather(residuals[k][heldOut[s]], voxels);
      }
      for (int t = 0; t < training.length; t++) {
        double[] residual = gather(residuals[k][training[t]], voxels);
        for (int s = 0; s < left.length; s++) {
          subtract(folds[k].down()[t][s], left[s], residual);
        }
        double scale = folds[k].inverse()[t];
        double mean = folds[k].mean()[t];
        addSquares(scale, residual, mean, observed[t], sum, errors[k]);
      }
    }
    return errors;
  }

  private static void subtract(double factor, double[] row, double[] from) {
    for (int v = 0; v < row.length; v++) {
      from[v] -= factor * row[v];
    }
  }

  private static void addSquares(
      double scale, double[] residual, double mean, double[] y, double[] sum, double[] errors) {
    for (int v = 0; v < errors.length; v++) {
      double error = scale * residual[v] - mean * (sum[v] - y[v]);
      errors[v] += error * error;
    }
  }

  private static double[][] gather(double[][] rows, int[] columns) {
    return Arrays.stream(rows).map(row -> gather(row, columns)).toArray(double[][]::new);
  }

  private static double[] gather(double[] row, int[] columns) {
    var gathered = new double[columns.length];
    for (int c = 0; c < gathered.length; c++) {
      gathered[c] = row[columns[c]];
    }
    return gathered;
  }
}
