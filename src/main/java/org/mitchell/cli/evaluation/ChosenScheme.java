package org.mitchell.cli.evaluation;

import java.util.Optional;
import java.util.OptionalDouble;
import org.mitchell.analysis.LeftOut;
import org.mitchell.analysis.ParticipantEvaluation;
import org.mitchell.cli.options.UsageException;
import org.mitchell.evaluation.schemes.ListSplitting;
import org.mitchell.evaluation.schemes.Scheme;
import org.mitchell.evaluation.schemes.Splitting;
import org.mitchell.fmri.Responses;

/**
 * The cross-validation of {@code evaluate}, by either option.
 *
 * @param name the scheme of the paper or like it; nothing for folds of other kinds
 * @param splitting the folds; nothing where words are ranked
 */
record ChosenScheme(Optional<SchemeName> name, Optional<Splitting> splitting) {
  static ChosenScheme of(Optional<SchemeName> scheme, Optional<LeftOut> cv) {
    if (scheme.isPresent() && cv.isPresent()) {
      throw new UsageException("--scheme and --cv: one of them says what is left out, not both");
    }
    if (cv.isEmpty()) {
      SchemeName named = scheme.orElse(SchemeName.LEAVE_TWO_OUT);
      return new ChosenScheme(Optional.of(named), named.scheme().map(folds -> folds));
    }
    Optional<Splitting> splitting = cv.get().splitting();
    if (splitting.isEmpty()) {
      return new ChosenScheme(Optional.of(SchemeName.RANK), splitting);
    }
    boolean pairs = splitting.get() == Scheme.LEAVE_TWO_OUT;
    return new ChosenScheme(
        pairs ? Optional.of(SchemeName.LEAVE_TWO_OUT) : Optional.empty(), splitting);
  }

  boolean ranks() {
    return splitting.isEmpty();
  }

  boolean runs() {
    return splitting.filter(ListSplitting.RUN::equals).isPresent();
  }

  boolean leavesTwoOut() {
    return splitting.filter(Scheme.LEAVE_TWO_OUT::equals).isPresent();
  }

  /** How often every word is presented in training, where runs are left out; else in all. */
  int trainingPresentations(Responses responses) {
    return runs()
        ? ListSplitting.RUN.trainingPresentations(responses)
        : responses.commonPresentations();
  }

  /** See {@link SchemeName#published}. */
  OptionalDouble published(ParticipantEvaluation evaluation) {
    return name.map(scheme -> scheme.published(evaluation)).orElseGet(OptionalDouble::empty);
  }

  /** See {@link SchemeName#publishedMean}. */
  OptionalDouble publishedMean(boolean comparable) {
    return name.map(scheme -> scheme.publishedMean(comparable)).orElseGet(OptionalDouble::empty);
  }
}
