package org.mitchell.vectors.training;

import org.mitchell.random.RandomStreams;
import org.mitchell.random.RandomStreams.Purpose;

/**
 * Random numbers for the inner loop: the linear congruential generator of the original program, of
 * which the upper bits are used. It begins anew with every block of text, so that what is drawn for
 * a block does not depend on what was trained before it. Belongs to one thread.
 */
final class Draws {
  private static final long FACTOR = 25_214_903_917L;
  private static final long SUMMAND = 11;
  private static final float UNIT = 0x1p-24f;

  private long state;

  /** The numbers of one block of the text in one epoch. */
  void begin(long seed, int epoch, long block) {
    state = new RandomStreams(seed).derived(Purpose.TRAINING, epoch, block).seed();
  }

  /** A number from 0 to {@code bound - 1}, each as often as the others. */
  int below(int bound) {
    return (int) ((next() >>> 32) * bound >>> 32);
  }

  /** A number from 0 up, below 1. */
  float fraction() {
    return (next() >>> 40) * UNIT;
  }

  private long next() {
    state = state * FACTOR + SUMMAND;
    return state;
  }
}
