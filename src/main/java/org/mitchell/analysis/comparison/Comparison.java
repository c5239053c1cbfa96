package org.mitchell.analysis.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mitchell.analysis.Halves;
import org.mitchell.analysis.SharedWords;
import org.mitchell.analysis.TiedPairs;
import org.mitchell.encoding.FoldPredictor;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.LeaveTwoOut;
import org.mitchell.evaluation.groups.ParticipantsTest;
import org.mitchell.evaluation.intervals.SubsampleInterval;
import org.mitchell.evaluation.intervals.Subsamples;
import org.mitchell.evaluation.intervals.WordSubsetScore;
import org.mitchell.evaluation.nulls.Holm;
import org.mitchell.evaluation.nulls.RandomFeatures;
import org.mitchell.evaluation.schemes.FeatureSet;
import org.mitchell.evaluation.schemes.Scheme;
import org.mitchell.evaluation.schemes.SchemeEvaluation;
import org.mitchell.evaluation.variance.PartitionOptions;
import org.mitchell.evaluation.variance.VariancePartition;
import org.mitchell.evaluation.variance.VarianceShares;
import org.mitchell.features.FeatureSpace;
import org.mitchell.features.TableAgreement;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;

/**
 * Feature spaces compared on the same participants, words, folds, voxels and subsamples.
 *
 * @param participants their labels
 * @param words how many there are
 * @param spaces in the order given
 * @param differences of every two spaces
 * @param random what features without meaning give, where that was asked for
 * @param variance what every two spaces that are no baselines explain, where that was asked for
 * @param similarities of every two spaces in which words they hold for alike (Spearman's
 *     correlation of the cosines between words), spaces x spaces; 1 on the diagonal. Not copied
 */
