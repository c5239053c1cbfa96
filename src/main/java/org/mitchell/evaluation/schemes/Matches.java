package org.mitchell.evaluation.schemes;

import org.mitchell.evaluation.folds.Fold;

/** Takes in how the pairs of a fold were matched, for several feature sets at once. */
interface Matches {
  /**
   * One pair, by the feature sets {@code from} .. {@code from + s11.length}; see {@link
   * org.mitchell.evaluation.PairResult} for the similarities.
   *
   * @param pair number of the pair among those of the fold
   */
  void add(Fold fold, int pair, int from, int sets, Similarities similarities);

  /**
   * Similarities of the predictions and observations of one pair, a value a feature set: s(p1, o1),
   * s(p1, o2), s(p2, o1), s(p2, o2).
   */
  record Similarities(double[] s11, double[] s12, double[] s21, double[] s22) {}
}
