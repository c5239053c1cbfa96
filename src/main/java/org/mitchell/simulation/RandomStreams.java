package org.mitchell.simulation;

import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well1024a;

/**
 * Independent streams of random numbers, all derived from one seed.
 *
 * <p>The rule: with mix the finalizer of SplitMix64 (Steele, Lea and Flood 2014) and g =
 * 0x9e3779b97f4a7c15, a stream (kind, a, b) starts from s = mix(mix(mix(mix(seed + g) + kind + g) +
 * a + g) + b + g). The 32 words of a Well1024a are the upper halves of mix(s + g), mix(s + 2 g),
 * ..., mix(s + 32 g). A stream depends on the seed and on its own numbers only: which thread draws
 * from it, and when, does not matter.
 */
record RandomStreams(long seed) {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final int WELL_WORDS = 32;

  /** Places and signs of the bumps of one feature. */
  RandomGenerator signature(int feature) {
    return stream(1, feature, 0);
  }

  /** The mean image. */
  RandomGenerator baseline() {
    return stream(2, 0, 0);
  }

  /** The noise of one trial; words are numbered in alphabetical order. */
  RandomGenerator trial(int word, int presentation) {
    return stream(3, word, presentation);
  }

  private RandomGenerator stream(long kind, long a, long b) {
    long state = mix(seed + GOLDEN);
    for (long part : new long[] {kind, a, b}) {
      state = mix(state + part + GOLDEN);
    }
    var words = new int[WELL_WORDS];
    for (int i = 0; i < words.length; i++) {
      state += GOLDEN;
      words[i] = (int) (mix(state) >>> 32);
    }
    return new Well1024a(words);
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