public record Comparison(
    List<String> participants,
    int words,
    List<SpaceAccuracies> spaces,
    List<SpaceDifference> differences,
    Optional<RandomBaseline> random,
    List<PairVariance> variance,
    double[][] similarities) {
  public Comparison {
    participants = List.copyOf(participants);
    spaces = List.copyOf(spaces);
    differences = List.copyOf(differences);
    variance = List.copyOf(variance);
  }

  /** How many differences are corrected for: all but those of two baselines. */
  public int planned() {
    return (int) differences.stream().filter(SpaceDifference::planned).count();
  }

  /**
   * What is done.
   *
   * @param options how folds are done, for each participant
   * @param subsamples how many halves of the words the intervals rest on; 0 for none
   * @param randomSets how many sets of features without meaning there are; 0 for none
   * @param variance whether variance is partitioned
   */
  public record Plan(
      Function<Responses, EvaluationOptions> options,
      int subsamples,
      int randomSets,
      boolean variance) {}

  /**
   * @param contenders at least one
   */
  public static Comparison of(
      List<Contender> contenders,
      Plan plan,
      RandomStreams streams,
      Workers workers,
      Progress progress) {
    return new Comparing(contenders, plan, streams, workers, progress).run();
  }

  /** A space's accuracy for every participant, with all words and with every subsample of them. */
  private record Scores(double[] accuracies, double[][] ofSubsamples) {}

  /** A comparison under way. */
  private record Comparing(
      List<Contender> contenders,
      Plan plan,
      RandomStreams streams,
      Workers workers,
      Progress progress) {

    Comparison run() {
      List<SharedWords> participants = contenders.get(0).participants();
      int words = participants.get(0).responses().words().size();
      Optional<Subsamples> subsamples =
          plan.subsamples == 0
              ? Optional.empty()
              : Optional.of(Subsamples.halves(words, plan.subsamples, streams));
      subsamples.ifPresent(
          halves ->
              Halves.require(
                  halves,
                  LeaveTwoOut.FEWEST_WORDS,
                  "leave-two-out",
                  participants.get(0).responses().participant()));
      List<Scores> scores = contenders.stream().map(c -> scores(c, subsamples)).toList();
      var spaces = new ArrayList<SpaceAccuracies>();
      for (int s = 0; s < contenders.size(); s++) {
        spaces.add(accuracies(contenders.get(s), scores.get(s), subsamples));
      }
      return new Comparison(
          participants.stream().map(p -> p.responses().participant()).toList(),
          words,
          spaces,
          differences(scores, subsamples),
          plan.randomSets == 0 ? Optional.empty() : Optional.of(random()),
          plan.variance ? variance(subsamples) : List.of(),
          similarities());
    }

    /** As many numbers a word as the first space has features. */
    private RandomBaseline random() {
      List<SharedWords> first = contenders.get(0).participants();
      int features = first.get(0).featureSpace().features().size();
      var accuracies = new double[first.size()][];
      for (int p = 0; p < accuracies.length; p++) {
        Responses responses = first.get(p).responses();
        EvaluationOptions how = plan.options.apply(responses);
        List<FeatureSet> sets =
            new RandomFeatures(responses.words().size(), features)
                .sets(plan.randomSets, how.encoding(), streams);
        var given = FoldPredictor.of(first.get(p).rawFeatures(), how.encoding());
        accuracies[p] =
            SchemeEvaluation.of(Scheme.LEAVE_TWO_OUT, first.get(p).analysis(how), workers)
                .run(given, sets, progress)
                .otherAccuracies();
      }
      return new RandomBaseline(features, accuracies);
    }

    private List<PairVariance> variance(Optional<Subsamples> subsamples) {
      List<Contender> spaces = contenders.stream().filter(c -> !c.baseline()).toList();
      var pairs = new ArrayList<PairVariance>();
      for (int a = 0; a < spaces.size(); a++) {
        for (int b = a + 1; b < spaces.size(); b++) {
          pairs.add(variance(spaces.get(a), spaces.get(b), subsamples));
        }
      }
      return pairs;
    }

    private PairVariance variance(Contender a, Contender b, Optional<Subsamples> subsamples) {
      var shares = new ArrayList<VarianceShares>();
      var ofSubsamples = new ArrayList<VarianceShares[]>();
      for (int p = 0; p < a.participants().size(); p++) {
        shares.add(shares(a, b, p));
        if (subsamples.isPresent()) {
          ofSubsamples.add(ofSubsamples(a, b, p, subsamples.get()));
        }
      }
      return new PairVariance(
          a.name(),
          b.name(),
          shares,
          subsamples.map(halves -> VarianceIntervals.of(shares, ofSubsamples, halves)));
    }

    private VarianceShares shares(Contender a, Contender b, int participant) {
      SharedWords words = a.participants().get(participant);
      return shares(
          words.responses(),
          words.rawFeatures(),
          b.participants().get(participant).rawFeatures(),
          workers);
    }

    private VarianceShares shares(
        Responses responses, double[][] a, double[][] b, Workers workers) {
      EvaluationOptions how = plan.options.apply(responses);
      var usual = PartitionOptions.USUAL;
      var options =
          new PartitionOptions(
              how.encoding().scale(), usual.per(), usual.grid(), usual.steps(), how.voxels());
      var partition = VariancePartition.of(responses, a, b, options, workers);
      return partition.selected().orElse(partition.pooled());
    }

    /** The shares with the words of every subsample alone. */
    private VarianceShares[] ofSubsamples(
        Contender a, Contender b, int participant, Subsamples subsamples) {
      Responses responses = a.participants().get(participant).responses();
      double[][] featuresA = a.participants().get(participant).rawFeatures();
      double[][] featuresB = b.participants().get(participant).rawFeatures();
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

    private Scores scores(Contender contender, Optional<Subsamples> subsamples) {
      int participants = contender.participants().size();
      var accuracies = new double[participants];
      var ofSubsamples = new double[participants][0];
      for (int p = 0; p < participants; p++) {
        SharedWords words = contender.participants().get(p);
        EvaluationOptions how = plan.options.apply(words.responses());
        EncodingAnalysis analysis = words.analysis(how);
        var result = LeaveTwoOut.run(analysis, workers, progress);
        TiedPairs.of(result.pairs(), how).requireSome(contender.name());
        accuracies[p] = result.allWithHalfTies(how.match()).accuracy();
        if (subsamples.isPresent()) {
          var score =
              WordSubsetScore.of(
                  analysis,
                  (some, alone) ->
                      LeaveTwoOut.run(some, alone, Progress.NONE)
                          .allWithHalfTies(how.match())
                          .accuracy());
          ofSubsamples[p] = subsamples.get().scores(score, workers, progress);
        }
      }
      return new Scores(accuracies, ofSubsamples);
    }

    private SpaceAccuracies accuracies(
        Contender contender, Scores scores, Optional<Subsamples> subsamples) {
      double mean = mean(scores.accuracies);
      return new SpaceAccuracies(
          contender.name(),
          contender.baseline(),
          contender.participants().get(0).featureSpace().features().size(),
          scores.accuracies,
          subsamples.map(
              s ->
                  SubsampleInterval.ofAccuracy(
                      mean, SubsampleInterval.mean(scores.ofSubsamples), s)),
          ParticipantsTest.of(scores.accuracies, new double[scores.accuracies.length], streams));
    }

    private List<SpaceDifference> differences(
        List<Scores> scores, Optional<Subsamples> subsamples) {
      var uncorrected = new ArrayList<SpaceDifference>();
      for (int a = 0; a < scores.size(); a++) {
        for (int b = a + 1; b < scores.size(); b++) {
          uncorrected.add(difference(a, b, scores, subsamples));
        }
      }
      double[] corrected =
          Holm.corrected(
              uncorrected.stream().mapToDouble(d -> d.planned() ? d.p() : Double.NaN).toArray());
      var differences = new ArrayList<SpaceDifference>();
      for (int i = 0; i < corrected.length; i++) {
        var d = uncorrected.get(i);
        differences.add(
            new SpaceDifference(
                d.a(),
                d.b(),
                d.planned(),
                d.difference(),
                d.words(),
                d.participants(),
                d.p(),
                corrected[i]));
      }
      return differences;
    }

    private SpaceDifference difference(
        int a, int b, List<Scores> scores, Optional<Subsamples> subsamples) {
      double[] one = scores.get(a).accuracies;
      double[] two = scores.get(b).accuracies;
      var differences = new double[one.length];
      Arrays.setAll(differences, p -> one[p] - two[p]);
      double difference = mean(differences);
      Optional<SubsampleInterval> words =
          subsamples.map(
              s ->
                  SubsampleInterval.ofDifference(
                      difference,
                      SubsampleInterval.mean(scores.get(a).ofSubsamples),
                      SubsampleInterval.mean(scores.get(b).ofSubsamples),
                      s));
      var participants = ParticipantsTest.of(differences, new double[differences.length], streams);
      double p =
          larger(words.map(SubsampleInterval::p).orElse(Double.NaN), participants.pTwoSided());
      return new SpaceDifference(
          contenders.get(a).name(),
          contenders.get(b).name(),
          !contenders.get(a).baseline() || !contenders.get(b).baseline(),
          difference,
          words,
          participants,
          p,
          Double.NaN);
    }

    private double[][] similarities() {
      var spaces = contenders.stream().map(c -> c.participants().get(0).featureSpace()).toList();
      var similarities = new double[spaces.size()][spaces.size()];
      for (int a = 0; a < similarities.length; a++) {
        similarities[a][a] = 1;
        for (int b = a + 1; b < similarities.length; b++) {
          similarities[a][b] = similarity(spaces.get(a), spaces.get(b));
          similarities[b][a] = similarities[a][b];
        }
      }
      return similarities;
    }

    private static double similarity(FeatureSpace a, FeatureSpace b) {
      return TableAgreement.of(a, b).similarity();
    }

    private static double larger(double one, double two) {
      return Double.isNaN(one) ? two : Double.isNaN(two) ? one : Math.max(one, two);
    }

    private static double mean(double[] values) {
      return Arrays.stream(values).average().orElseThrow();
    }
  }
}
