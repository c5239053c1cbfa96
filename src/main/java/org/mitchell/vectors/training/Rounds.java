package org.mitchell.vectors.training;

/**
 * How the blocks of a text are shared out: into parts that follow each other, some blocks of each a
 * round. It depends on the text alone, so that the number of threads or machines does not matter.
 *
 * @param blocks of the text
 * @param parts how many of them are learned side by side; more threads have nothing to do
 * @param stretch how many blocks a part learns in a round, before what all parts have learned is
 *     added up
 */
record Rounds(long blocks, int parts, int stretch) {
  /** A text of fewer blocks is learned from its beginning to its end, as by one thread. */
  private static final int LEAST_BLOCKS = 400;

  static final int MOST_PARTS = 4;

  /** Of a text of so many blocks, for the threads of one machine. */
  static Rounds of(long blocks) {
    return new Rounds(blocks, blocks < LEAST_BLOCKS ? 1 : MOST_PARTS, 1);
  }

  /** How many there are in an epoch. */
  long count() {
    long inRound = (long) parts * stretch;
    return (blocks + inRound - 1) / inRound;
  }

  /** The first block of a part in a round; at least {@link #blocks} where there is none. */
  long first(long round, int part) {
    return (part * count() + round) * stretch;
  }

  /** Behind the last block of a part in a round. */
  long end(long round, int part) {
    return Math.min(first(round, part) + stretch, blocks);
  }
}
