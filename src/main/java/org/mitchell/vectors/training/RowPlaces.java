package org.mitchell.vectors.training;

import java.util.Arrays;

/**
 * Where the copies of rows are, by the number of the row: four bytes a row, so each thread has one
 * such table and not each block.
 */
final class RowPlaces {
  static final int NONE = -1;

  private final int[] places;

  RowPlaces(int rows) {
    places = new int[rows];
    Arrays.fill(places, NONE);
  }

  int get(int row) {
    return places[row];
  }

  void set(int row, int place) {
    places[row] = place;
  }
}
