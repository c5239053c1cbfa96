package org.mitchell.evaluation.stability;

import java.util.Arrays;
import org.mitchell.fmri.Responses;

/**
 * The stability of a block of voxels over all words, and bounds of what it can become in any fold
 * that leaves out two words; at a small part of the cost of the folds themselves.
 *
 * <p>In the terms of {@link StabilityBlock}, with y_p what is left of z_p, A_w = sum_p z_pw, Z =
 * sum_p z_p, rho_p = z_p . Z and n words, of which m = n - 2 are left, stability is (|sum_p d_p
 * y_p|^2 - P) / (P (P - 1)), and
 *
 * <pre>
 * |sum d_p y_p|^2 = |Y|^2 + 2 sum (d_p - 1) y_p . Y + |sum (d_p - 1) y_p|^2,    Y = sum_p y_p.
 * </pre>
 *
 * <p>Each term is bounded by a sum of one value of each of the two words: |Y|^2 is at most |Z|^2 -
 * A_i^2 - A_j^2; u_p at most (1 + 2/m) (z_pi^2 + z_pj^2), and with L the largest of that for any p,
 * i, j the convex d_p - 1 is at most u_p (1 / sqrt(1 - L) - 1) / L and (d_p - 1) |y_p| = 1 - sqrt(1
 * - u_p) at most u_p (1 - sqrt(1 - L)) / L; y_p . Y is at most rho_p + E, where E is the most that
 * two words whose value in a presentation has another sign than their sum can add. Where that is
 * less, the bound is (|Y| + sum (d_p - 1) |y_p|)^2, each part the largest of any two words.
 */
final class StabilityBounds {
  private static final int SIZE = StandardisedBlock.SIZE;

  private final StandardisedBlock block;
  private final int presentations;

  /** A_w, words x voxels. */
  private final double[][] sums;

  /** |Z|^2. */
  private final double[] whole = new double[SIZE];

  /** L. */
  private final double[] largest = new double[SIZE];

  private final double[] bounds;

  StabilityBounds(Responses responses, int[] columns, int from, int presentations) {
    this.block = new StandardisedBlock(responses, columns, from, presentations);
    this.presentations = presentations;
    this.sums = new double[block.words()][SIZE];
    TwoHighest squares = sumPresentations();
    double largestValue = findLargestShare();
    this.bounds = overPairs(squares, largestValue);
  }

  /** How many voxels the block holds. */
  int filled() {
    return block.filled();
  }

  /** The stability over all words, NaN where it is undefined. */
  double stability(int voxel) {
    return block.undefined(voxel) ? Double.NaN : stabilityOf(whole[voxel]);
  }

  /**
   * An upper bound of the stability in any fold that leaves out two words; 1 where a voxel is
   * fragile, NaN where it is undefined.
   */
  double overPairs(int voxel) {
    return block.undefined(voxel) ? Double.NaN : fragile(voxel) ? 1 : bounds[voxel];
  }

  /**
   * Whether leaving out two words may take nearly all of a voxel's variance: it then needs {@link
   * ExactStability}.
   */
  boolean fragile(int voxel) {
    return !block.undefined(voxel) && largest[voxel] >= StabilityBlock.FRAGILE;
  }

  private double stabilityOf(double squaredLength) {
    return (squaredLength - presentations) / (presentations * (presentations - 1));
  }

  /** Fills A_w and |Z|^2; gives the two highest sums of squares of any words. */
  private TwoHighest sumPresentations() {
    var highest = new TwoHighest();
    var squares = new double[SIZE];
    for (int w = 0; w < sums.length; w++) {
      Arrays.fill(squares, 0);
      for (int p = 0; p < presentations; p++) {
        addValueAndSquare(block.row(w, p), sums[w], squares);
      }
      StabilityBlock.addProduct(sums[w], sums[w], whole);
      highest.take(squares);
    }
    return highest;
  }

  /** Fills L; gives the largest value of any word, presentation and voxel. */
  private double findLargestShare() {
    double share = share();
    double largestSquare = 0;
    var highest = new TwoHighest();
    for (int p = 0; p < presentations; p++) {
      highest.clear();
      for (int w = 0; w < sums.length; w++) {
        highest.takeSquares(block.row(w, p));
      }
      for (int v = 0; v < SIZE; v++) {
        largest[v] = Math.max(largest[v], share * (highest.first[v] + highest.second[v]));
        largestSquare = Math.max(largestSquare, highest.first[v]);
      }
    }
    return Math.sqrt(largestSquare);
  }

