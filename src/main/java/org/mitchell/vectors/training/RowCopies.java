package org.mitchell.vectors.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Copies of those rows of a matrix that a block of text has to do with. They are learned in the
 * place of the rows, and turned into what they differ by; {@link RowMerge} adds it to the rows.
 */
final class RowCopies implements RowDifferences {
  private final float[][] matrix;
  private final List<float[]> copies = new ArrayList<>();
  private int[] rows = new int[64];
  private int[] updates = new int[64];
  private int count;
  private RowPlaces places;

  RowCopies(float[][] matrix) {
    this.matrix = matrix;
  }

  /**
   * Begins without copies.
   *
   * @param empty is used up to {@link #toDifferences}, and empty again then
   */
  void begin(RowPlaces empty) {
    places = empty;
    count = 0;
  }

  /** The copy of a row, made now if there is none; asked for once for each change. */
  float[] row(int row) {
    int place = places.get(row);
    if (place == RowPlaces.NONE) {
      return copy(row);
    }
    updates[place]++;
    return copies.get(place);
  }

  /** The copies are learned: each becomes what was learned, without what it began with. */
  void toDifferences() {
    for (int place = 0; place < count; place++) {
      RowLoops.subtract(copies.get(place), matrix[rows[place]]);
      places.set(rows[place], RowPlaces.NONE);
    }
    places = null;
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
  public float[] differenceAt(int place) {
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
    places.set(row, count);
    updates[count] = 1;
    rows[count++] = row;
    return copy;
  }
}
