package org.mitchell.analysis.leaks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mitchell.analysis.Halves;
import org.mitchell.analysis.LeftOut;
import org.mitchell.analysis.SharedWords;
import org.mitchell.analysis.comparison.Contender;
import org.mitchell.analysis.comparison.ScoredSpace;
import org.mitchell.analysis.comparison.SpaceDifference;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.LeaveTwoOut;
import org.mitchell.evaluation.folds.Fold;
import org.mitchell.evaluation.intervals.Subsamples;
import org.mitchell.evaluation.nulls.NullDistribution;
import org.mitchell.evaluation.nulls.Relabelling;
import org.mitchell.evaluation.schemes.SchemeEvaluation;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;

/**
 * Measures whether the folds of a model can be passed without knowing what words mean: rivals that
 * know how long or frequent a word is, or when it was shown, take the same folds over the same
 * voxels.
 *
 * <p>A rival <em>leaks</em> where its mean accuracy is higher than when words exchange what it
 * knows of them (all exchange with words of as many presentations, in all rivals and participants
 * alike). p is corrected for the number of rivals by the maximum over them of the accuracy less the
 * mean of its relabellings, by their standard deviation, the observed arrangement counted among
 * these.
 */
public final class LeakMeter {
  private final Contender model;
  private final List<Rival> rivals;
  private final List<Rival> usable;
  private final LeakPlan plan;
  private final RandomStreams streams;
  private final Workers workers;
  private final Progress progress;

  private LeakMeter(
      Contender model,
      List<Rival> rivals,
      LeakPlan plan,
      RandomStreams streams,
      Workers workers,
      Progress progress) {
    this.model = model;
    this.rivals = rivals;
    this.usable = rivals.stream().filter(rival -> !(rival instanceof Rival.Missing)).toList();
    this.plan = plan;
    this.streams = streams;
    this.workers = workers;
    this.progress = progress;
  }

  /**
   * @param model the participants with the features of the model
   * @param forms the same participants and words with the built-in features {@code form}
   * @throws InputException if words, runs, voxels or presentations do not allow the folds
   */
  public static LeakResult of(
      Contender model,
      Contender forms,
      LeakPlan plan,
      RandomStreams streams,
      Workers workers,
      Progress progress) {
    boolean wordsLeftOut =
        plan.splitting().folds(model.participants().get(0).responses()).get(0).leavesWordsOut();
    List<Rival> rivals = Rival.of(forms.participants(), wordsLeftOut);
    return new LeakMeter(model, rivals, plan, streams, workers, progress).run();
  }

  private LeakResult run() {
    List<SharedWords> participants = model.participants();
    int words = participants.get(0).responses().words().size();
    participants.forEach(
        one -> SchemeEvaluation.require(plan.splitting(), one.responses(), options(one)));
    Optional<Subsamples> halves = halves(words);
    List<int[]> relabellings = relabellings(words);
    var scores = new ArrayList<RivalScores>();
    var ofHalves = new ArrayList<RivalScores[]>();
    for (int p = 0; p < participants.size(); p++) {
      EncodingAnalysis analysis = participants.get(p).analysis(options(participants.get(p)));
      scores.add(scores(analysis, p, relabellings));
      ofHalves.add(halves.isPresent() ? ofHalves(analysis, p, halves.get()) : new RivalScores[0]);
    }
    scores.forEach(one -> one.tied().requireSome(model.name()));
    return result(words, scores, ofHalves, halves);
  }

  private EvaluationOptions options(SharedWords words) {
    Responses responses = words.responses();
    return plan.options().of(responses, plan.splitting().trainingPresentations(responses));
  }

  private Optional<Subsamples> halves(int words) {
    if (plan.subsamples() == 0) {
      return Optional.empty();
    }
    Subsamples halves = Subsamples.halves(words, plan.subsamples(), streams);
    for (SharedWords one : model.participants()) {
      String label = one.responses().participant();
      Halves.require(halves, LeaveTwoOut.FEWEST_WORDS, plan.splitting().label(), label);
      Halves.requireFolds(halves, plan.splitting(), one, options(one));
    }
    return Optional.of(halves);
  }

  /** Words exchange with those that were shown as often, in every participant. */
  private List<int[]> relabellings(int words) {
    List<Stimulus> shown =
        IntStream.range(0, words)
            .mapToObj(
                w ->
                    new Stimulus(
                        Integer.toString(w),
                        String.join(
                            " ",
                            model.participants().stream()
                                .map(one -> Integer.toString(one.responses().presentations(w)))
                                .toList())))
            .toList();
    if (shown.stream().map(Stimulus::category).distinct().count() == words) {
      throw new InputException(
          "no two words of participant %s were presented as often as each other, so that none can exchange its place in time"
              .formatted(model.participants().get(0).responses().participant()));
    }
    return Stream.concat(
            Stream.of(IntStream.range(0, words).toArray()),
            Relabelling.WITHIN_CATEGORY.permutations(shown, plan.permutations(), streams).stream())
        .toList();
  }

