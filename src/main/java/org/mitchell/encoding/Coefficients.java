package org.mitchell.encoding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mitchell.fmri.VoxelRows;
import org.mitchell.jobs.Workers;

/**
 * The coefficients of all features over all voxels, which are made for as many features at a time
 * as are asked for: of many features they take more memory than the images that they come from.
 *
 * <p>Each is a sum over words in their order, so that it is the same to the last bit in whatever
 * company it is made, and for any number of threads.
 */
public final class Coefficients {
  /** How many features are made in double precision at one time, before they are rounded. */
  public static final int AT_ONE_TIME = 16;

  private final int voxels;
  private final List<Part> parts;

  private Coefficients(int voxels, List<Part> parts) {
    this.voxels = voxels;
    this.parts = List.copyOf(parts);
  }

  /**
   * Some features of some voxels: factor of the feature x (matrix x images) x weight of the voxel.
   *
   * @param first the number of the first feature
   * @param matrix features x words, or directions of words
   * @param images words, or directions of words, x voxels of the part
   * @param columns which voxels they are
   * @param factors one a feature
   * @param weights one a voxel of the part
   */
  record Part(
      int first,
      double[][] matrix,
      VoxelRows images,
      int[] columns,
      double[] factors,
      double[] weights) {

    /** Of one feature space, whose voxels have no weights. */
    static Part of(double[][] matrix, VoxelRows images, int[] columns, double[] factors) {
      return new Part(0, matrix, images, columns, factors, ones(columns.length));
    }

    private int end() {
      return first + matrix.length;
    }

    private Part of(int space, double[] weightOfVoxel) {
      double[] own = IntStream.of(columns).mapToDouble(v -> weightOfVoxel[v]).toArray();
      return new Part(first + space, matrix, images, columns, factors, own);
    }

    /** Puts those of its features that are among some into their rows. */
    private void put(double[][] rows, int from, Workers workers) {
      int begin = Math.max(from, first);
      int end = Math.min(from + rows.length, end());
      if (begin >= end) {
        return;
      }
      VoxelRows.overBlocks(
          columns.length,
          workers,
          (at, to) -> {
            double[][] some = images.block(at, to);
            double[][] products =
                RowCombinations.of(Arrays.copyOfRange(matrix, begin - first, end - first), some);
            for (int r = 0; r < products.length; r++) {
              double factor = factors[begin - first + r];
              double[] product = products[r];
              double[] row = rows[begin - from + r];
              for (int v = 0; v < product.length; v++) {
                row[columns[at + v]] = factor * product[v] * weights[at + v];
              }
            }
          });
    }
  }

  /** matrix x images: features x words, words x voxels. */
  static Coefficients of(double[][] matrix, VoxelRows images) {
    int voxels = images.voxels();
    int[] all = IntStream.range(0, voxels).toArray();
    return of(voxels, List.of(Part.of(matrix, images, all, ones(matrix.length))));
  }

  /**
   * @param parts every feature of every voxel is in one of them, and in no other
   */
  static Coefficients of(int voxels, List<Part> parts) {
    return new Coefficients(voxels, parts);
  }

  /**
   * Those of several spaces, one after the other.
   *
   * @param weights spaces x voxels
   */
  static Coefficients sideBySide(List<Coefficients> spaces, double[][] weights) {
    var parts = new ArrayList<Part>();
    int from = 0;
    for (int s = 0; s < weights.length; s++) {
      for (Part part : spaces.get(s).parts) {
        parts.add(part.of(from, weights[s]));
      }
      from += spaces.get(s).features();
    }
    return of(spaces.get(0).voxels, parts);
  }

  private static double[] ones(int count) {
    var ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  public int features() {
    return parts.stream().mapToInt(Part::end).max().orElseThrow();
  }

  public int voxels() {
    return voxels;
  }

  /**
   * The coefficients of the features from a number to before another.
   *
   * @return features x voxels
   */
  public double[][] rows(int from, int to, Workers workers) {
    var rows = new double[to - from][voxels];
    parts.forEach(part -> part.put(rows, from, workers));
    return rows;
  }

  /** As {@link #rows}, rounded to float32 as they are in a file. */
  public float[][] rounded(int from, int to, Workers workers) {
    var rounded = new float[to - from][voxels];
    for (int at = from; at < to; at += AT_ONE_TIME) {
      double[][] rows = rows(at, Math.min(to, at + AT_ONE_TIME), workers);
      for (int r = 0; r < rows.length; r++) {
        float[] row = rounded[at - from + r];
        for (int v = 0; v < row.length; v++) {
          row[v] = (float) rows[r][v];
        }
      }
    }
    return rounded;
  }
}
