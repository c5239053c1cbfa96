package org.mitchell.vectors.training;

/** What a block of text has changed in a network. */
interface BlockDifferences {
  RowDifferences inputs();

  RowDifferences outputs();

  RowDifferences nodes();
}
