package org.mitchell.vectors.training;

/**
 * How the blocks of a text are shared out: into parts that follow each other, one block of each a
 * round. It depends on the text alone, so that the number of threads does not matter.
 *
 * @param blocks of the text
 * @param parts how many blocks are learned side by side; more threads have nothing to do
 */
record Rounds(long blocks, int parts) {
  /** A text of fewer blocks is learned from its beginning to its end, as by one thread. */
  private static final int LEAST_BLOCKS = 400;

  static final int MOST_PARTS = 4;

  /** Of a text of so many blocks. */
  static Rounds of(long blocks) {
    return new Rounds(blocks, blocks < LEAST_BLOCKS ? 1 : MOST_PARTS);
  }

  /** How many there are in an epoch. */
  long count() {
    return (blocks + parts - 1) / parts;
  }

  /** The block of a part in a round; at least {@link #blocks} where there is none. */
  long block(long round, int part) {
    return part * count() + round;
  }
}
