package org.mitchell.evaluation.schemes;

import java.util.List;
import java.util.Locale;
import org.mitchell.evaluation.folds.Fold;
import org.mitchell.fmri.Responses;

/** Which words are left out of the training together, and which pairs of them are matched. */
public enum Scheme implements Splitting {
  /** Every pair of words is left out, and matched (Mitchell et al. 2008). */
  LEAVE_TWO_OUT,
  /** As {@link #LEAVE_TWO_OUT}, the pairs of two words of one category alone. */
  WITHIN_CATEGORY,
  /**
   * For every pair of words of two categories both categories are left out as a whole: does the
   * model reach words unlike all that it was trained on?
   */
  LEAVE_CATEGORY_OUT,
  /** Every category is left out as a whole, and the pairs of its words are matched. */
  WITHIN_LEFT_OUT_CATEGORY,
  /**
   * No word is left out: the model is trained on all presentations but one, and all pairs of words
   * are matched with the images of that one. Voxels are chosen by the training presentations.
   */
  PRESENTATIONS;

  /** The name in options and files: {@code leave-two-out}, ... */
  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public boolean needsCategories() {
    return this == WITHIN_CATEGORY
        || this == LEAVE_CATEGORY_OUT
        || this == WITHIN_LEFT_OUT_CATEGORY;
  }

  @Override
  public List<Fold> folds(Responses responses) {
    return SchemeFolds.of(this, responses);
  }

  @Override
  public int trainingPresentations(Responses responses) {
    return responses.commonPresentations() - (this == PRESENTATIONS ? 1 : 0);
  }
}
