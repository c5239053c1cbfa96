package org.mitchell.similarity;

/**
 * How far is asked what an agreement is worth.
 *
 * @param permutations relabellings of the words; 0 for no p of them
 * @param resamples of words and of participants; 0 for no intervals
 */
public record SimilarityPlan(Agreement agreement, int permutations, int resamples, long seed) {
  /** Relabellings where nobody says. */
  public static final int USUAL_PERMUTATIONS = 1_000;

  /** Resamples where nobody says. */
  public static final int USUAL_RESAMPLES = 1_000;

  public SimilarityPlan {
    if (permutations < 0 || resamples < 0 || resamples == 1) {
      throw new IllegalArgumentException(
          "%d permutations and %d resamples".formatted(permutations, resamples));
    }
  }
}
