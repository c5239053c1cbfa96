package org.mitchell.analysis.leaks;

import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.schemes.Splitting;
import org.mitchell.fmri.Responses;

/**
 * What is measured.
 *
 * @param options how folds are done
 * @param splitting the folds
 * @param permutations how often words exchange what rivals know of them; 19 or more
 * @param subsamples how many halves of the words the intervals rest on; 0 for none
 * @param shuffles how often presentations are put into parts at random, beside those of the runs; 0
 *     for neither
 */
public record LeakPlan(
    Options options, Splitting splitting, int permutations, int subsamples, int shuffles) {
  /** Enough for a p of .005. */
  public static final int USUAL_PERMUTATIONS = 199;

  /** Fewer allow no p of .05. */
  public static final int FEWEST_PERMUTATIONS = 19;

  /** Random parts that the accuracies of shuffled folds are means of. */
  public static final int USUAL_SHUFFLES = 10;

  /** How folds are done. */
  @FunctionalInterface
  public interface Options {
    /**
     * @param presentations how often every word is presented in the training of a fold, at least
     */
    EvaluationOptions of(Responses responses, int presentations);
  }
}
