package org.mitchell.inference;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mitchell.files.SetAside;
import org.mitchell.fmri.VoxelRows;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * One participant's correlation map (see {@link org.mitchell.evaluation.HeldOutCorrelation}), and
 * what it is when the words exchange their features.
 *
 * <p>A relabelling permutes rows and columns of the operator that predicts held-out words, so no
 * model is fitted anew: with Q that operator and f(w) the word whose features w is given, the
 * prediction of w is the sum over u of Q[f(w)][f(u)] y(u). Here the images change places instead:
 * the image of u stands in row f(u), and the operator stays.
 *
 * <p>The hot loop makes two rows of predictions from four images at a time, over one block of
 * voxels that stays in the second-level cache with all its words; the compiler turns it into vector
 * instructions.
 */
public final class RelabelledCorrelations implements NullMaps {
  /** Voxels of all words of a block fit the second-level cache. */
  private static final int BLOCK = 256;

  /** Words are taken four at a time. */
  private static final int STEP = 4;

  private final int words;
  private final int voxels;
  private final Blocks blocks;
  private final double[][] operator;
  private final List<int[]> relabellings;
  private final double[] observed;

  private RelabelledCorrelations(
      Blocks blocks, int words, double[][] operator, List<int[]> relabellings, double[] observed) {
    this.words = words;
    this.voxels = observed.length;
    this.blocks = blocks;
    this.operator = operator;
    this.relabellings = relabellings;
    this.observed = observed;
  }

  /** Images by blocks of voxels, of the responses or from a file. */
  private interface Blocks {
    /** Words x voxels of a block. Not to be changed. */
    double[][] block(int number);
  }

  /**
   * @param images of n words
   * @param operator n x n: images of all words to held-out predictions, see {@link
   *     org.mitchell.evaluation.HeldOutOperator}
   * @param relabellings for each word the number of the word whose features it is given, see {@link
   *     org.mitchell.evaluation.nulls.Relabelling}
   */
  public static RelabelledCorrelations of(
      VoxelRows images, double[][] operator, List<int[]> relabellings, Workers workers) {
    int words = operator.length;
    var maps =
        new RelabelledCorrelations(
            number -> block(images, number),
            words,
            padded(withoutColumnMeans(operator)),
            List.copyOf(relabellings),
            new double[images.voxels()]);
    int[] asObserved = IntStream.range(0, words).toArray();
    maps.compute(List.of(asObserved), new double[][] {maps.observed}, workers);
    return maps;
  }

  @Override
  public int voxels() {
    return voxels;
  }

  @Override
  public int size() {
    return relabellings.size();
  }

  @Override
  public double[] observed() {
    return observed.clone();
  }

  @Override
  public void draw(int first, double[][] maps, Workers workers) {
    compute(relabellings.subList(first, first + maps.length), maps, workers);
  }

  @Override
  public NullMaps setAside(SetAside file, Workers workers, Progress progress) {
    var places = new SetAside.Place[numberOfBlocks(voxels)];
    for (int b = 0; b < places.length; b++) {
      places[b] = file.add(blocks.block(b));
    }
    Blocks filed =
        number -> {
          var block = new double[words][BLOCK];
          file.read(places[number], block);
          return block;
        };
    return new RelabelledCorrelations(filed, words, operator, relabellings, observed);
  }

  private void compute(List<int[]> drawn, double[][] maps, Workers workers) {
    workers.forEach(
        numberOfBlocks(voxels),
        b -> {
          int from = b * BLOCK;
          var pass = new Pass(blocks.block(b));
          for (int m = 0; m < maps.length; m++) {
            pass.correlate(drawn.get(m));
            System.arraycopy(pass.r, 0, maps[m], from, Math.min(BLOCK, voxels - from));
          }
        });
  }

  /** The working memory of one block of voxels. */
  private final class Pass {
    private final double[][] images;
    private final double[][] rows = new double[operator.length][];
    private final double[] one = new double[BLOCK];
    private final double[] two = new double[BLOCK];
    private final double[] squares = new double[BLOCK];
    private final double[] r = new double[BLOCK];

    Pass(double[][] images) {
      this.images = images;
      // Words beyond the last, which make their number a multiple of the step.
      Arrays.fill(rows, new double[BLOCK]);
    }

