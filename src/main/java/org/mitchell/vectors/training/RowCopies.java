package org.mitchell.vectors.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The rows of a matrix that a block of text has to do with, and copies of those that other blocks
 * have to do with too. These are learned in the place of the rows; {@link RowMerge} brings what was
 * learned to the rows.
 */
final class RowCopies implements RowChanges {
  private final float[][] matrix;
  private int[] needed = new int[64];
  private int neededCount;
  private final List<float[]> copies = new ArrayList<>();
  private int[] rows = new int[64];
  private int[] updates = new int[64];
  private int count;

  RowCopies(float[][] matrix) {
    this.matrix = matrix;
  }

  /** Begins anew, with no row. What was learned before stays until {@link #layOut}. */
  void begin() {
    neededCount = 0;
  }

  /**
   * Takes note of a row.
   *
   * @param table counts, up to {@link #endNeeded}, how often it comes
   */
  void need(int row, RowTable table) {
    if (table.isFirst(row)) {
      if (neededCount == needed.length) {
        needed = Arrays.copyOf(needed, 2 * neededCount);
      }
      needed[neededCount++] = row;
    }
  }

  void endNeeded(RowTable table) {
    for (int i = 0; i < neededCount; i++) {
      table.takeCount(needed[i]);
    }
  }

  /** How many rows the block has to do with. */
  int neededCount() {
    return neededCount;
  }

  int neededAt(int place) {
    return needed[place];
  }

  /** Puts into the table the rows that are not shared, and copies of those that are. */
  void layOut(RowTable table, IntPredicate shared) {
    count = 0;
    for (int i = 0; i < neededCount; i++) {
      int row = needed[i];
      table.set(row, shared.test(row) ? copy(row) : matrix[row]);
    }
  }

  /** The block is learned: what was not changed needs no merging. */
  void end(RowTable table) {
    int changed = 0;
    for (int place = 0; place < count; place++) {
      int times = table.takeCount(rows[place]);
      if (times > 0) {
        float[] copy = copies.get(place);
        copies.set(place, copies.get(changed));
        copies.set(changed, copy);
        rows[changed] = rows[place];
        updates[changed++] = times;
      }
    }
    count = changed;
    endNeeded(table);
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public int rowAt(int place) {
    return rows[place];
  }

  @Override
  public int updatesAt(int place) {
    return updates[place];
  }

  @Override
  public float[] learnedAt(int place) {
    return copies.get(place);
  }

  private float[] copy(int row) {
    if (count == rows.length) {
      rows = Arrays.copyOf(rows, 2 * count);
      updates = Arrays.copyOf(updates, 2 * count);
    }
    if (count == copies.size()) {
      copies.add(new float[matrix[row].length]);
    }
    float[] copy = copies.get(count);
    System.arraycopy(matrix[row], 0, copy, 0, copy.length);
    rows[count++] = row;
    return copy;
  }
}
