package org.mitchell.vectors.training;

/** What a block of text has changed in some rows of a matrix. */
interface RowDifferences {
  /** How many rows there are. */
  int count();

  /** Which row of the matrix it is. */
  int rowAt(int place);

  /** How often it was changed. */
  int updatesAt(int place);

  /** What was learned, without what the row began with. */
  float[] differenceAt(int place);
}
