package org.mitchell.evaluation.stability;

import java.util.Arrays;
import org.mitchell.fmri.Responses;

/**
 * The stability of a block of voxels, over all words or with two words left out; {@link
 * StabilityWithout} leaves out any others.
 *
 * <p>The stability of a voxel is the mean over all pairs of presentations of the Pearson
 * correlation, across words, of its responses. With the responses to presentation p centred and
 * scaled to unit length, z_p, and r_pq = z_p . z_q, leaving out the words i and j leaves vectors of
 * squared length 1 - u_p with
 *
 * <pre>u_p = z_pi^2 + z_pj^2 + (z_pi + z_pj)^2 / m,    m = words left,    d_p = 1 / sqrt(1 - u_p)
 * </pre>
 *
 * and since the mean pairwise correlation of P unit vectors is (|their sum|^2 - P) / (P (P - 1)),
 *
 * <pre>
 * stability = (d' r d - a_i^2 - a_j^2 - (a_i + a_j)^2 / m - P) / (P (P - 1)),    a_w = sum_p d_p z_pw.
 * </pre>
 *
 * <p>This is exact; it costs one square root and one division a presentation, whatever the number
 * of words. The loops run over the voxels of the block, one array a row, which the compiler turns
 * into vector instructions.
 */
final class StabilityBlock {
  /** Voxels a block: the rows that one fold touches stay in the first-level cache. */
  static final int SIZE = 128;

  /**
   * Where leaving out words may take nearly all of a voxel's variance, subtraction loses the
   * digits.
   */
  static final double FRAGILE = 1 - 1e-6;

  private final int words;
  private final int presentations;
  private final int filled;
  private final double[][] z;
  private final double[][] r;
  private final boolean[] undefined = new boolean[SIZE];

  /**
   * @param columns the voxel columns of the responses; those from {@code from} on, at most {@link
   *     #SIZE}, make the block
   * @param presentations how many presentations of each word are used, at least 2
   */
  StabilityBlock(Responses responses, int[] columns, int from, int presentations) {
    this.words = responses.stimuli().size();
    this.presentations = presentations;
    this.filled = Math.min(SIZE, columns.length - from);
    this.z = new double[words * presentations][SIZE];
    this.r = new double[presentations * (presentations - 1) / 2][SIZE];
    for (int p = 0; p < presentations; p++) {
      gather(responses, columns, from, p);
      standardise(p);
    }
    correlate();
  }

  int words() {
    return words;
  }

  int presentations() {
    return presentations;
  }

  /** z_pw, a value a voxel. Not to be changed. */
  double[] standardised(int word, int presentation) {
    return z[word * presentations + presentation];
  }

  /**
   * r_pq, a value a voxel, the pairs of presentations in the order (0, 1), (0, 2), ... Not to be
   * changed.
   */
  double[] correlation(int pair) {
    return r[pair];
  }

  /** How many voxels the block holds. */
  int filled() {
    return filled;
  }

  /**
   * Whether a voxel is constant in some presentation, so that its stability is undefined whatever
   * is left out.
   */
  boolean undefined(int voxel) {
    return undefined[voxel];
  }

  /** The stability over all words, NaN where it is undefined. */
  double stability(int voxel) {
    if (undefined[voxel]) {
      return Double.NaN;
    }
    double sum = 0;
    for (double[] row : r) {
      sum += row[voxel];
    }
    return 2 * sum / (presentations * (presentations - 1));
  }

  /**
   * The stability of all voxels of the block without the held-out words, written from {@code
   * out[offset]} on. Meaningless where a voxel is undefined or fragile.
   *
   * @param out at least {@link #SIZE} elements from the offset on
   */
  void stability(int first, int second, Scratch scratch, double[] out, int offset) {
    double perWordLeft = 1.0 / (words - 2);
    Arrays.fill(scratch.first, 0);
    Arrays.fill(scratch.second, 0);
    Arrays.fill(scratch.form, 0);
    for (int p = 0; p < presentations; p++) {
      scale(
          z[first * presentations + p],
          z[second * presentations + p],
          perWordLeft,
          scratch.d[p],
          scratch.first,
          scratch.second);
    }
    int pair = 0;
    for (int p = 0; p < presentations; p++) {
      Arrays.fill(scratch.inner, 0);
      for (int q = p + 1; q < presentations; q++) {
        addProduct(r[pair++], scratch.d[q], scratch.inner);
      }
      addForm(scratch.d[p], scratch.inner, scratch.form);
    }
    finish(scratch, perWordLeft, out, offset);
  }

