package org.mitchell.evaluation.schemes;

import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.PairResult;
import org.mitchell.evaluation.folds.Fold;

/**
 * Keeps the pairs of the first of several feature sets, and sums up the scores of all sets. Belongs
 * to one thread.
 */
final class SetScores implements Matches {
  private final MatchRule rule;
  private final boolean halfTies;
  private final PairResult[] pairs;
  private final double[] sums;

  /** Number of the first pair of the fold under way, among all pairs. */
  private int first;

  /**
   * @param halfTies whether a tie is half right, and not wrong
   * @param pairs of all folds, where those of the first set are written
   */
  SetScores(MatchRule rule, boolean halfTies, int sets, PairResult[] pairs) {
    this.rule = rule;
    this.halfTies = halfTies;
    this.pairs = pairs;
    this.sums = new double[sets];
  }

  /** A fold comes, whose first pair has this number among all. */
  void begin(int firstPair) {
    this.first = firstPair;
  }

  @Override
  public void add(Fold fold, int pair, int from, int count, Similarities similarities) {
    double[] s11 = similarities.s11();
    double[] s12 = similarities.s12();
    double[] s21 = similarities.s21();
    double[] s22 = similarities.s22();
    for (int s = 0; s < count; s++) {
      sums[from + s] += correct(s11[s], s12[s], s21[s], s22[s]);
    }
    if (from == 0) {
      int[] words = fold.pairs()[pair];
      pairs[first + pair] =
          new PairResult(
              fold.tested()[words[0]],
              fold.tested()[words[1]],
              s11[0],
              s12[0],
              s21[0],
              s22[0],
              correct(s11[0], s12[0], s21[0], s22[0]));
    }
  }

  private double correct(double s11, double s12, double s21, double s22) {
    double score = rule.score(s11, s12, s21, s22);
    return halfTies ? score : Math.floor(score);
  }

  /** Sums of halves are exact: the order in which threads come here does not matter. */
  void addTo(double[] all) {
    synchronized (all) {
      for (int s = 0; s < all.length; s++) {
        all[s] += sums[s];
      }
    }
  }
}
