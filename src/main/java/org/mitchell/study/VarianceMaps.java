package org.mitchell.study;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.mitchell.derivatives.VoxelwiseRecord.Extra;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.intervals.SubsampleInterval;
import org.mitchell.evaluation.intervals.Subsamples;
import org.mitchell.evaluation.variance.PartitionModels;
import org.mitchell.evaluation.variance.Share;
import org.mitchell.evaluation.variance.ShareIntervals;
import org.mitchell.evaluation.variance.SpacePartition;
import org.mitchell.evaluation.variance.UniqueVariance;
import org.mitchell.features.FeatureChoice;
import org.mitchell.features.FeatureSpace;
import org.mitchell.features.NamedSpace;
import org.mitchell.files.InputException;
import org.mitchell.inference.PValues;
import org.mitchell.inference.PartOfVariance;
import org.mitchell.inference.VoxelStatistic;
import org.mitchell.inference.VoxelwiseResult;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;
import org.mitchell.tables.TableRules;
import org.mitchell.text.Counted;

/** Maps of variance beside the one that was asked for, of one participant. */
record VarianceMaps(
    FittedParticipant participant, Mapping.Request request, Listener listener, Workers workers) {
  private static final int MOST_NAMED = 10;

  /**
   * The part of the variance that is to be mapped, where one is.
   *
   * @throws InputException if the fit has no such feature space, or one alone
   */
  Optional<PartOfVariance> part() {
    return request.statistic().isPartOfVariance()
        ? Optional.of(
            PartitionMaps.of(participant.fit().subject(), labels())
                .part(request.statistic(), request.of()))
        : Optional.empty();
  }

  /**
   * Ends of the intervals of the part; of R2 that of other features, or of each of the fit's own
   * feature spaces.
   */
  List<Extra> extras() throws IOException {
    if (request.statistic().isPartOfVariance()) {
      return request.group().isPresent() ? List.of() : intervals(part().orElseThrow());
    }
    if (request.beyond().isPresent()) {
      return beyond(request.beyond().get());
    }
    boolean several = input().encoding().spaces().several();
    return request.statistic() == VoxelStatistic.R2 && several ? ofSpaces() : List.of();
  }

  /** p-values of a part of the variance, where its map has some. */
  static List<Extra> ofP(VoxelwiseResult result) {
    if (result.plan().part().isEmpty() || result.inference().isEmpty() || !isOfPart(result)) {
      return List.of();
    }
    PValues inference = result.inference().get();
    String of = " of " + result.plan().description();
    return List.of(
        extra(result, "p", "Permutation p, one-sided, not corrected," + of, inference.p()),
        extra(
            result,
            "fdr",
            "p adjusted for the false discovery rate" + of,
            inference.falseDiscoveryRate()),
        extra(
            result,
            "fwer",
            "p corrected for the family-wise error rate" + of,
            inference.familyWise()));
  }

  private static boolean isOfPart(VoxelwiseResult result) {
    return result.shown().equals(result.plan().shown());
  }

  private static Extra extra(
      VoxelwiseResult result, String what, String description, double[] values) {
    return new Extra(
        result.plan().statistic().label() + what,
        "%s_desc-%s".formatted(result.shown(), what),
        description,
        values,
        false);
  }

  private EncodingAnalysis input() {
    return participant.input();
  }

  private List<String> labels() {
    return participant.fit().features().spaces().stream().map(NamedSpace::label).toList();
  }

  private List<Extra> intervals(PartOfVariance part) {
    if (request.subsamples() == 0) {
      return List.of();
    }
    List<Share> shares = List.of(part.share());
    SpacePartition whole = PartitionModels.of(input(), workers).partition(input().images(), shares);
    var intervals =
        new ShareIntervals(
            input(),
            shares,
            partition -> partition.values(part.share()),
            Subsamples.halves(
                input().size(), request.subsamples(), new RandomStreams(request.seed())));
    SubsampleInterval[] ends = intervals.around(whole, workers, listener.progress());
    var low = new double[ends.length];
    var high = new double[ends.length];
    for (int v = 0; v < ends.length; v++) {
      low[v] = ends[v].low();
      high[v] = ends[v].high();
    }
    String label = request.statistic().label();
    String rest =
        " end of the 95%% interval over other words (%d halves of them) of %s"
            .formatted(request.subsamples(), part.description());
    return List.of(
        new Extra(label + "low", part.shown() + "_desc-low", "Lower" + rest, low, true),
        new Extra(label + "high", part.shown() + "_desc-high", "Upper" + rest, high, true));
  }

  private List<Extra> ofSpaces() {
    if (labels().size() > SpacePartition.MOST) {
      listener.note(
          "%s: no maps of what each of %d feature spaces explains alone: there are some of two or %d"
              .formatted(participant.fit().subject(), labels().size(), SpacePartition.MOST));
      return List.of();
    }
    return new PartitionMaps(labels()).extras(SpacePartition.of(input(), workers));
  }

  /** What the features of the fit explain beyond others, and the other way round. */
  private List<Extra> beyond(String name) throws IOException {
    TableRules rules = request.tables().apply(participant.fit());
    List<String> words = input().words();
    FeatureSpace others = FeatureChoice.of(name).open(workers, rules).vectors(words);
    listener.inputs().know(others);
    FoundWords.spellings(others).ifPresent(listener::note);
    List<String> missing = words.stream().filter(word -> others.vector(word).isEmpty()).toList();
    if (!missing.isEmpty()) {
      throw new InputException(
          "%s has no features of %s of the fit: %s%s. Fit on the words that both have"
              .formatted(
                  name,
                  Counted.of(missing.size(), "word"),
                  String.join(", ", missing.subList(0, Math.min(MOST_NAMED, missing.size()))),
                  missing.size() > MOST_NAMED ? ", ..." : ""));
    }
    var features = new double[words.size()][];
    for (int w = 0; w < features.length; w++) {
      features[w] = others.vector(words.get(w)).orElseThrow();
    }
    UniqueVariance variance = UniqueVariance.of(input(), features, workers);
    String chosen = ", penalties chosen for each model; preset strict";
    return List.of(
        new Extra("r2both", "R2 with " + name + chosen, variance.both(), true),
        new Extra("r2unique", "R2 beyond that of " + name + chosen, variance.own(), true),
        new Extra(
            "r2uniqueother",
            "R2 of " + name + " beyond the fit's" + chosen,
            variance.others(),
            true));
  }
}
