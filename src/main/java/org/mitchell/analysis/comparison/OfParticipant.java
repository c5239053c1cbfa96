package org.mitchell.analysis.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mitchell.analysis.LeftOut;
import org.mitchell.analysis.SharedWords;
import org.mitchell.encoding.FoldPredictor;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.intervals.Subsamples;
import org.mitchell.evaluation.intervals.WordSubsetScore;
import org.mitchell.evaluation.nulls.RandomFeatures;
import org.mitchell.evaluation.schemes.FeatureSet;
import org.mitchell.evaluation.schemes.SchemeEvaluation;
import org.mitchell.evaluation.variance.PartitionOptions;
import org.mitchell.evaluation.variance.VariancePartition;
import org.mitchell.evaluation.variance.VarianceShares;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;

/**
 * What one participant has to say of the spaces. Its responses are let go.
 *
 * @param options how folds were done
 * @param accuracies one a space
 * @param ofSubsamples spaces x subsamples; no columns without any
 * @param random accuracies of features without meaning, one a set
 * @param shares one of every two spaces that are no baselines, where variance is partitioned
 * @param sharesOfSubsamples the same with the words of every subsample
 */
record OfParticipant(
    EvaluationOptions options,
    double[] accuracies,
    double[][] ofSubsamples,
    double[] random,
    List<VarianceShares> shares,
    List<VarianceShares[]> sharesOfSubsamples) {

  /**
   * @param contenders the spaces
   * @param spaces the participant in each
   */
  static OfParticipant of(
      List<Contender> contenders,
      List<SharedWords> spaces,
      Comparison.Plan plan,
      Optional<Subsamples> subsamples,
      RandomStreams streams,
      Workers workers,
      Progress progress) {
    EvaluationOptions how = plan.options().apply(spaces.get(0).responses());
    return new Scoring(contenders, spaces, how, plan, subsamples, streams, workers, progress).run();
  }

  /** One under way. */
  private record Scoring(
      List<Contender> contenders,
      List<SharedWords> spaces,
      EvaluationOptions how,
      Comparison.Plan plan,
      Optional<Subsamples> subsamples,
      RandomStreams streams,
      Workers workers,
      Progress progress) {

    OfParticipant run() {
      plan.left().require(spaces.get(0), how, subsamples);
      var accuracies = new double[spaces.size()];
      var ofSubsamples = new double[spaces.size()][0];
      for (int s = 0; s < accuracies.length; s++) {
        EncodingAnalysis analysis = spaces.get(s).analysis(how);
        LeftOut.Matched matched = plan.left().matched(analysis, workers, progress);
        matched.ties(how).requireSome(contenders.get(s).name());
        accuracies[s] = matched.accuracy();
        if (subsamples.isPresent()) {
          var score =
              WordSubsetScore.of(
                  analysis,
                  (some, alone) -> plan.left().matched(some, alone, Progress.NONE).accuracy());
          ofSubsamples[s] = subsamples.get().scores(score, workers, progress);
        }
      }
      var shares = new ArrayList<VarianceShares>();
      var sharesOfSubsamples = new ArrayList<VarianceShares[]>();
      if (plan.variance()) {
        variance(shares, sharesOfSubsamples);
      }
      return new OfParticipant(
          how,
          accuracies,
          ofSubsamples,
          plan.randomSets() == 0 ? new double[0] : random(),
          shares,
          sharesOfSubsamples);
    }

    /** As many numbers a word as the first space has features. */
    private double[] random() {
      SharedWords first = spaces.get(0);
      int features = first.featureSpace().features().size();
      List<FeatureSet> sets =
          new RandomFeatures(first.responses().words().size(), features)
              .sets(plan.randomSets(), how.encoding(), streams);
      var given = FoldPredictor.of(first.rawFeatures(), how.encoding());
      return SchemeEvaluation.of(
              plan.left().splitting().orElseThrow(), first.analysis(how), workers)
          .run(given, sets, progress)
          .otherAccuracies();
    }

    private void variance(List<VarianceShares> shares, List<VarianceShares[]> sharesOfSubsamples) {
      for (int a = 0; a < spaces.size(); a++) {
        for (int b = a + 1; b < spaces.size(); b++) {
          if (contenders.get(a).baseline() || contenders.get(b).baseline()) {
            continue;
          }
          Responses responses = spaces.get(a).responses();
          double[][] featuresA = spaces.get(a).rawFeatures();
          double[][] featuresB = spaces.get(b).rawFeatures();
          shares.add(shares(responses, featuresA, featuresB, workers));
          subsamples.ifPresent(
              halves ->
                  sharesOfSubsamples.add(ofSubsamples(responses, featuresA, featuresB, halves)));
        }
      }
    }

    private VarianceShares shares(
        Responses responses, double[][] a, double[][] b, Workers workers) {
      EvaluationOptions own = plan.options().apply(responses);
      var usual = PartitionOptions.USUAL;
      var options =
          new PartitionOptions(
              own.encoding().scale(), usual.per(), usual.grid(), usual.steps(), own.voxels());
      var partition = VariancePartition.of(responses, a, b, options, workers);
      return partition.selected().orElse(partition.pooled());
    }

    /** The shares with the words of every subsample alone. */
    private VarianceShares[] ofSubsamples(
        Responses responses, double[][] featuresA, double[][] featuresB, Subsamples subsamples) {
      var shares = new VarianceShares[subsamples.count()];
      progress.begin("variance interval", "subsamples", shares.length);
      try (var alone = new Workers(1)) {
        workers.forEach(
            shares.length,
            i -> {
              int[] words = subsamples.subsets()[i];
              shares[i] =
                  shares(
                      responses.select(
                          Arrays.stream(words).mapToObj(responses.words()::get).toList()),
                      rows(featuresA, words),
                      rows(featuresB, words),
                      alone);
              progress.advance(1);
            });
      }
      progress.end();
      return shares;
    }

    private static double[][] rows(double[][] features, int[] words) {
      return Arrays.stream(words).mapToObj(w -> features[w]).toArray(double[][]::new);
    }
  }
}
