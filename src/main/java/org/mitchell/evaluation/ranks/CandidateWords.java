package org.mitchell.evaluation.ranks;

import java.util.HashSet;
import java.util.List;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.files.InputException;

/**
 * The words that an image may be of.
 *
 * @param words each once, at least one
 * @param rawFeatures their unscaled features, words x features. Not copied
 */
public record CandidateWords(List<String> words, double[][] rawFeatures) {
  /**
   * @throws InputException if there is no word
   * @throws IllegalArgumentException if a word comes twice, or there are more or fewer vectors than
   *     words
   */
  public CandidateWords {
    words = List.copyOf(words);
    if (words.isEmpty()) {
      throw new InputException(
          "there is no candidate word: give a list with at least one word that has features");
    }
    if (words.size() != rawFeatures.length) {
      throw new IllegalArgumentException(
          "%d candidate words with %d feature vectors".formatted(words.size(), rawFeatures.length));
    }
    if (new HashSet<>(words).size() != words.size()) {
      throw new IllegalArgumentException("a candidate word comes twice");
    }
  }

  /** The words of an analysis themselves. */
  public static CandidateWords of(EncodingAnalysis analysis) {
    return new CandidateWords(analysis.words(), analysis.rawFeatures());
  }

  public int size() {
    return words.size();
  }
}
