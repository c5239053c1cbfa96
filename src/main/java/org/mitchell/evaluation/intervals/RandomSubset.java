package org.mitchell.evaluation.intervals;

import java.util.Arrays;
import org.apache.commons.math3.random.RandomGenerator;

/** Some of many, each set of that size as likely as any other. */
final class RandomSubset {
  private RandomSubset() {}

  /** The first {@code size} places of a shuffle (Fisher and Yates), in no order. */
  static int[] of(int[] from, int size, RandomGenerator random) {
    int[] shuffled = from.clone();
    for (int i = 0; i < size; i++) {
      int other = i + random.nextInt(shuffled.length - i);
      int taken = shuffled[other];
      shuffled[other] = shuffled[i];
      shuffled[i] = taken;
    }
    return Arrays.copyOf(shuffled, size);
  }
}
