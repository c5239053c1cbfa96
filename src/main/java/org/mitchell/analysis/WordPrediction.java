package org.mitchell.analysis;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The predicted image of one word, and how it compares with what was observed.
 *
 * @param word the word
 * @param source which model predicted it
 * @param predicted the deviation from the mean image, a value a voxel
 * @param observed the observed image with the same mean removed, where the word was presented
 * @param rSelected Pearson's r of the two over the most stable voxels (stability without the word)
 * @param selected their columns, the most stable first; none where stability is undefined or all
 *     voxels are compared. Not copied
 * @param rAll Pearson's r of the two over all voxels
 */
public record WordPrediction(
    String word,
    Source source,
    float[] predicted,
    Optional<float[]> observed,
    OptionalDouble rSelected,
    int[] selected,
    OptionalDouble rAll) {
  /** Which model predicted a word. */
  public enum Source {
    /** A training word, predicted by the model of all other words. */
    WITHOUT_THE_WORD,
    /**
     * A training word, predicted by the model that saw it, because the responses are not at hand.
     */
    TRAINED_ON_THE_WORD,
    /** A word that the model was never trained on. */
    NEW_WORD
  }

  /** Of a word that was not presented, or whose responses are not at hand. */
  public static WordPrediction unobserved(String word, Source source, float[] predicted) {
    return new WordPrediction(
        word,
        source,
        predicted,
        Optional.empty(),
        OptionalDouble.empty(),
        new int[0],
        OptionalDouble.empty());
  }

  /** How many voxels are selected. */
  public int selectedVoxels() {
    return selected.length;
  }
}
