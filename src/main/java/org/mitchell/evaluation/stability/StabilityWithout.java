package org.mitchell.evaluation.stability;

import java.util.Arrays;

/**
 * The stability of a block of voxels with any number of words left out, as {@link StabilityBlock}
 * has it for two: with S the words left out and m words left,
 *
 * <pre>
 * u_p = sum_S z_pw^2 + (sum_S z_pw)^2 / m,    d_p = 1 / sqrt(1 - u_p),    a_w = sum_p d_p z_pw,
 * stability = (d' r d - sum_S a_w^2 - (sum_S a_w)^2 / m - P) / (P (P - 1)).
 * </pre>
 *
 * <p>It costs of the order of P (|S| + P / 2) a voxel, whatever the number of words that are left.
 * Belongs to one thread.
 */
final class StabilityWithout {
  private static final int SIZE = StabilityBlock.SIZE;

  private final StabilityBlock block;
  private final int presentations;
  private final double[][] d;
  private final double[] squares = new double[SIZE];
  private final double[] sum = new double[SIZE];
  private final double[] inner = new double[SIZE];
  private final double[] largest = new double[SIZE];
  private final double[] stability = new double[SIZE];

  StabilityWithout(StabilityBlock block) {
    this.block = block;
    this.presentations = block.presentations();
    this.d = new double[presentations][SIZE];
  }

  /** Leaves out these words, none of them twice. */
  void stability(int[] leftOut) {
    double perWordLeft = 1.0 / (block.words() - leftOut.length);
    Arrays.fill(largest, 0);
    for (int p = 0; p < presentations; p++) {
      Arrays.fill(squares, 0);
      Arrays.fill(sum, 0);
      for (int word : leftOut) {
        addSquareAndValue(block.standardised(word, p), squares, sum);
      }
      scale(squares, sum, perWordLeft, largest, d[p]);
    }
    Arrays.fill(stability, -presentations);
    addFormOfAllWords();
    Arrays.fill(sum, 0);
    for (int word : leftOut) {
      Arrays.fill(inner, 0);
      for (int p = 0; p < presentations; p++) {
        StabilityBlock.addProduct(d[p], block.standardised(word, p), inner);
      }
      takeSquare(inner, 1, stability);
      addTo(sum, inner);
    }
    takeSquare(sum, perWordLeft, stability);
  }

  /** The stability of a voxel without the words that were left out; NaN where it is undefined. */
  double stability(int voxel) {
    return block.undefined(voxel)
        ? Double.NaN
        : stability[voxel] / (presentations * (presentations - 1));
  }

  /**
   * Whether the words that were left out have nearly all of a voxel's variance: it then needs
   * {@link ExactStability}.
   */
  boolean fragile(int voxel) {
    return !block.undefined(voxel) && largest[voxel] >= StabilityBlock.FRAGILE;
  }

  private void addFormOfAllWords() {
    int pair = 0;
    for (int p = 0; p < presentations; p++) {
      Arrays.fill(inner, 0);
      for (int q = p + 1; q < presentations; q++) {
        StabilityBlock.addProduct(block.correlation(pair++), d[q], inner);
      }
      StabilityBlock.addForm(d[p], inner, stability);
    }
  }

  private static void addSquareAndValue(double[] row, double[] squares, double[] sum) {
    for (int v = 0; v < SIZE; v++) {
      squares[v] += row[v] * row[v];
      sum[v] += row[v];
    }
  }

  private static void scale(
      double[] squares, double[] sum, double perWordLeft, double[] largest, double[] d) {
    for (int v = 0; v < SIZE; v++) {
      double share = squares[v] + sum[v] * sum[v] * perWordLeft;
      largest[v] = Math.max(largest[v], share);
      d[v] = 1 / Math.sqrt(1 - share);
    }
  }

  private static void takeSquare(double[] row, double factor, double[] from) {
    for (int v = 0; v < SIZE; v++) {
      from[v] -= factor * row[v] * row[v];
    }
  }

  private static void addTo(double[] sum, double[] row) {
    for (int v = 0; v < SIZE; v++) {
      sum[v] += row[v];
    }
  }
}
