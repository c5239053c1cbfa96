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
  static final int SIZE = StandardisedBlock.SIZE;

  /**
   * Where leaving out words may take nearly all of a voxel's variance, subtraction loses the
   * digits.
   */
  static final double FRAGILE = 1 - 1e-6;

  private final StandardisedBlock z;
  private final int words;
  private final int presentations;
  private final double[][] r;

  /**
   * @param columns the voxel columns of the responses; those from {@code from} on, at most {@link
   *     #SIZE}, make the block
   * @param presentations how many presentations of each word are used, at least 2
   */
  StabilityBlock(Responses responses, int[] columns, int from, int presentations) {
    this.z = new StandardisedBlock(responses, columns, from, presentations);
    this.words = z.words();
    this.presentations = presentations;
    this.r = new double[presentations * (presentations - 1) / 2][SIZE];
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
    return z.row(word, presentation);
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
    return z.filled();
  }

  /**
   * Whether a voxel is constant in some presentation, so that its stability is undefined whatever
   * is left out.
   */
  boolean undefined(int voxel) {
    return z.undefined(voxel);
  }

  /** The stability over all words, NaN where it is undefined. */
  double stability(int voxel) {
    if (z.undefined(voxel)) {
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
          z.row(first, p),
          z.row(second, p),
          perWordLeft,
          scratch.d[p],
          scratch.first,
          scratch.second);
    }
    addQuadraticForm(scratch);
    finish(scratch, perWordLeft, out, offset);
  }

  /**
   * d' r d with ones on the diagonal of r: of each presentation with those after it, four at a time
   * where there are more.
   */
  private void addQuadraticForm(Scratch scratch) {
    double[][] d = scratch.d;
    int pair = 0;
    for (int p = 0; p < presentations; p++) {
      int q = p + 1;
      double[] inner = scratch.zeros;
      if (q + 4 <= presentations) {
        inner = scratch.inner;
        Arrays.fill(inner, 0);
      }
      for (; q + 4 <= presentations; q += 4, pair += 4) {
        addFourProducts(
            r[pair],
            d[q],
            r[pair + 1],
            d[q + 1],
            r[pair + 2],
            d[q + 2],
            r[pair + 3],
            d[q + 3],
            inner);
      }
      switch (presentations - q) {
        case 0 -> addForm(d[p], inner, scratch.form);
        case 1 -> addForm(d[p], inner, r[pair], d[q], scratch.form);
        case 2 -> addForm(d[p], inner, r[pair], d[q], r[pair + 1], d[q + 1], scratch.form);
        default ->
            addForm(
                d[p],
                inner,
                r[pair],
                d[q],
                r[pair + 1],
                d[q + 1],
                r[pair + 2],
                d[q + 2],
                scratch.form);
      }
      pair += presentations - q;
    }
  }

  /** Working rows of one thread. */
  static final class Scratch {
    private final double[][] d;
    private final double[] first = new double[SIZE];
    private final double[] second = new double[SIZE];
    private final double[] inner = new double[SIZE];
    private final double[] zeros = new double[SIZE];
    private final double[] form = new double[SIZE];

    Scratch(int presentations) {
      d = new double[presentations][SIZE];
    }
  }

  private void correlate() {
    for (int w = 0; w < words; w++) {
      int pair = 0;
      for (int p = 0; p < presentations; p++) {
        for (int q = p + 1; q < presentations; q++) {
          addProduct(z.row(w, p), z.row(w, q), r[pair++]);
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

  static void addForm(double[] d, double[] inner, double[] form) {
    for (int v = 0; v < SIZE; v++) {
      form[v] += d[v] * (d[v] + 2 * inner[v]);
    }
  }

  private static void addForm(double[] d, double[] inner, double[] ra, double[] da, double[] form) {
    for (int v = 0; v < SIZE; v++) {
      form[v] += d[v] * (d[v] + 2 * (inner[v] + ra[v] * da[v]));
    }
  }

  private static void addForm(
      double[] d,
      double[] inner,
      double[] ra,
      double[] da,
      double[] rb,
      double[] db,
      double[] form) {
    for (int v = 0; v < SIZE; v++) {
      form[v] += d[v] * (d[v] + 2 * ((inner[v] + ra[v] * da[v]) + rb[v] * db[v]));
    }
  }

  private static void addForm(
      double[] d,
      double[] inner,
      double[] ra,
      double[] da,
      double[] rb,
      double[] db,
      double[] rc,
      double[] dc,
      double[] form) {
    for (int v = 0; v < SIZE; v++) {
      double sum = ((inner[v] + ra[v] * da[v]) + rb[v] * db[v]) + rc[v] * dc[v];
      form[v] += d[v] * (d[v] + 2 * sum);
    }
  }

  private static void addFourProducts(
      double[] ra,
      double[] da,
      double[] rb,
      double[] db,
      double[] rc,
      double[] dc,
      double[] rd,
      double[] dd,
      double[] sum) {
    for (int v = 0; v < SIZE; v++) {
      sum[v] = (((sum[v] + ra[v] * da[v]) + rb[v] * db[v]) + rc[v] * dc[v]) + rd[v] * dd[v];
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
