package org.mitchell.cli.evaluation;

import java.util.Optional;
import java.util.OptionalDouble;
import org.mitchell.analysis.ParticipantEvaluation;
import org.mitchell.analysis.ParticipantEvaluation.Figures;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.schemes.Scheme;
import org.mitchell.paper.PublishedAccuracies;

/** The schemes of {@code evaluate}, and what the paper found with each. */
enum SchemeName {
  LEAVE_TWO_OUT(Optional.of(Scheme.LEAVE_TWO_OUT), OptionalDouble.of(PublishedAccuracies.MEAN)),
  WITHIN_CATEGORY(
      Optional.of(Scheme.WITHIN_CATEGORY), OptionalDouble.of(PublishedAccuracies.WITHIN_CATEGORY)),
  LEAVE_CATEGORY_OUT(
      Optional.of(Scheme.LEAVE_CATEGORY_OUT),
      OptionalDouble.of(PublishedAccuracies.LEAVE_CATEGORY_OUT)),
  WITHIN_LEFT_OUT_CATEGORY(Optional.of(Scheme.WITHIN_LEFT_OUT_CATEGORY), OptionalDouble.empty()),
  RANK(Optional.empty(), OptionalDouble.of(PublishedAccuracies.RANK)),
  PRESENTATIONS(Optional.of(Scheme.PRESENTATIONS), OptionalDouble.empty());

  private final Optional<Scheme> scheme;
  private final OptionalDouble published;

  SchemeName(Optional<Scheme> scheme, OptionalDouble published) {
    this.scheme = scheme;
    this.published = published;
  }

  /** How pairs are left out; nothing for ranks. */
  Optional<Scheme> scheme() {
    return scheme;
  }

  /**
   * The paper's figure of a participant where it gives that, otherwise its mean; nothing where it
   * cannot be held against what was evaluated.
   */
  OptionalDouble published(ParticipantEvaluation evaluation) {
    if (!comparable(evaluation)) {
      return OptionalDouble.empty();
    }
    OptionalDouble own = PublishedAccuracies.of(evaluation.words().responses().participant());
    return this == LEAVE_TWO_OUT && own.isPresent() ? own : published;
  }

  /**
   * The paper's mean; nothing where it cannot be held against what was evaluated.
   *
   * @param comparable whether every evaluation is {@link #comparable}
   */
  OptionalDouble publishedMean(boolean comparable) {
    return comparable ? published : OptionalDouble.empty();
  }

  /** The paper's participants, words and features, and as many candidates for a rank. */
  static boolean comparable(ParticipantEvaluation evaluation) {
    var responses = evaluation.words().responses();
    boolean candidates =
        !(evaluation.figures() instanceof Figures.Ranks ranks)
            || ranks.result().mostCandidates() == PublishedAccuracies.RANK_CANDIDATES;
    return candidates
        && evaluation.options().match() == MatchRule.SUM
        && PublishedAccuracies.comparable(
            responses.participant(),
            responses.simulated(),
            responses.words(),
            evaluation.words().featureSpace().features());
  }
}
