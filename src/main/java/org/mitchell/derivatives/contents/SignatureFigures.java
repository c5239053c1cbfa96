package org.mitchell.derivatives.contents;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How sure a participant's signatures are.
 *
 * @param words that were left out one after another
 * @param standardErrors an interval has on either side, so many
 * @param voxelsByChance how many intervals of a feature would exclude 0 if there were nothing
 * @param halvings of the words, which stability is the mean over
 * @param medianStability over voxels; nothing where there is none
 */
public record SignatureFigures(
    int words,
    double standardErrors,
    double voxelsByChance,
    List<OfFeature> features,
    int halvings,
    @JsonInclude(JsonInclude.Include.ALWAYS) OptionalDouble medianStability) {
  /**
   * Of one feature.
   *
   * @param voxelsExcludingZero how many intervals exclude 0, not corrected for their number
   */
  public record OfFeature(String feature, int voxelsExcludingZero) {}
}
