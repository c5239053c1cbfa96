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
 * @param prevalence from the participants' own p, where there are permutations enough
 */
public record GroupFigures(
    List<Double> accuracies,
    List<Double> chance,
    double mean,
    Participants participants,
    Optional<Words> words,
    int permutations,
    OptionalDouble p,
    @JsonProperty("null") Optional<EvaluationFigures.Null> nulls,
    Optional<Prevalence> prevalence) {

  /**
   * In how large a share of people there is an effect.
   *
   * @param significant participants with a p of at most the level
   */
  public record Prevalence(int significant, double level, double estimate, Ends ci95) {}

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
