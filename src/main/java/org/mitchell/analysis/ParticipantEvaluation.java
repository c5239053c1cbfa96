package org.mitchell.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.encoding.FoldPredictor;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.LeaveTwoOut;
import org.mitchell.evaluation.intervals.SubsampleInterval;
import org.mitchell.evaluation.intervals.Subsamples;
import org.mitchell.evaluation.intervals.WordSubsetScore;
import org.mitchell.evaluation.nulls.NullDistribution;
import org.mitchell.evaluation.ranks.CandidateWords;
import org.mitchell.evaluation.ranks.RankEvaluation;
import org.mitchell.evaluation.ranks.RankResult;
import org.mitchell.evaluation.schemes.FeatureSet;
import org.mitchell.evaluation.schemes.Scheme;
import org.mitchell.evaluation.schemes.SchemeEvaluation;
import org.mitchell.evaluation.schemes.SchemeResult;
import org.mitchell.evaluation.schemes.Splitting;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;

/**
 * One participant's evaluation by one scheme, with what chance gives and how far the figure can be
 * trusted.
 *
 * @param words the words and features it was done with
 * @param options how folds are done
 * @param plan what was done
 * @param figures what came out of the folds
 * @param permuted the accuracy with relabelled words, one a permutation
 * @param rivals the accuracies of features that were drawn, by what they are called
 * @param subsamples the halves of the words that were scored by themselves; nothing without any
 * @param subsampleScores the score of each. Not copied
 * @param seconds how long it took
 */