  private double[] overPairs(TwoHighest squares, double largestValue) {
    double share = share();
    double[] against = againstTheirSum(largestValue);
    var factors = new double[presentations][SIZE];
    for (int p = 0; p < presentations; p++) {
      double[] rho = new double[SIZE];
      for (int w = 0; w < sums.length; w++) {
        StabilityBlock.addProduct(block.row(w, p), sums[w], rho);
      }
      for (int v = 0; v < SIZE; v++) {
        double convex = (1 / Math.sqrt(1 - largest[v]) - 1) / largest[v];
        factors[p][v] = 2 * convex * share * Math.max(0, rho[v] + against[v]);
      }
    }
    var gains = new TwoHighest();
    var losses = new TwoHighest();
    var gain = new double[SIZE];
    for (int w = 0; w < sums.length; w++) {
      Arrays.fill(gain, 0);
      subtractSquare(sums[w], gain);
      losses.take(gain);
      for (int p = 0; p < presentations; p++) {
        addSquareTimes(block.row(w, p), factors[p], gain);
      }
      gains.take(gain);
    }
    var found = new double[SIZE];
    for (int v = 0; v < SIZE; v++) {
      double shrunk = (1 - Math.sqrt(1 - largest[v])) / largest[v];
      double rest = shrunk * share * (squares.first[v] + squares.second[v]);
      double left = Math.max(0, whole[v] + losses.first[v] + losses.second[v]);
      double apart = Math.sqrt(left) + rest;
      double together = whole[v] + gains.first[v] + gains.second[v] + rest * rest;
      found[v] = stabilityOf(Math.min(together, apart * apart));
    }
    return found;
  }

  /** E. */
  private double[] againstTheirSum(double largestValue) {
    var opposed = new TwoHighest();
    var ofWord = new double[SIZE];
    var largestSum = new double[SIZE];
    for (double[] sum : sums) {
      keepSize(sum, largestSum);
    }
    for (int w = 0; w < sums.length; w++) {
      Arrays.fill(ofWord, 0);
      for (int p = 0; p < presentations; p++) {
        keepOpposed(block.row(w, p), sums[w], ofWord);
      }
      opposed.take(ofWord);
    }
    double perWordLeft = 1.0 / (sums.length - 2);
    var against = new double[SIZE];
    for (int v = 0; v < SIZE; v++) {
      against[v] =
          (1 + perWordLeft) * (opposed.first[v] + opposed.second[v])
              + 2 * perWordLeft * largestValue * largestSum[v];
    }
    return against;
  }

  private double share() {
    return 1 + 2.0 / (sums.length - 2);
  }

  private static void addValueAndSquare(double[] row, double[] sum, double[] squares) {
    for (int v = 0; v < SIZE; v++) {
      sum[v] += row[v];
      squares[v] += row[v] * row[v];
    }
  }

  private static void addSquareTimes(double[] row, double[] factors, double[] sum) {
    for (int v = 0; v < SIZE; v++) {
      sum[v] += row[v] * row[v] * factors[v];
    }
  }

  private static void subtractSquare(double[] row, double[] from) {
    for (int v = 0; v < SIZE; v++) {
      from[v] -= row[v] * row[v];
    }
  }

  private static void keepSize(double[] row, double[] highest) {
    for (int v = 0; v < SIZE; v++) {
      highest[v] = Math.max(highest[v], Math.abs(row[v]));
    }
  }

  private static void keepOpposed(double[] row, double[] sum, double[] highest) {
    for (int v = 0; v < SIZE; v++) {
      highest[v] = Math.max(highest[v], -row[v] * sum[v]);
    }
  }

  /** The two highest of the values that were taken, for each voxel. */
  private static final class TwoHighest {
    private final double[] first = new double[SIZE];
    private final double[] second = new double[SIZE];

    TwoHighest() {
      clear();
    }

    final void clear() {
      Arrays.fill(first, Double.NEGATIVE_INFINITY);
      Arrays.fill(second, Double.NEGATIVE_INFINITY);
    }

    void take(double[] values) {
      double[] high = first;
      double[] next = second;
      for (int v = 0; v < SIZE; v++) {
        next[v] = Math.max(next[v], Math.min(high[v], values[v]));
        high[v] = Math.max(high[v], values[v]);
      }
    }

    void takeSquares(double[] values) {
      double[] high = first;
      double[] next = second;
      for (int v = 0; v < SIZE; v++) {
        double square = values[v] * values[v];
        next[v] = Math.max(next[v], Math.min(high[v], square));
        high[v] = Math.max(high[v], square);
      }
    }
  }
}
