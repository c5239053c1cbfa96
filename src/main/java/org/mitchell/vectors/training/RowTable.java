package org.mitchell.vectors.training;

/**
 * Stands in the place of a matrix while a block is learned: some of its rows are those of the
 * matrix, the others copies. Belongs to one thread, and is used again for other blocks.
 */
final class RowTable {
  private final float[][] rows;

  /** How often each row was asked for since its count was last taken. */
  private final int[] counts;

  RowTable(int size) {
    rows = new float[size][];
    counts = new int[size];
  }

  void set(int row, float[] place) {
    rows[row] = place;
  }

  /** The row, or its copy; asked for once for each change. */
  float[] row(int row) {
    counts[row]++;
    return rows[row];
  }

  /** Counts that it is asked for; whether this is the first time. */
  boolean isFirst(int row) {
    return counts[row]++ == 0;
  }

  /** How often a row was asked for; the count begins anew. */
  int takeCount(int row) {
    int count = counts[row];
    counts[row] = 0;
    return count;
  }
}
