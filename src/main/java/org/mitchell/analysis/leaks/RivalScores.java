package org.mitchell.analysis.leaks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mitchell.analysis.TiedPairs;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.FoldPredictor;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.folds.Fold;
import org.mitchell.evaluation.leaks.Nearby;
import org.mitchell.evaluation.leaks.NearbyEvaluation;
import org.mitchell.evaluation.leaks.TrialPlaces;
import org.mitchell.evaluation.schemes.FeatureSet;
import org.mitchell.evaluation.schemes.SchemeEvaluation;
import org.mitchell.evaluation.schemes.SchemeResult;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * Accuracies of the model and of its rivals in the same folds, over the same voxels, ties half
 * right.
 *
 * @param model with every word's own features
 * @param tied pairs of the model
 * @param rivals rivals x relabellings; the first one leaves every word its own. Not copied
 */
record RivalScores(double model, TiedPairs tied, double[][] rivals) {
  /**
   * @param rivals those of one participant: numbers of these words, or trials near in time
   * @param relabellings the first one leaves all as it is
   */
  static RivalScores of(
      EncodingAnalysis analysis,
      List<Fold> folds,
      List<OfParticipant> rivals,
      List<int[]> relabellings,
      Workers workers,
      Progress progress) {
    int[] numbers =
        IntStream.range(0, rivals.size()).filter(r -> rivals.get(r).isOfNumbers()).toArray();
    int[] trials =
        IntStream.range(0, rivals.size()).filter(r -> !rivals.get(r).isOfNumbers()).toArray();
    EncodingOptions own = analysis.encoding();
    var standardised = new EncodingOptions(own.preset(), Scale.ZSCORE, own.penalty());
    var sets = new ArrayList<FeatureSet>();
    for (int r : numbers) {
      var predictor = FoldPredictor.of(rivals.get(r).numbers(), standardised);
      relabellings.forEach(relabelling -> sets.add(new FeatureSet(predictor, relabelling)));
    }
    SchemeResult result =
        SchemeEvaluation.of(folds, analysis, workers)
            .withHalfTies()
            .run(FoldPredictor.of(analysis.rawFeatures(), own), sets, progress);
    var accuracies = new double[rivals.size()][];
    int each = relabellings.size();
    for (int i = 0; i < numbers.length; i++) {
      accuracies[numbers[i]] =
          Arrays.copyOfRange(result.otherAccuracies(), i * each, (i + 1) * each);
    }
    if (trials.length > 0) {
      double[][] near =
          NearbyEvaluation.accuracies(
              analysis,
              folds,
              IntStream.of(trials).mapToObj(r -> rivals.get(r).kind()).toList(),
              TrialPlaces.of(analysis.responses()).orElseThrow(),
              relabellings,
              workers,
              progress);
      for (int i = 0; i < trials.length; i++) {
        accuracies[trials[i]] = near[i];
      }
    }
    return new RivalScores(
        result.accuracy(), TiedPairs.of(result.pairs(), analysis.options()), accuracies);
  }

  /** A rival of one participant. */
  record OfParticipant(Rival rival, double[][] numbers) {
    static OfParticipant of(Rival rival, int participant) {
      return new OfParticipant(
          rival,
          rival instanceof Rival.Numbers own ? own.features().get(participant) : new double[0][]);
    }

    boolean isOfNumbers() {
      return rival instanceof Rival.Numbers;
    }

    Nearby kind() {
      return ((Rival.Trials) rival).kind();
    }

    /** The same rival of some of the words. */
    OfParticipant ofWords(int[] words) {
      return isOfNumbers()
          ? new OfParticipant(
              rival, Arrays.stream(words).mapToObj(w -> numbers[w]).toArray(double[][]::new))
          : this;
    }
  }
}
