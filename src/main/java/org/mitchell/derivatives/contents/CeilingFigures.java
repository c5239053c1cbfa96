package org.mitchell.derivatives.contents;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What could be reached at best where a participant was evaluated.
 *
 * @param similarity the mean similarity of the model's predictions with the observed images
 * @param presentations by what half of the presentations say of the other half
 * @param otherParticipants by the mean image of the other participants
 */
public record CeilingFigures(
    OptionalDouble similarity,
    @JsonInclude(NON_ABSENT) Optional<OfPresentations> presentations,
    @JsonInclude(NON_ABSENT) Optional<OfParticipants> otherParticipants) {

  /**
   * By the participant's own presentations.
   *
   * @param splits how often presentations were split
   * @param halfAccuracy of half images in the place of predictions
   * @param halfSimilarity of the two half images of a word
   * @param accuracy of a perfect model, with the full number of presentations; null where nothing
   *     repeats
   * @param similarity of its predictions
   * @param share that the model reaches: (accuracy - .5) / (ceiling - .5)
   */
  public record OfPresentations(
      int splits,
      double halfAccuracy,
      OptionalDouble halfSimilarity,
      OptionalDouble accuracy,
      OptionalDouble similarity,
      Share share) {}

  /**
   * By others.
   *
   * @param participants who they are
   * @param voxels how many all have in common
   * @param accuracy of their mean image in the place of predictions
   */
  public record OfParticipants(
      List<String> participants,
      int voxels,
      double accuracy,
      OptionalDouble similarity,
      Share share) {}

  /** A share of a ceiling, with its interval over other words. */
  public record Share(
      OptionalDouble share, Optional<Ends> ci95, Optional<EvaluationFigures.Interval> interval) {}
}
