package org.mitchell.analysis;

import java.util.Arrays;
import java.util.List;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.intervals.WordSubsetScore;
import org.mitchell.evaluation.schemes.FoldPredictor;
import org.mitchell.evaluation.schemes.Scheme;
import org.mitchell.evaluation.schemes.SchemeEvaluation;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * The accuracy of any scheme that is done with some of a participant's words.
 *
 * @param responses to all words
 * @param rawFeatures unscaled, words x features, words as in the responses. Not copied
 */
record SchemeScore(
    Scheme scheme, Responses responses, double[][] rawFeatures, EvaluationOptions options)
    implements WordSubsetScore {

  @Override
  public double of(int[] words, Workers workers) {
    List<String> names = responses.words();
    Responses some = responses.select(Arrays.stream(words).mapToObj(names::get).toList());
    double[][] features =
        Arrays.stream(words).mapToObj(w -> rawFeatures[w]).toArray(double[][]::new);
    return SchemeEvaluation.of(scheme, some, options, workers)
        .run(FoldPredictor.of(features, options.encoding()), List.of(), Progress.NONE)
        .accuracy();
  }
}
