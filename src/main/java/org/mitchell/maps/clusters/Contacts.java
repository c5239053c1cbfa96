package org.mitchell.maps.clusters;

import java.util.Arrays;
import org.mitchell.fmri.VoxelGrid;

/**
 * Which columns touch which: those of column c are others[starts[c]] to others[starts[c + 1] - 1].
 * Immutable.
 */
final class Contacts {
  private final int[] starts;
  private final int[] others;

  private Contacts(int[] starts, int[] others) {
    this.starts = starts;
    this.others = others;
  }

  /** Voxels of a box that share a face, an edge or a corner. */
  static Contacts inBox(VoxelGrid grid, ColumnsInBox box, Contiguity contiguity) {
    var starts = new int[grid.columns() + 1];
    var others = new int[Math.multiplyExact(grid.columns(), contiguity.neighbours())];
    int count = 0;
    for (int column = 0; column < grid.columns(); column++) {
      int[] voxel = grid.voxel(column);
      for (int n = 0; n < 27; n++) {
        int di = n % 3 - 1;
        int dj = n / 3 % 3 - 1;
        int dk = n / 9 - 1;
        if (contiguity.joins(di, dj, dk)) {
          int other = box.at(voxel[0] + di, voxel[1] + dj, voxel[2] + dk);
          if (other != ColumnsInBox.NONE) {
            others[count++] = other;
          }
        }
      }
      starts[column + 1] = count;
    }
    return new Contacts(starts, Arrays.copyOf(others, count));
  }

  /**
   * Columns that touch in pairs.
   *
   * @param pairs a pair's two columns in the upper and the lower half of a number; each pair in
   *     both orders, any number of times
   */
  static Contacts ofPairs(int columns, long[] pairs) {
    long[] each = Arrays.stream(pairs).sorted().distinct().toArray();
    var starts = new int[columns + 1];
    var others = new int[each.length];
    for (int n = 0; n < each.length; n++) {
      starts[1 + (int) (each[n] >>> Integer.SIZE)]++;
      others[n] = (int) each[n];
    }
    for (int column = 0; column < columns; column++) {
      starts[column + 1] += starts[column];
    }
    return new Contacts(starts, others);
  }

  static long pair(int column, int other) {
    return (long) column << Integer.SIZE | other;
  }

  int columns() {
    return starts.length - 1;
  }

  /** The columns that touch one. A copy. */
  int[] of(int column) {
    return Arrays.copyOfRange(others, starts[column], starts[column + 1]);
  }

  /** Those among the columns that touch one which have a lower number than it. */
  Contacts earlier() {
    var kept = new int[others.length];
    var ends = new int[starts.length];
    int count = 0;
    for (int column = 0; column < columns(); column++) {
      for (int n = starts[column]; n < starts[column + 1]; n++) {
        if (others[n] < column) {
          kept[count++] = others[n];
        }
      }
      ends[column + 1] = count;
    }
    return new Contacts(ends, Arrays.copyOf(kept, count));
  }

  /** Where those of a column begin in {@link #other}. */
  int start(int column) {
    return starts[column];
  }

  int other(int n) {
    return others[n];
  }
}
