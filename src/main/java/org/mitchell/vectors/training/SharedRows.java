package org.mitchell.vectors.training;

/**
 * Which rows of a matrix several stretches of a round have to do with. Most rows belong to one,
 * which may learn on them in place: nobody else reads or writes them.
 */
final class SharedRows {
  private final byte[] users;

  SharedRows(int rows) {
    users = new byte[rows];
  }

  void add(RowCopies stretch) {
    for (int i = 0; i < stretch.neededCount(); i++) {
      int row = stretch.neededAt(i);
      users[row] = (byte) Math.min(2, users[row] + 1);
    }
  }

  void clear(RowCopies stretch) {
    for (int i = 0; i < stretch.neededCount(); i++) {
      users[stretch.neededAt(i)] = 0;
    }
  }

  boolean isShared(int row) {
    return users[row] > 1;
  }
}
