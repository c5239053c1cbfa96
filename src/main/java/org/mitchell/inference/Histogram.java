package org.mitchell.inference;

/**
 * Counts of values in bins so narrow that a count of the values that reach another is almost exact,
 * and never too small. Bins are even in x / sqrt(1 + x^2), which takes correlations and t's alike.
 */
final class Histogram {
  private static final int BINS = 1 << 16;

  private final long[] counts = new long[BINS];

  /** Adds the values of a map from a voxel to before another; NaN does not count. */
  void add(double[] map, int from, int to) {
    for (int v = from; v < to; v++) {
      double value = map[v];
      if (value == value) {
        counts[bin(value)]++;
      }
    }
  }

  void add(Histogram other) {
    for (int b = 0; b < BINS; b++) {
      counts[b] += other.counts[b];
    }
  }

  /** Makes each bin's count that of its values and all higher ones. To be called once, last. */
  void accumulate() {
    for (int b = BINS - 2; b >= 0; b--) {
      counts[b] += counts[b + 1];
    }
  }

  /** How many values are in the bin of this one or higher. */
  long atLeast(double value) {
    return counts[bin(value)];
  }

  private static int bin(double value) {
    double place = value / Math.sqrt(1 + value * value);
    return Math.max(0, Math.min(BINS - 1, (int) ((place + 1) / 2 * BINS)));
  }
}
