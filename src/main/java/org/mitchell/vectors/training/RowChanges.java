package org.mitchell.vectors.training;

/** Some rows of a matrix as a block of text has changed them, on copies. */
interface RowChanges {
  /** How many rows there are. */
  int count();

  /** Which row of the matrix it is. */
  int rowAt(int place);

  /** How often it was changed; at least once. */
  int updatesAt(int place);

  /** The row as it has become. */
  float[] learnedAt(int place);
}