  /**
   * Upper bounds of {@link #stability(int, int, Scratch, double[], int)} over all pairs of held-out
   * words, a value a voxel.
   *
   * <p>The sum over p of d_p y_p, with y_p what is left of z_p, is at most |sum y_p| + sum (d_p -
   * 1) |y_p| long, and (d_p - 1) |y_p| = 1 - sqrt(1 - u_p), convex in u_p. |sum y_p|^2 is at most
   * |sum z_p|^2 less the two smallest a_w^2 (with d = 1), and u_p at most (1 + 2/m) (z_pi^2 +
   * z_pj^2).
   *
   * @return 1 where a voxel is fragile, NaN where it is undefined
   */
  double[] upperBoundsOverPairs() {
    double share = 1 + 2.0 / (words - 2);
    double[] largest = largestShareOfPairs();
    var lowest = filledWith(Double.POSITIVE_INFINITY);
    var nextLowest = filledWith(Double.POSITIVE_INFINITY);
    var highest = new double[SIZE];
    var nextHighest = new double[SIZE];
    for (int w = 0; w < words; w++) {
      var sum = new double[SIZE];
      var squares = new double[SIZE];
      for (int p = 0; p < presentations; p++) {
        addValueAndSquare(z[w * presentations + p], sum, squares);
      }
      keepTwoLowest(sum, lowest, nextLowest);
      keepTwoHighest(squares, highest, nextHighest);
    }
    var bounds = new double[SIZE];
    for (int v = 0; v < filled; v++) {
      double whole = presentations * (1 + (presentations - 1) * stability(v));
      double left = Math.sqrt(Math.max(0, whole - lowest[v] - nextLowest[v]));
      double stretch =
          share * (highest[v] + nextHighest[v]) * (1 - Math.sqrt(1 - largest[v])) / largest[v];
      double longest = left + stretch;
      double bound = (longest * longest - presentations) / (presentations * (presentations - 1));
      bounds[v] = undefined[v] ? Double.NaN : largest[v] >= FRAGILE ? 1 : bound;
    }
    return bounds;
  }

  /**
   * Whether leaving out two words may take nearly all of a voxel's variance: it then needs {@link
   * ExactStability}.
   */
  boolean[] fragile() {
    double[] largest = largestShareOfPairs();
    var fragile = new boolean[SIZE];
    for (int v = 0; v < filled; v++) {
      fragile[v] = !undefined[v] && largest[v] >= FRAGILE;
    }
    return fragile;
  }

  /** An upper bound of u_p over all pairs of words and all presentations, a value a voxel. */
  private double[] largestShareOfPairs() {
    double share = 1 + 2.0 / (words - 2);
    var largest = new double[SIZE];
    for (int p = 0; p < presentations; p++) {
      var highest = new double[SIZE];
      var next = new double[SIZE];
      for (int w = 0; w < words; w++) {
        keepTwoHighestSquares(z[w * presentations + p], highest, next);
      }
      for (int v = 0; v < SIZE; v++) {
        largest[v] = Math.max(largest[v], share * (highest[v] + next[v]));
      }
    }
    return largest;
  }

  /** Working rows of one thread. */
  static final class Scratch {
    private final double[][] d;
    private final double[] first = new double[SIZE];
    private final double[] second = new double[SIZE];
    private final double[] inner = new double[SIZE];
    private final double[] form = new double[SIZE];

    Scratch(int presentations) {
      d = new double[presentations][SIZE];
    }
  }

  /**
   * The first word's value is taken off, exactly: large means must not cost the digits of small
   * deviations.
   */
  private void gather(Responses responses, int[] columns, int from, int presentation) {
    float[] first = responses.trial(0, presentation);
    for (int w = 0; w < words; w++) {
      float[] trial = responses.trial(w, presentation);
      double[] row = z[w * presentations + presentation];
      for (int v = 0; v < filled; v++) {
        row[v] = (double) trial[columns[from + v]] - first[columns[from + v]];
      }
    }
  }

