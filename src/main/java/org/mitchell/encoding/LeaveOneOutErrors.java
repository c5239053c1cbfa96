package org.mitchell.encoding;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.mitchell.fmri.VoxelRows;
import org.mitchell.jobs.Workers;

/**
 * The errors with which each of some words is predicted by a model of the others, for every penalty
 * of a grid, without fitting a model a word.
 *
 * <p>With the residual operator A of all the words the error of word t is (A Y)_t / A_tt (Allen
 * 1974). Where that is 0 / 0, because without a penalty the word alone spans a direction, the model
 * of the others is fitted. The images are taken as deviations from the mean image of the other
 * words, in preset paper too: if the held-out image were in the mean that was removed, a model
 * could tell it from the others', and one without penalty that spans all words would be chosen for
 * predicting it exactly. So errors do not depend on which mean was removed, and in preset strict,
 * whose intercept takes up the mean, this changes nothing.
 */
public final class LeaveOneOutErrors {
  /**
   * Below this share of the largest diagonal element of A, closed form and rounding would differ
   * too little.
   */
  static final double SINGULAR = 1e-8;

  private static final int BLOCK = 256;

  private final int[] words;
  private final int penalties;

  /**
   * E transposed, of all penalties side by side: for every word w the weights that its image has in
   * the errors of all words at the first penalty, then at the second, ...
   */
  private final double[][] weights;

  private LeaveOneOutErrors(int[] words, int penalties, double[][] weights) {
    this.words = words;
    this.penalties = penalties;
    this.weights = weights;
  }

  /** The model of all words but one, where the closed form does not hold. */
  interface Refit {
    /** The weights of the words' images in the prediction of {@code word}, a position in T. */
    double[] weights(int penalty, int word);
  }

  /**
   * @param words the numbers of the words T among the rows of the images
   * @param operators A of those words, a T x T matrix a penalty
   */
  static LeaveOneOutErrors of(int[] words, double[][][] operators, Refit refit) {
    int count = words.length;
    var weights = new double[count][operators.length * count];
    for (int k = 0; k < operators.length; k++) {
      double[][] a = operators[k];
      double largest = 0;
      for (int t = 0; t < count; t++) {
        largest = Math.max(largest, a[t][t]);
      }
      var inverse = new double[count];
      for (int t = 0; t < count; t++) {
        inverse[t] = a[t][t] > SINGULAR * largest ? 1 / a[t][t] : 0;
      }
      int from = k * count;
      for (int w = 0; w < count; w++) {
        for (int t = 0; t < count; t++) {
          weights[w][from + t] = a[w][t] * inverse[t];
        }
      }
      for (int t = 0; t < count; t++) {
        if (inverse[t] == 0) {
          double[] predicted = refit.weights(k, t);
          for (int w = 0; w < count; w++) {
            weights[w][from + t] = -predicted[w];
          }
        }
        weights[t][from + t] = 1;
      }
    }
    removeMeanOfOthers(weights, operators.length);
    return new LeaveOneOutErrors(words, operators.length, weights);
  }

  /** Errors of deviations from the mean of the other words: those weights that sum to 0. */
  private static void removeMeanOfOthers(double[][] weights, int penalties) {
    int count = weights.length;
    var sums = new double[penalties * count];
    for (double[] row : weights) {
      for (int e = 0; e < sums.length; e++) {
        sums[e] += row[e];
      }
    }
    for (int e = 0; e < sums.length; e++) {
      sums[e] /= Math.max(1, count - 1);
    }
    for (int w = 0; w < count; w++) {
      double[] row = weights[w];
      for (int e = 0; e < sums.length; e++) {
        row[e] -= sums[e];
      }
      for (int k = 0; k < penalties; k++) {
        row[k * count + w] = 1;
      }
    }
  }

  /** The words that are predicted and trained on, as row numbers of the images. */
  public int[] words() {
    return words.clone();
  }

