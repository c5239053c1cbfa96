package org.mitchell.evaluation;

/** When a pair of predicted images counts as matched with the right pair of observed images. */
public enum MatchRule {
  /** The right assignment is more alike in sum than the wrong one (the paper's rule). */
  SUM,
  /** At least one predicted image is more alike to its own word's image than to the other's. */
  SINGLE,
  /** Both predicted images are. */
  STRICT;

  /** Differences up to this are ties: rounding must not decide. */
  static final double TIE = 1e-9;

  /**
   * 1 for right, 0 for wrong, 1/2 for a tie.
   *
   * @param s11 similarity of prediction 1 with observation 1
   * @param s12 of prediction 1 with observation 2
   * @param s21 of prediction 2 with observation 1
   * @param s22 of prediction 2 with observation 2
   */
  public double score(double s11, double s12, double s21, double s22) {
    return switch (this) {
      case SUM -> compare(s11 + s22, s12 + s21);
      case SINGLE -> Math.max(compare(s11, s12), compare(s22, s21));
      case STRICT -> Math.min(compare(s11, s12), compare(s22, s21));
    };
  }

  /** Whether a pair that was matched ties. */
  public boolean tie(PairResult pair) {
    return score(pair.s11(), pair.s12(), pair.s21(), pair.s22()) == 0.5;
  }

  private static double compare(double right, double wrong) {
    double difference = right - wrong;
    return Math.abs(difference) <= TIE ? 0.5 : difference > 0 ? 1 : 0;
  }
}
