package org.mitchell.evaluation.schemes;

import java.util.List;
import java.util.Optional;
import org.mitchell.evaluation.folds.Fold;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Responses;

/** What is trained on and what is tested, fold by fold. */
public sealed interface Splitting permits Scheme, ListSplitting, PartSplitting {
  /** The name in options and files. */
  String label();

  /** Whether it needs the categories of the words. */
  default boolean needsCategories() {
    return false;
  }

  /**
   * @throws InputException if the words or presentations do not allow it
   */
  List<Fold> folds(Responses responses);

  /** How often every word was presented in the training of every fold, at least. */
  default int trainingPresentations(Responses responses) {
    return responses.commonPresentations();
  }

  /**
   * What the user should know of the folds.
   *
   * @param folds those of these responses
   */
  default Optional<String> note(List<Fold> folds, Responses responses) {
    return Optional.empty();
  }
}
