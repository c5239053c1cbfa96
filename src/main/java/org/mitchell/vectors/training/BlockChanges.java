package org.mitchell.vectors.training;

/** What a block of text has changed in a network. */
interface BlockChanges {
  RowChanges inputs();

  RowChanges outputs();

  RowChanges nodes();
}