  /**
   * The sums of squared errors over words and voxels, one a penalty, from the inner products of the
   * images alone: the sum over t of E_t G E_t'.
   *
   * @param products G, inner products over voxels of all words' images; rows and columns of words
   *     that are left out are not looked at
   */
  public double[] sums(double[][] products) {
    int count = words.length;
    int columns = penalties * count;
    var squares = new double[columns];
    var half = new double[count];
    for (int i = 0; i < count; i++) {
      // G is symmetric: half its diagonal and what is right of it, doubled, is the whole form.
      for (int j = i; j < count; j++) {
        half[j] = products[words[i]][words[j]];
      }
      half[i] /= 2;
      var inner = new double[columns];
      RowCombinations.combine(half, i, weights, inner, 0, columns);
      double[] row = weights[i];
      for (int e = 0; e < columns; e++) {
        squares[e] += row[e] * inner[e];
      }
    }
    var sums = new double[penalties];
    for (int k = 0; k < penalties; k++) {
      for (int t = 0; t < count; t++) {
        sums[k] += 2 * squares[k * count + t];
      }
    }
    return sums;
  }

  /**
   * The inner product over words and voxels of the errors at one penalty with those of other models
   * of the same words: the sum over t of E_t G F_t'.
   *
   * @param products as for {@link #sums}
   */
  double product(int penalty, LeaveOneOutErrors other, int otherPenalty, double[][] products) {
    int count = words.length;
    double sum = 0;
    for (int i = 0; i < count; i++) {
      for (int t = 0; t < count; t++) {
        double inner = 0;
        for (int j = 0; j < count; j++) {
          inner += products[words[i]][words[j]] * other.weights[j][otherPenalty * count + t];
        }
        sum += weights[i][penalty * count + t] * inner;
      }
    }
    return sum;
  }

  /**
   * The errors of every voxel at a penalty of its own.
   *
   * @param choice a penalty a voxel, as a number in the grid
   * @param images Y, words x voxels
   * @param voxels which of their columns
   * @return words x voxels
   */
  double[][] errors(int[] choice, double[][] images, int[] voxels) {
    int count = words.length;
    var errors = new double[count][voxels.length];
    for (int w = 0; w < count; w++) {
      double[] row = images[words[w]];
      double[] own = weights[w];
      for (int t = 0; t < count; t++) {
        double[] sum = errors[t];
        for (int v = 0; v < voxels.length; v++) {
          sum[v] += own[choice[v] * count + t] * row[voxels[v]];
        }
      }
    }
    return errors;
  }

  /**
   * The sums of squared errors over words, of every voxel.
   *
   * @param images Y, words x voxels; rows of words that are left out are not looked at
   * @return penalties x voxels
   */
  public double[][] ofVoxels(VoxelRows images, Workers workers) {
    int voxels = images.voxels();
    var sums = new double[penalties][voxels];
    double[][][] factors = factors(workers);
    workers.forEach(
        (voxels + BLOCK - 1) / BLOCK,
        block -> {
          int from = block * BLOCK;
          addSquares(factors, images.block(from, Math.min(voxels, from + BLOCK)), from, sums);
        });
    return sums;
  }

  /**
   * The penalty of the smallest error of every voxel, as a number in the grid.
   *
   * @param images as for {@link #ofVoxels}
   */
  public int[] choose(VoxelRows images, Workers workers) {
    var choice = new int[images.voxels()];
    double[][][] factors = factors(workers);
    workers.forEach(
        (choice.length + BLOCK - 1) / BLOCK,
        block -> {
          int from = block * BLOCK;
          double[][] own = images.block(from, Math.min(choice.length, from + BLOCK));
          var sums = new double[penalties][own[0].length];
          addSquares(factors, own, 0, sums);
          FoldVoxelErrors.smallest(sums, choice, from);
        });
    return choice;
  }