  private List<RivalScores.OfParticipant> rivalsOf(int participant) {
    return usable.stream().map(rival -> RivalScores.OfParticipant.of(rival, participant)).toList();
  }

  private RivalScores scores(EncodingAnalysis analysis, int participant, List<int[]> relabellings) {
    List<Fold> folds = plan.splitting().folds(analysis.responses());
    return RivalScores.of(analysis, folds, rivalsOf(participant), relabellings, workers, progress);
  }

  private RivalScores[] ofHalves(EncodingAnalysis analysis, int participant, Subsamples halves) {
    var scores = new RivalScores[halves.count()];
    progress.begin("interval", "subsamples", scores.length);
    try (var alone = new Workers(1)) {
      workers.forEach(
          scores.length,
          i -> {
            int[] words = halves.subsets()[i];
            EncodingAnalysis some = analysis.ofWords(words);
            scores[i] =
                RivalScores.of(
                    some,
                    plan.splitting().folds(some.responses()),
                    rivalsOf(participant).stream().map(rival -> rival.ofWords(words)).toList(),
                    List.of(IntStream.range(0, words.length).toArray()),
                    alone,
                    Progress.NONE);
            progress.advance(1);
          });
    }
    progress.end();
    return scores;
  }

  private LeakResult result(
      int words,
      List<RivalScores> scores,
      List<RivalScores[]> ofHalves,
      Optional<Subsamples> halves) {
    ScoredSpace given =
        new ScoredSpace(
            model.name(),
            false,
            model.participants().get(0).featureSpace().features().size(),
            scores.stream().mapToDouble(RivalScores::model).toArray(),
            ofHalves.stream()
                .map(own -> Arrays.stream(own).mapToDouble(RivalScores::model).toArray())
                .toArray(double[][]::new));
    List<ScoredSpace> spaces =
        IntStream.range(0, usable.size()).mapToObj(r -> scored(r, scores, ofHalves)).toList();
    List<SpaceDifference> beyond =
        SpaceDifference.corrected(
            spaces.stream().map(space -> given.less(space, halves, streams)).toList());
    var chance = new MaximumOverRivals(means(scores));
    var measured = new ArrayList<LeakResult.Measured>();
    for (int r = 0; r < spaces.size(); r++) {
      NullDistribution ofRival = chance.of(r);
      measured.add(
          new LeakResult.Measured(
              spaces.get(r).accuracies(halves, streams),
              ofRival.mean(),
              ofRival.p(spaces.get(r).mean()),
              chance.corrected(r),
              beyond.get(r)));
    }
    var compared = new ShuffledFolds(model, usable, plan, streams, workers, progress);
    return new LeakResult(
        model.participants().stream().map(one -> one.responses().participant()).toList(),
        words,
        new LeftOut(Optional.of(plan.splitting())).label(),
        plan.permutations(),
        given.accuracies(halves, streams),
        measured,
        rivals.stream()
            .filter(Rival.Missing.class::isInstance)
            .map(Rival.Missing.class::cast)
            .toList(),
        compared.sideBySide(),
        notes(compared));
  }

  private List<String> notes(ShuffledFolds compared) {
    Responses first = model.participants().get(0).responses();
    return Stream.concat(
            plan.splitting().note(plan.splitting().folds(first), first).stream(),
            compared.why().stream())
        .toList();
  }

  private ScoredSpace scored(int rival, List<RivalScores> scores, List<RivalScores[]> ofHalves) {
    return new ScoredSpace(
        usable.get(rival).name(),
        true,
        usable.get(rival) instanceof Rival.Numbers numbers
            ? numbers.features().get(0)[0].length
            : 0,
        scores.stream().mapToDouble(own -> own.rivals()[rival][0]).toArray(),
        ofHalves.stream()
            .map(own -> Arrays.stream(own).mapToDouble(half -> half.rivals()[rival][0]).toArray())
            .toArray(double[][]::new));
  }

  /** Over participants, rivals x relabellings. */
  private static double[][] means(List<RivalScores> scores) {
    int rivals = scores.get(0).rivals().length;
    var means = new double[rivals][];
    for (int r = 0; r < rivals; r++) {
      int rival = r;
      means[r] =
          IntStream.range(0, scores.get(0).rivals()[r].length)
              .mapToDouble(
                  i ->
                      scores.stream()
                          .mapToDouble(own -> own.rivals()[rival][i])
                          .average()
                          .orElseThrow())
              .toArray();
    }
    return means;
  }
}
