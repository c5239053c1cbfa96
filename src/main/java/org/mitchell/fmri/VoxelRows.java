package org.mitchell.fmri;

import java.util.Arrays;
import org.mitchell.jobs.Workers;

/**
 * Rows of values of voxels, such as an image a word, which are made of some voxels at a time: those
 * of a whole brain need not be held at once. A value is the same to the last bit whatever it is
 * asked for with. May be asked by several threads.
 */
public interface VoxelRows {
  /** Voxels that are made together where all are gone over. */
  int BLOCK = 1024;

  /** How many rows there are. */
  int count();

  /** How many values a row has. */
  int voxels();

  /** The values from a voxel to before another, rows x voxels: the caller's own. */
  double[][] block(int from, int to);

  /**
   * The values of some voxels, rows x columns: the caller's own.
   *
   * @param columns in the order wanted
   */
  double[][] at(int[] columns);

  /** The same rows with their mean removed, voxel by voxel. */
  default VoxelRows withoutMean() {
    return new Centred(this);
  }

  /** The mean over rows: a value a voxel. */
  default double[] mean() {
    var mean = new double[voxels()];
    for (int from = 0; from < mean.length; from += BLOCK) {
      double[] own = Centred.mean(block(from, Math.min(mean.length, from + BLOCK)));
      System.arraycopy(own, 0, mean, from, own.length);
    }
    return mean;
  }

  /** The length of the longest row. */
  default double longest() {
    var squares = new double[count()];
    for (int from = 0; from < voxels(); from += BLOCK) {
      double[][] rows = block(from, Math.min(voxels(), from + BLOCK));
      for (int r = 0; r < squares.length; r++) {
        double sum = squares[r];
        for (double value : rows[r]) {
          sum += value * value;
        }
        squares[r] = sum;
      }
    }
    return Math.sqrt(Arrays.stream(squares).max().orElse(0));
  }

  /** What is done with the voxels from one to before another. */
  @FunctionalInterface
  interface OfBlock {
    void run(int from, int to);
  }

  /** Goes over so many voxels, {@link #BLOCK} together, by several threads. */
  static void overBlocks(int voxels, Workers workers, OfBlock work) {
    workers.forEach(
        (voxels + BLOCK - 1) / BLOCK,
        block -> work.run(block * BLOCK, Math.min(voxels, (block + 1) * BLOCK)));
  }

  /** Whether a voxel's value is the same in all rows, exactly. */
  static boolean constant(double[][] rows, int voxel) {
    for (double[] row : rows) {
      if (row[voxel] != rows[0][voxel]) {
        return false;
      }
    }
    return true;
  }

  /** Rows that are held, rows x voxels. Not copied. */
  static VoxelRows held(double[][] rows) {
    return new Held(rows);
  }

  record Held(double[][] rows) implements VoxelRows {
    @Override
    public int count() {
      return rows.length;
    }

    @Override
    public int voxels() {
      return rows[0].length;
    }

    @Override
    public double[][] block(int from, int to) {
      return Arrays.stream(rows)
          .map(row -> Arrays.copyOfRange(row, from, to))
          .toArray(double[][]::new);
    }

    @Override
    public double[][] at(int[] columns) {
      var gathered = new double[rows.length][columns.length];
      for (int r = 0; r < rows.length; r++) {
        for (int c = 0; c < columns.length; c++) {
          gathered[r][c] = rows[r][columns[c]];
        }
      }
      return gathered;
    }
  }

  record Centred(VoxelRows rows) implements VoxelRows {
    @Override
    public int count() {
      return rows.count();
    }

    @Override
    public int voxels() {
      return rows.voxels();
    }

    @Override
    public double[][] block(int from, int to) {
      return centre(rows.block(from, to));
    }

    @Override
    public double[][] at(int[] columns) {
      return centre(rows.at(columns));
    }

    private static double[][] centre(double[][] own) {
      double[] mean = mean(own);
      for (double[] row : own) {
        for (int v = 0; v < row.length; v++) {
          row[v] -= mean[v];
        }
      }
      return own;
    }

    private static double[] mean(double[][] rows) {
      var mean = new double[rows[0].length];
      for (double[] row : rows) {
        for (int v = 0; v < mean.length; v++) {
          mean[v] += row[v];
        }
      }
      for (int v = 0; v < mean.length; v++) {
        mean[v] /= rows.length;
      }
      return mean;
    }
  }
}
