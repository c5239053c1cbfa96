package org.mitchell.inference;

import java.util.List;
import org.mitchell.evaluation.variance.PermutedSpace;
import org.mitchell.jobs.Workers;

/**
 * What one feature space explains beyond the others, and what that is when its residuals, given the
 * others, are exchanged between words.
 *
 * @param exchanges for each word the number of the word whose residuals it is given
 * @param observed the map itself
 */
record PermutedShares(PermutedSpace space, List<int[]> exchanges, double[] observed)
    implements RefittedNulls {
  static PermutedShares of(PermutedSpace space, List<int[]> exchanges) {
    return new PermutedShares(space, exchanges, space.observed().values(space.unique()));
  }

  /** By the workers of the models. */
  @Override
  public double[] map(int[] exchange, Workers workers) {
    return space.permuted(exchange).values(space.unique());
  }
}
