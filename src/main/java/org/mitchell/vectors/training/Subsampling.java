package org.mitchell.vectors.training;

/**
 * How often a frequent word is kept: a word of count c among N with probability (sqrt(c / (s N)) +
 * 1) s N / c. The others are gone before windows are cut, so that windows span them.
 */
final class Subsampling {
  private final float[] kept;

  /**
   * @param sample s; 0 keeps every word
   */
  Subsampling(TrainingVocabulary vocabulary, double sample) {
    double threshold = sample * vocabulary.tokens();
    kept = new float[vocabulary.size()];
    for (int word = 0; word < kept.length; word++) {
      kept[word] = sample == 0 ? 1 : (float) probability(vocabulary.count(word), threshold);
    }
  }

  private static double probability(long count, double threshold) {
    return Math.min(1, (Math.sqrt(count / threshold) + 1) * threshold / count);
  }

  /** The probability that a word is kept where it comes. */
  float kept(int word) {
    return kept[word];
  }
}
