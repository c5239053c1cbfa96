package org.mitchell.evaluation.intervals;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.LeaveTwoOut;
import org.mitchell.evaluation.LeaveTwoOutResult;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * The accuracy of a leave-two-out cross-validation that is done with some of a participant's words:
 * the mean image, the voxels of each fold and the model come from those words alone.
 *
 * @param responses to all words
 * @param rawFeatures unscaled, words x features, words as in the responses. Not copied
 * @param score which pairs count, such as {@link LeaveTwoOutResult#all()}
 */
public record LeaveTwoOutScore(
    Responses responses,
    double[][] rawFeatures,
    EvaluationOptions options,
    Function<LeaveTwoOutResult, LeaveTwoOutResult.Score> score)
    implements WordSubsetScore {

  /** The accuracy over all pairs. */
  public static LeaveTwoOutScore ofAllPairs(
      Responses responses, double[][] rawFeatures, EvaluationOptions options) {
    return new LeaveTwoOutScore(responses, rawFeatures, options, LeaveTwoOutResult::all);
  }

  /**
   * The accuracy over all pairs, ties half right; see {@link LeaveTwoOutResult#allWithHalfTies}.
   */
  public static LeaveTwoOutScore withHalfTies(
      Responses responses, double[][] rawFeatures, EvaluationOptions options) {
    return new LeaveTwoOutScore(
        responses, rawFeatures, options, result -> result.allWithHalfTies(options.match()));
  }

  /** The accuracy over the pairs of one category; NaN where no two of the words share one. */
  public static LeaveTwoOutScore ofPairsWithinCategories(
      Responses responses, double[][] rawFeatures, EvaluationOptions options) {
    return new LeaveTwoOutScore(responses, rawFeatures, options, LeaveTwoOutResult::within);
  }

  @Override
  public double of(int[] words, Workers workers) {
    return score.apply(result(words, workers)).accuracy();
  }

  /** The cross-validation with these words alone; their numbers ascending. */
  LeaveTwoOutResult result(int[] words, Workers workers) {
    List<String> names = responses.words();
    return LeaveTwoOut.run(
        responses.select(Arrays.stream(words).mapToObj(names::get).toList()),
        Arrays.stream(words).mapToObj(w -> rawFeatures[w]).toArray(double[][]::new),
        options,
        workers,
        Progress.NONE);
  }
}