public record ParticipantEvaluation(
    SharedWords words,
    EvaluationOptions options,
    EvaluationPlan plan,
    Figures figures,
    NullDistribution permuted,
    Map<String, NullDistribution> rivals,
    Optional<Subsamples> subsamples,
    double[] subsampleScores,
    double seconds) {

  /** What came out of the folds. */
  public sealed interface Figures {
    /** The share of pairs that were told apart, or the mean percentile of the words. */
    double accuracy();

    /** Pairs of words were told apart. */
    record Pairs(SchemeResult result) implements Figures {
      @Override
      public double accuracy() {
        return result.accuracy();
      }
    }

    /** Words were ranked among candidates. */
    record Ranks(RankResult result) implements Figures {
      @Override
      public double accuracy() {
        return result.meanPercentile();
      }
    }
  }

  /** Evaluates one participant. */
  public static ParticipantEvaluation of(
      SharedWords words,
      EvaluationOptions options,
      EvaluationPlan plan,
      Workers workers,
      Progress progress) {
    return new Evaluating(words, words.options(options), plan, workers, progress).run();
  }

  /** The share of pairs that were told apart, or the mean percentile of the words. */
  public double accuracy() {
    return figures.accuracy();
  }

  /** What in the features says nothing. */
  public UninformativeFeatures uninformative() {
    return UninformativeFeatures.of(words, options.encoding().scale());
  }

  /** What the user should know of features that say nothing, and of pairs that tie. */
  public List<String> notes() {
    var notes = new ArrayList<>(uninformative().notes());
    plan.scheme()
        .flatMap(scheme -> scheme.note(scheme.folds(words.responses()), words.responses()))
        .ifPresent(notes::add);
    if (figures instanceof Figures.Pairs pairs) {
      TiedPairs.of(pairs.result().pairs(), options)
          .note(options.encoding().preset())
          .ifPresent(notes::add);
    }
    return notes;
  }

  /** The p-value of the accuracy under the plan's null hypothesis. */
  public double p() {
    return permuted.p(accuracy());
  }

  /** The interval of the accuracy by subsampling words; nothing without subsamples. */
  public Optional<SubsampleInterval> interval() {
    return subsamples.map(s -> SubsampleInterval.ofAccuracy(accuracy(), subsampleScores, s));
  }

  /** One evaluation under way. */
  private record Evaluating(
      SharedWords words,
      EvaluationOptions options,
      EvaluationPlan plan,
      Workers workers,
      Progress progress) {

    ParticipantEvaluation run() {
      long start = System.nanoTime();
      Responses responses = words.responses();
      var streams = new RandomStreams(plan.seed());
      requirePossible();
      Optional<Subsamples> subsamples = subsamples(responses.stimuli(), streams);
      subsamples.ifPresent(this::requirePossible);
      List<int[]> permutations =
          plan.relabelling()
              .map(r -> r.permutations(responses.stimuli(), plan.permutations(), streams))
              .orElse(List.of());
      Folds folds = plan.scheme().isPresent() ? pairs(permutations, streams) : ranks(permutations);
      double[] scores =
          subsamples.map(s -> s.scores(folds.score, workers, progress)).orElse(new double[0]);
      double seconds = (System.nanoTime() - start) / 1e9;
      return new ParticipantEvaluation(
          words,
          options,
          plan,
          folds.figures,
          folds.permuted,
          folds.rivals,
          subsamples,
          scores,
          seconds);
    }

    /** Before anything that takes long, so that messages are of all words, not of some. */
    private void requirePossible() {
      UninformativeFeatures.of(words, options.encoding().scale())
          .requireDifferences(words.featureSpace().name());
      plan.scheme()
          .ifPresent(scheme -> SchemeEvaluation.require(scheme, words.responses(), options));
    }

    /** Whether the halves of the words allow the scheme as well as all words do. */
    private void requirePossible(Subsamples halves) {
      int fewest =
          plan.scheme().isPresent() ? LeaveTwoOut.FEWEST_WORDS : RankEvaluation.FEWEST_WORDS;
      if (words.responses().words().size() >= fewest) {
        Halves.require(halves, fewest, plan.label(), words.responses().participant());
      }
      plan.scheme()
          .ifPresent(
              scheme -> {
                if (scheme.needsCategories()) {
                  Halves.requireCategories(halves, scheme, words, options);
                } else if (!(scheme instanceof Scheme)) {
                  Halves.requireFolds(halves, scheme, words, options);
                }
              });
    }

    /** What the folds of a scheme gave, and the same for some of the words. */
    private record Folds(
        Figures figures,
        NullDistribution permuted,
        Map<String, NullDistribution> rivals,
        WordSubsetScore score) {}

    private Folds pairs(List<int[]> permutations, RandomStreams streams) {
      Splitting scheme = plan.scheme().orElseThrow();
      EncodingAnalysis analysis = words.analysis(options);
      var predictor = FoldPredictor.of(analysis.rawFeatures(), options.encoding());
      var others = new ArrayList<FeatureSet>();
      boolean choosing = options.criterion().needsFeatures();
      List<int[]> together = choosing ? List.of() : permutations;
      together.forEach(p -> others.add(new FeatureSet(predictor, p)));
      plan.rivals().forEach(r -> others.addAll(r.sets(words, options.encoding(), streams)));
      SchemeResult result =
          SchemeEvaluation.of(scheme, analysis, workers).run(predictor, others, progress);
      TiedPairs.of(result.pairs(), options).requireSome(words.featureSpace().name());
      WordSubsetScore score =
          scheme == Scheme.LEAVE_TWO_OUT
              ? WordSubsetScore.of(analysis, LeaveTwoOut::accuracy)
              : WordSubsetScore.of(
                  analysis,
                  (some, alone) ->
                      SchemeEvaluation.of(scheme, some, alone).run(Progress.NONE).accuracy());
      double[] accuracies = result.otherAccuracies();
      int from = together.size();
      var rivals = new LinkedHashMap<String, NullDistribution>();
      for (RandomRivals rival : plan.rivals()) {
        int to = from + rival.count();
        rivals.put(rival.label(), new NullDistribution(Arrays.copyOfRange(accuracies, from, to)));
        from = to;
      }
      NullDistribution permuted =
          plan.relabelling().isPresent()
              ? choosing
                  ? FeatureExchanges.accuracies(scheme, analysis, permutations, workers, progress)
                  : new NullDistribution(Arrays.copyOf(accuracies, permutations.size()))
              : RunExchanges.accuracies(
                  scheme, analysis, plan.permutations(), streams, workers, progress);
      return new Folds(new Figures.Pairs(result), permuted, rivals, score);
    }

    private Folds ranks(List<int[]> permutations) {
      EncodingAnalysis analysis = words.analysis(options);
      CandidateWords candidates = plan.candidates().orElseGet(() -> CandidateWords.of(analysis));
      var evaluation = RankEvaluation.of(analysis, candidates, workers);
      RankResult result = evaluation.run(plan.softmax());
      NullDistribution permuted = evaluation.permuted(permutations.toArray(int[][]::new), progress);
      WordSubsetScore score =
          WordSubsetScore.of(
              analysis,
              (some, alone) -> RankEvaluation.of(some, candidates, alone).meanPercentile());
      return new Folds(new Figures.Ranks(result), permuted, Map.of(), score);
    }

    private Optional<Subsamples> subsamples(List<Stimulus> stimuli, RandomStreams streams) {
      if (plan.subsamples() == 0) {
        return Optional.empty();
      }
      boolean keepCategories = plan.scheme().map(Splitting::needsCategories).orElse(false);
      return Optional.of(
          keepCategories
              ? Subsamples.halvesOfCategories(stimuli, plan.subsamples(), streams)
              : Subsamples.halves(stimuli.size(), plan.subsamples(), streams));
    }
  }
}