  private void standardise(int p) {
    var mean = new double[SIZE];
    var squares = new double[SIZE];
    var varies = new boolean[SIZE];
    double[] firstRow = z[p];
    for (int w = 0; w < words; w++) {
      double[] row = z[w * presentations + p];
      for (int v = 0; v < SIZE; v++) {
        mean[v] += row[v];
        varies[v] |= row[v] != firstRow[v];
      }
    }
    for (int w = 0; w < words; w++) {
      double[] row = z[w * presentations + p];
      for (int v = 0; v < SIZE; v++) {
        double deviation = row[v] - mean[v] / words;
        squares[v] += deviation * deviation;
      }
    }
    for (int v = 0; v < SIZE; v++) {
      undefined[v] |= !varies[v];
      squares[v] = varies[v] ? 1 / Math.sqrt(squares[v]) : 0;
    }
    for (int w = 0; w < words; w++) {
      double[] row = z[w * presentations + p];
      for (int v = 0; v < SIZE; v++) {
        row[v] = (row[v] - mean[v] / words) * squares[v];
      }
    }
  }

  private void correlate() {
    for (int w = 0; w < words; w++) {
      int pair = 0;
      for (int p = 0; p < presentations; p++) {
        for (int q = p + 1; q < presentations; q++) {
          addProduct(z[w * presentations + p], z[w * presentations + q], r[pair++]);
        }
      }
    }
  }

  private static void scale(
      double[] zi, double[] zj, double perWordLeft, double[] d, double[] ai, double[] aj) {
    for (int v = 0; v < SIZE; v++) {
      double sum = zi[v] + zj[v];
      double scale = 1 / Math.sqrt(1 - (zi[v] * zi[v] + zj[v] * zj[v] + sum * sum * perWordLeft));
      d[v] = scale;
      ai[v] += scale * zi[v];
      aj[v] += scale * zj[v];
    }
  }

  static void addProduct(double[] a, double[] b, double[] sum) {
    for (int v = 0; v < SIZE; v++) {
      sum[v] += a[v] * b[v];
    }
  }

  private static void addValueAndSquare(double[] row, double[] sum, double[] squares) {
    for (int v = 0; v < SIZE; v++) {
      sum[v] += row[v];
      squares[v] += row[v] * row[v];
    }
  }

  private static void keepTwoHighestSquares(double[] row, double[] highest, double[] next) {
    for (int v = 0; v < SIZE; v++) {
      double square = row[v] * row[v];
      next[v] = Math.max(next[v], Math.min(highest[v], square));
      highest[v] = Math.max(highest[v], square);
    }
  }

  private static void keepTwoHighest(double[] row, double[] highest, double[] next) {
    for (int v = 0; v < SIZE; v++) {
      next[v] = Math.max(next[v], Math.min(highest[v], row[v]));
      highest[v] = Math.max(highest[v], row[v]);
    }
  }

  private static void keepTwoLowest(double[] sum, double[] lowest, double[] next) {
    for (int v = 0; v < SIZE; v++) {
      double square = sum[v] * sum[v];
      next[v] = Math.min(next[v], Math.max(lowest[v], square));
      lowest[v] = Math.min(lowest[v], square);
    }
  }

  private static double[] filledWith(double value) {
    var row = new double[SIZE];
    Arrays.fill(row, value);
    return row;
  }

  static void addForm(double[] d, double[] inner, double[] form) {
    for (int v = 0; v < SIZE; v++) {
      form[v] += d[v] * (d[v] + 2 * inner[v]);
    }
  }

  private void finish(Scratch scratch, double perWordLeft, double[] out, int offset) {
    double[] ai = scratch.first;
    double[] aj = scratch.second;
    double[] form = scratch.form;
    double pairs = presentations * (presentations - 1);
    for (int v = 0; v < SIZE; v++) {
      double both = ai[v] + aj[v];
      form[v] =
          (form[v] - ai[v] * ai[v] - aj[v] * aj[v] - both * both * perWordLeft - presentations)
              / pairs;
    }
    System.arraycopy(form, 0, out, offset, SIZE);
  }
}