  private double[][][] factors(Workers workers) {
    var factors = new double[penalties][][];
    workers.forEach(penalties, k -> factors[k] = triangularFactor(k));
    return factors;
  }

  /**
   * The penalty of the smallest sum of errors, as a number in the grid.
   *
   * @param products as for {@link #sums}
   */
  public int choose(double[][] products) {
    return PenaltyGrid.smallest(sums(products));
  }

  /** The same for a few voxels, by the calling thread alone. */
  double[][] ofVoxels(double[][] images) {
    var sums = new double[penalties][images[0].length];
    var factors = new double[penalties][][];
    for (int k = 0; k < penalties; k++) {
      factors[k] = triangularFactor(k);
    }
    addSquares(factors, images, 0, sums);
    return sums;
  }

  private void addSquares(double[][][] factors, double[][] images, int from, double[][] sums) {
    var rows = new double[words.length][];
    for (int t = 0; t < rows.length; t++) {
      rows[t] = images[words[t]];
    }
    for (int k = 0; k < penalties; k++) {
      squaredLengths(factors[k], rows, sums[k], from);
    }
  }

  /**
   * The upper triangular R of E = Q R: |E y| is |R y|, at half the work and with nothing that
   * cancels.
   */
  private double[][] triangularFactor(int penalty) {
    int count = words.length;
    var e = new DMatrixRMaj(count, count);
    for (int t = 0; t < count; t++) {
      for (int w = 0; w < count; w++) {
        e.set(t, w, weights[w][penalty * count + t]);
      }
    }
    var qr = DecompositionFactory_DDRM.qr(count, count);
    // It says no where a column is exactly 0 below the diagonal, as errors have that do not see the
    // mean; R is right all the same.
    qr.decompose(e);
    return qr.getR(null, true).get2DData();
  }

  private static void squaredLengths(double[][] factor, double[][] rows, double[] sums, int from) {
    int voxels = rows[0].length;
    int r = 0;
    for (; r + 2 <= factor.length; r += 2) {
      var one = new double[voxels];
      var two = new double[voxels];
      combineTwo(factor[r], factor[r + 1], r, rows, one, two);
      for (int v = 0; v < voxels; v++) {
        sums[from + v] += one[v] * one[v] + two[v] * two[v];
      }
    }
    for (; r < factor.length; r++) {
      var one = new double[voxels];
      RowCombinations.combine(factor[r], r, rows, one, 0, voxels);
      for (int v = 0; v < voxels; v++) {
        sums[from + v] += one[v] * one[v];
      }
    }
  }

  /** Two rows of the factor at once, from column {@code first} on: the images are read once. */
  private static void combineTwo(
      double[] p, double[] q, int first, double[][] rows, double[] one, double[] two) {
    int w = first;
    for (; w + 4 <= p.length; w += 4) {
      addFour(
          p[w],
          p[w + 1],
          p[w + 2],
          p[w + 3],
          q[w],
          q[w + 1],
          q[w + 2],
          q[w + 3],
          rows[w],
          rows[w + 1],
          rows[w + 2],
          rows[w + 3],
          one,
          two);
    }
    for (; w < p.length; w++) {
      addOne(p[w], q[w], rows[w], one, two);
    }
  }

  private static void addFour(
      double pa,
      double pb,
      double pc,
      double pd,
      double qa,
      double qb,
      double qc,
      double qd,
      double[] a,
      double[] b,
      double[] c,
      double[] d,
      double[] one,
      double[] two) {
    for (int v = 0; v < one.length; v++) {
      one[v] = (((one[v] + pa * a[v]) + pb * b[v]) + pc * c[v]) + pd * d[v];
      two[v] = (((two[v] + qa * a[v]) + qb * b[v]) + qc * c[v]) + qd * d[v];
    }
  }

  private static void addOne(double p, double q, double[] a, double[] one, double[] two) {
    for (int v = 0; v < one.length; v++) {
      one[v] += p * a[v];
      two[v] += q * a[v];
    }
  }
}
