package org.mitchell.evaluation.ranks;

/**
 * The place of the right word among all candidates by how alike their images are: 1 + the number of
 * candidates that are more alike + half the number of those that tie with it, a tie being a
 * difference of at most 1e-9.
 *
 * @param place from 1, the best; a mid-rank where candidates tie
 * @param candidates how many candidates there are, the right word included; at least 2
 */
public record Rank(double place, int candidates) {
  /** Differences up to this are ties: rounding must not decide. */
  static final double TIE = 1e-9;

  /**
   * @param right the similarity of the right word
   * @param others similarities of candidates; only those before {@code count} are looked at
   * @param excluded the one among them that is no candidate, or -1
   */
  static Rank of(double right, double[] others, int count, int excluded) {
    int better = 0;
    int notWorse = 0;
    for (int c = 0; c < count; c++) {
      double difference = others[c] - right;
      better += difference > TIE ? 1 : 0;
      notWorse += difference >= -TIE ? 1 : 0;
    }
    int candidates = count + 1;
    if (excluded >= 0) {
      double difference = others[excluded] - right;
      better -= difference > TIE ? 1 : 0;
      notWorse -= difference >= -TIE ? 1 : 0;
      candidates--;
    }
    return new Rank(1 + (better + notWorse) / 2.0, candidates);
  }

  /** (candidates - place) / (candidates - 1): 1 is best, 0 worst, chance is .5. */
  public double percentile() {
    return (candidates - place) / (candidates - 1);
  }
}
