package org.mitchell.random;

import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well1024a;

/**
 * Independent streams of random numbers, all derived from one seed.
 *
 * <p>The rule: with mix the finalizer of SplitMix64 (Steele, Lea and Flood 2014) and g =
 * 0x9e3779b97f4a7c15, a stream (purpose, a, b) starts from s = mix(mix(mix(mix(seed + g) + purpose
 * + g) + a + g) + b + g). The 32 words of a Well1024a are the upper halves of mix(s + g), mix(s + 2
 * g), ..., mix(s + 32 g). A stream depends on the seed and on its own numbers only: which thread
 * draws from it, and when, does not matter.
 */
public record RandomStreams(long seed) {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final int WELL_WORDS = 32;

  /** What a stream is drawn for; no two share a stream of the same seed. */
  public enum Purpose {
    /** Places and signs of the bumps of one feature's signature. */
    SIGNATURE(1),
    /** A participant's mean image. */
    BASELINE(2),
    /** The noise of one trial, by word and presentation. */
    TRIAL(3),
    /** A relabelling of words, by its number. */
    PERMUTATION(4),
    /** Features without meaning, by the number of the set. */
    RANDOM_FEATURES(5),
    /** A random choice among words of a vocabulary, by the number of the set. */
    RANDOM_WORDS(6),
    /** A subsample of words, by its number. */
    SUBSAMPLE(7),
    /** Sign-flips of participants, by their number. */
    SIGN_FLIP(8),
    /** Penalties that are tried, by their number. */
    PENALTIES(9),
    /** A simulated experiment, by condition and repetition. */
    EXPERIMENT(10),
    /** Where words of a plane begin, by the number of the attempt. */
    EMBEDDING(11),
    /** A response to a word that participants share, by letter of the word and its place. */
    SHARED(12),
    /** A shuffle of the words of one presentation, by number and presentation. */
    STABILITY(13),
    /** What a block of text in an epoch draws while vectors are trained. */
    TRAINING(14),
    /** A resample of pairs of words, by its number. */
    WORD_PAIRS(15),
    /** A resample of words and of participants, by its number. */
    WORDS_AND_PARTICIPANTS(16),
    /** The folds of words whose norms are predicted, by repeat. */
    FOLDS(17),
    /** A network's first weights and batches, by repeat and fold; of a part of the words below. */
    NETWORK(18),
    /** Words to learn from for a learning curve, by fold and step. */
    LEARNING_CURVE(19),
    /** Values in another order, for what chance gives. */
    SHUFFLED_VALUES(20),
    /** A word's presentations in two halves, by the number of the split and of the word. */
    HALVES(21);

    private final long number;

    Purpose(long number) {
      this.number = number;
    }
  }

  /** The stream of one purpose and two numbers. */
  public RandomGenerator stream(Purpose purpose, long a, long b) {
    long state = state(purpose, a, b);
    var words = new int[WELL_WORDS];
    for (int i = 0; i < words.length; i++) {
      state += GOLDEN;
      words[i] = (int) (mix(state) >>> 32);
    }
    return new Well1024a(words);
  }

  /** A seed for streams of their own, as of a whole simulated experiment. */
  public RandomStreams derived(Purpose purpose, long a, long b) {
    return new RandomStreams(mix(state(purpose, a, b) + GOLDEN));
  }

  private long state(Purpose purpose, long a, long b) {
    long state = mix(seed + GOLDEN);
    for (long part : new long[] {purpose.number, a, b}) {
      state = mix(state + part + GOLDEN);
    }
    return state;
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
