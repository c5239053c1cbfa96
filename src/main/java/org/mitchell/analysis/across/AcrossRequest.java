package org.mitchell.analysis.across;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.across.AcrossPlan;
import org.mitchell.evaluation.across.Way;
import org.mitchell.fmri.Responses;

/**
 * What is asked for.
 *
 * @param ways how a participant that is left out is reached; nothing named means all that can be
 * @param dimensions of the shared space; nothing for the usual number, or as many as there are
 * @param permutations relabellings of the words
 * @param options how a participant is evaluated
 */
public record AcrossRequest(
    List<Way> ways,
    OptionalInt dimensions,
    int permutations,
    Function<Responses, EvaluationOptions> options,
    long seed) {
  /**
   * @param training how many words a fold trains on: their images, less the mean, have one
   *     dimension less
   */
  int dimensionsOf(int training) {
    return dimensions.orElse(Math.min(AcrossPlan.USUAL_DIMENSIONS, training - 1));
  }
}
