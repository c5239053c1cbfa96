package org.mitchell.evaluation.schemes;

import java.util.List;
import org.mitchell.evaluation.PairResult;

/**
 * What a cross-validation gave.
 *
 * @param pairs every pair that was matched, by the features as they are; in the scheme {@link
 *     Scheme#PRESENTATIONS} each pair once for every presentation
 * @param selectedVoxels how many voxels were compared in a fold (the fewest of any fold)
 * @param otherAccuracies the accuracy of every other feature set, in their order. Not copied
 */
public record SchemeResult(List<PairResult> pairs, int selectedVoxels, double[] otherAccuracies) {
  public SchemeResult {
    pairs = List.copyOf(pairs);
  }

  /** How many pairs were matched right; ties may count half. */
  public double correct() {
    return pairs.stream().mapToDouble(PairResult::correct).sum();
  }

  /** Correct pairs / pairs. */
  public double accuracy() {
    return correct() / pairs.size();
  }
}
