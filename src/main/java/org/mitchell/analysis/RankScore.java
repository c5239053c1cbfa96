package org.mitchell.analysis;

import java.util.Arrays;
import java.util.List;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.intervals.WordSubsetScore;
import org.mitchell.evaluation.ranks.CandidateWords;
import org.mitchell.evaluation.ranks.RankEvaluation;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Workers;

/**
 * The mean percentile of some of a participant's words, ranked among the same candidates as all.
 *
 * @param responses to all words
 * @param rawFeatures unscaled, words x features, words as in the responses. Not copied
 */
record RankScore(
    Responses responses,
    double[][] rawFeatures,
    EvaluationOptions options,
    CandidateWords candidates)
    implements WordSubsetScore {

  @Override
  public double of(int[] words, Workers workers) {
    List<String> names = responses.words();
    Responses some = responses.select(Arrays.stream(words).mapToObj(names::get).toList());
    double[][] features =
        Arrays.stream(words).mapToObj(w -> rawFeatures[w]).toArray(double[][]::new);
    return RankEvaluation.of(some, features, options, candidates, workers).meanPercentile();
  }
}
