package org.mitchell.vectors.training;

/**
 * Which words that follow each other are one: those whose score is above a threshold. The score of
 * two words with counts a and b that stand together c times in a text of N words is {@code (c -
 * discount) N / (a b)} (Mikolov et al. 2013b, equation 6, times N as in the program word2phrase).
 *
 * @param passes how often the text is gone through; in each one phrases of the pass before may
 *     become longer
 * @param threshold of the last pass; it is twice as high in each pass before
 * @param discount keeps pairs of rare words apart; a rarer word is part of no phrase either
 */
public record PhraseRule(int passes, double threshold, int discount) {
  /** The threshold of a pass, from 0. */
  double threshold(int pass) {
    return Math.scalb(threshold, passes - 1 - pass);
  }

  /** How much oftener two words stand together than by chance. */
  double score(long together, long first, long second, long words) {
    return first < discount || second < discount
        ? 0
        : (double) (together - discount) / first / second * words;
  }
}
