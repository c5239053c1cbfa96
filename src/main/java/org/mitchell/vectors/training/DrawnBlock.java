package org.mitchell.vectors.training;

/**
 * What is drawn for a block of text before it is learned: which of its words are kept, and what its
 * negative samples are taken from. So it is known which rows the block has to do with. Used again
 * for other blocks.
 */
final class DrawnBlock {
  private static final int LEAST_SAMPLES = 500;

  private final Draws draws = new Draws();
  private final int[] words = new int[EncodedText.MOST];
  private int length;
  private final int[] samples = new int[Math.max(LEAST_SAMPLES, EncodedText.MOST / 2)];
  private int sampleCount;

  /** Begins anew, with the random numbers of a block. */
  void begin(long seed, int epoch, long block) {
    draws.begin(seed, epoch, block);
    length = 0;
    sampleCount = 0;
  }

  /** Of each word of the text, by its number, and {@link EncodedText#END} as they are. */
  void keep(int[] text, int textLength, Subsampling subsampling) {
    for (int i = 0; i < textLength; i++) {
      int word = text[i];
      if (word == EncodedText.END || draws.fraction() < subsampling.kept(word)) {
        words[length++] = word;
      }
    }
  }

  /** Half as many words as the text has, or a few hundred. */
  void sample(int textLength, NegativeSampling sampling) {
    sampleCount = Math.max(LEAST_SAMPLES, textLength / 2);
    for (int i = 0; i < sampleCount; i++) {
      samples[i] = sampling.draw(draws);
    }
  }

  /** The words that were kept, and the ends of sentences: the first {@link #length()}. */
  int[] words() {
    return words;
  }

  int length() {
    return length;
  }

  /** What negative samples are taken from: the first {@link #sampleCount()}. */
  int[] samples() {
    return samples;
  }

  int sampleCount() {
    return sampleCount;
  }

  /** A word that is probably not there. */
  int drawSample() {
    return samples[draws.below(sampleCount)];
  }

  /** By how much a window is shrunk, at random. */
  int drawShrinkage(int window) {
    return draws.below(window);
  }
}