    /** Leaves the correlations of the block's voxels in {@link #r}. */
    void correlate(int[] featuresOf) {
      for (int u = 0; u < words; u++) {
        rows[featuresOf[u]] = images[u];
      }
      Arrays.fill(r, 0);
      Arrays.fill(squares, 0);
      for (int w = 0; w < words; w += 2) {
        Arrays.fill(one, 0);
        Arrays.fill(two, 0);
        for (int u = 0; u < operator.length; u += STEP) {
          add(operator[w], operator[w + 1], rows, u, one, two);
        }
        multiply(one, rows[w], r, squares);
        multiply(two, rows[w + 1], r, squares);
      }
      for (int v = 0; v < BLOCK; v++) {
        // Images have unit length. A prediction that is the same for all words gives 0 / 0.
        r[v] = Math.max(-1, Math.min(1, r[v] / Math.sqrt(squares[v])));
      }
    }
  }

  /** Adds the parts that four words have in the predictions of two. */
  private static void add(
      double[] p, double[] q, double[][] rows, int u, double[] one, double[] two) {
    double pa = p[u];
    double pb = p[u + 1];
    double pc = p[u + 2];
    double pd = p[u + 3];
    double qa = q[u];
    double qb = q[u + 1];
    double qc = q[u + 2];
    double qd = q[u + 3];
    double[] a = rows[u];
    double[] b = rows[u + 1];
    double[] c = rows[u + 2];
    double[] d = rows[u + 3];
    for (int v = 0; v < BLOCK; v++) {
      double av = a[v];
      double bv = b[v];
      double cv = c[v];
      double dv = d[v];
      one[v] = (((one[v] + pa * av) + pb * bv) + pc * cv) + pd * dv;
      two[v] = (((two[v] + qa * av) + qb * bv) + qc * cv) + qd * dv;
    }
  }

  private static void multiply(
      double[] predicted, double[] observed, double[] products, double[] squares) {
    for (int v = 0; v < BLOCK; v++) {
      products[v] += predicted[v] * observed[v];
      squares[v] += predicted[v] * predicted[v];
    }
  }

  /**
   * Words x voxels of a block: images without their mean over words, of unit length in every voxel;
   * NaN in a voxel that is the same for all words, 0 behind the last voxel.
   */
  private static double[][] block(VoxelRows images, int number) {
    int from = number * BLOCK;
    int filled = Math.min(BLOCK, images.voxels() - from);
    double[][] observed = images.block(from, from + filled);
    double[][] centred = VoxelRows.held(observed).withoutMean().block(0, filled);
    var lengths = new double[filled];
    var constant = new boolean[filled];
    Arrays.fill(constant, true);
    for (int w = 0; w < observed.length; w++) {
      for (int v = 0; v < filled; v++) {
        lengths[v] += centred[w][v] * centred[w][v];
        constant[v] &= observed[w][v] == observed[0][v];
      }
    }
    for (int v = 0; v < filled; v++) {
      lengths[v] = constant[v] ? Double.NaN : Math.sqrt(lengths[v]);
    }
    var block = new double[observed.length][BLOCK];
    for (int w = 0; w < block.length; w++) {
      for (int v = 0; v < filled; v++) {
        block[w][v] = centred[w][v] / lengths[v];
      }
    }
    return block;
  }

  private static int numberOfBlocks(int voxels) {
    return (voxels + BLOCK - 1) / BLOCK;
  }

  /** Predictions without their mean over words are images times the operator without this. */
  private static double[][] withoutColumnMeans(double[][] operator) {
    var centred = new double[operator.length][operator.length];
    for (int u = 0; u < operator.length; u++) {
      double mean = 0;
      for (double[] row : operator) {
        mean += row[u];
      }
      mean /= operator.length;
      for (int w = 0; w < operator.length; w++) {
        centred[w][u] = operator[w][u] - mean;
      }
    }
    return centred;
  }

  /** With rows and columns of 0 up to a multiple of the step. */
  private static double[][] padded(double[][] square) {
    int size = (square.length + STEP - 1) / STEP * STEP;
    var padded = new double[size][size];
    for (int w = 0; w < square.length; w++) {
      System.arraycopy(square[w], 0, padded[w], 0, square.length);
    }
    return padded;
  }
}
