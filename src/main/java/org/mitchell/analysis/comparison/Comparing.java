package org.mitchell.analysis.comparison;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mitchell.analysis.Halves;
import org.mitchell.analysis.SharedWords;
import org.mitchell.evaluation.LeaveTwoOut;
import org.mitchell.evaluation.intervals.Subsamples;
import org.mitchell.evaluation.variance.VarianceShares;
import org.mitchell.features.FeatureSpace;
import org.mitchell.features.TableAgreement;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;

/** A comparison under way: participants come and go one after another. */
record Comparing(
    List<Contender> contenders,
    Comparison.Participants source,
    Comparison.Plan plan,
    RandomStreams streams,
    Workers workers,
    Progress progress) {

  Comparison run() throws IOException {
    List<SharedWords> participants = contenders.get(0).participants();
    int words = participants.get(0).responses().words().size();
    Optional<Subsamples> subsamples =
        plan.subsamples() == 0
            ? Optional.empty()
            : Optional.of(Subsamples.halves(words, plan.subsamples(), streams));
    subsamples.ifPresent(
        halves ->
            Halves.require(
                halves,
                LeaveTwoOut.FEWEST_WORDS,
                plan.left().inWords(),
                participants.get(0).responses().participant()));
    var found = new ArrayList<OfParticipant>();
    for (int p = 0; p < participants.size(); p++) {
      found.add(
          OfParticipant.of(contenders, source.of(p), plan, subsamples, streams, workers, progress));
    }
    List<ScoredSpace> scores =
        IntStream.range(0, contenders.size()).mapToObj(s -> scores(found, s)).toList();
    return new Comparison(
        participants.stream().map(p -> p.responses().participant()).toList(),
        participants.get(0).responses().task(),
        words,
        plan.left(),
        found.get(0).options(),
        scores.stream().map(space -> space.accuracies(subsamples, streams)).toList(),
        differences(scores, subsamples),
        random(found),
        plan.variance() ? variance(found, subsamples) : List.of(),
        similarities());
  }

  private ScoredSpace scores(List<OfParticipant> found, int space) {
    Contender contender = contenders.get(space);
    return new ScoredSpace(
        contender.name(),
        contender.baseline(),
        contender.participants().get(0).featureSpace().features().size(),
        found.stream().mapToDouble(one -> one.accuracies()[space]).toArray(),
        found.stream().map(one -> one.ofSubsamples()[space]).toArray(double[][]::new));
  }

  private Optional<RandomBaseline> random(List<OfParticipant> found) {
    if (plan.randomSets() == 0) {
      return Optional.empty();
    }
    int features = contenders.get(0).participants().get(0).featureSpace().features().size();
    return Optional.of(
        new RandomBaseline(
            features, found.stream().map(OfParticipant::random).toArray(double[][]::new)));
  }

  private List<PairVariance> variance(List<OfParticipant> found, Optional<Subsamples> subsamples) {
    List<Contender> spaces = contenders.stream().filter(c -> !c.baseline()).toList();
    var pairs = new ArrayList<PairVariance>();
    for (int a = 0; a < spaces.size(); a++) {
      for (int b = a + 1; b < spaces.size(); b++) {
        int pair = pairs.size();
        List<VarianceShares> shares = found.stream().map(one -> one.shares().get(pair)).toList();
        pairs.add(
            new PairVariance(
                spaces.get(a).name(),
                spaces.get(b).name(),
                shares,
                subsamples.map(
                    halves ->
                        VarianceIntervals.of(
                            shares,
                            found.stream().map(one -> one.sharesOfSubsamples().get(pair)).toList(),
                            halves))));
      }
    }
    return pairs;
  }

  private List<SpaceDifference> differences(
      List<ScoredSpace> scores, Optional<Subsamples> subsamples) {
    var uncorrected = new ArrayList<SpaceDifference>();
    for (int a = 0; a < scores.size(); a++) {
      for (int b = a + 1; b < scores.size(); b++) {
        uncorrected.add(scores.get(a).less(scores.get(b), subsamples, streams));
      }
    }
    return SpaceDifference.corrected(uncorrected);
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
}
