package org.mitchell.evaluation;

import java.util.List;
import org.mitchell.evaluation.folds.Fold;
import org.mitchell.evaluation.folds.Folds;

/**
 * Which words are held out together when all of them are predicted.
 *
 * @param label in words
 * @param folds that leave out words, every word in one at least
 */
public record HeldOutWords(String label, List<Fold> folds) {
  private static final String PAIRS = "leave-two-out";

  public HeldOutWords {
    folds = List.copyOf(folds);
  }

  /** Every pair, as in the paper. */
  public static HeldOutWords pairs(int words) {
    return new HeldOutWords(PAIRS, Folds.leaveTwoOut(words));
  }

  /** Every word by itself. */
  public static HeldOutWords each(int words) {
    return new HeldOutWords("leave-one-word-out", Folds.leaveOneOut(words));
  }

  /** Whether pairs are held out. */
  public boolean isPairs() {
    return label.equals(PAIRS);
  }
}
