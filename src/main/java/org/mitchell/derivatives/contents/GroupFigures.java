package org.mitchell.derivatives.contents;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What several participants say together: a part of what {@code evaluate --json} prints.
 *
 * @param accuracies one a participant
 * @param chance what guessing gives
 * @param words the mean over other words
 * @param permutations of the words, the same in all participants
 */
public record GroupFigures(
    List<Double> accuracies,
    List<Double> chance,
    double mean,
    Participants participants,
    Optional<Words> words,
    int permutations,
    OptionalDouble p,
    @JsonProperty("null") Optional<EvaluationFigures.Null> nulls) {

  /** The mean over other participants. */
  public record Participants(
      Ends ci95,
      OptionalDouble t,
      OptionalDouble p,
      OptionalDouble pSignFlip,
      Number signPatterns) {}

  /** The mean over other words. */
  public record Words(Ends ci95, OptionalDouble standardError) {}
}
