package org.mitchell.vectors.training;

import java.util.ArrayDeque;

/**
 * Draws words that are not there: each with a probability that grows with its count to the power
 * .75. By Walker's table of aliases (Vose 1991), which needs eight bytes a word where the original
 * program looks up one of 100 million places: the same probabilities, from a processor's cache.
 */
final class NegativeSampling {
  private static final double POWER = .75;

  private final float[] own;
  private final int[] alias;

  NegativeSampling(TrainingVocabulary vocabulary) {
    double[] shares = shares(vocabulary);
    int size = shares.length;
    own = new float[size];
    alias = new int[size];
    var small = new ArrayDeque<Integer>();
    var large = new ArrayDeque<Integer>();
    for (int word = 0; word < size; word++) {
      shares[word] *= size;
      (shares[word] < 1 ? small : large).add(word);
    }
    while (!small.isEmpty() && !large.isEmpty()) {
      int filled = small.remove();
      int giver = large.remove();
      own[filled] = (float) shares[filled];
      alias[filled] = giver;
      shares[giver] -= 1 - shares[filled];
      (shares[giver] < 1 ? small : large).add(giver);
    }
    small.forEach(this::keepWhole);
    large.forEach(this::keepWhole);
  }

  /** The probability of each word. */
  static double[] shares(TrainingVocabulary vocabulary) {
    var shares = new double[vocabulary.size()];
    double sum = 0;
    for (int word = 0; word < shares.length; word++) {
      shares[word] = Math.pow(vocabulary.count(word), POWER);
      sum += shares[word];
    }
    for (int word = 0; word < shares.length; word++) {
      shares[word] /= sum;
    }
    return shares;
  }

  /** A word. */
  int draw(Draws draws) {
    int word = draws.below(own.length);
    return draws.fraction() < own[word] ? word : alias[word];
  }

  private void keepWhole(int word) {
    own[word] = 1;
    alias[word] = word;
  }
}
