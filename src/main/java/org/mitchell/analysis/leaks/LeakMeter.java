package org.mitchell.analysis.leaks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mitchell.analysis.Halves;
import org.mitchell.analysis.LeftOut;
import org.mitchell.analysis.SharedWords;
import org.mitchell.analysis.comparison.Comparison;
import org.mitchell.analysis.comparison.Contender;
import org.mitchell.analysis.comparison.ScoredSpace;
import org.mitchell.analysis.comparison.SpaceDifference;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.LeaveTwoOut;
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
  private final Comparison.Participants source;
  private final LeakPlan plan;
  private final RandomStreams streams;
  private final Workers workers;
  private final Progress progress;

  private LeakMeter(
      Contender model,
      List<Rival> rivals,
      Comparison.Participants source,
      LeakPlan plan,
      RandomStreams streams,
      Workers workers,
      Progress progress) {
    this.model = model;
    this.rivals = rivals;
    this.usable = rivals.stream().filter(rival -> !(rival instanceof Rival.Missing)).toList();
    this.source = source;
    this.plan = plan;
    this.streams = streams;
    this.workers = workers;
    this.progress = progress;
  }

  /**
   * @param model the participants with the features of the model; of their responses one voxel is
   *     enough
   * @param forms the same participants and words with the built-in features {@code form}
   * @param source the participants of the model with all voxels
   * @throws InputException if words, runs, voxels or presentations do not allow the folds
   * @throws IOException if a participant cannot be read
   */
  public static LeakResult of(
      Contender model,
      Contender forms,
      Comparison.Participants source,
      LeakPlan plan,
      RandomStreams streams,
      Workers workers,
      Progress progress)
      throws IOException {
    List<Responses> participants =
        model.participants().stream().map(SharedWords::responses).toList();
    participants.forEach(plan.splitting()::folds);
    boolean wordsLeftOut = plan.splitting().folds(participants.get(0)).get(0).leavesWordsOut();
    List<Rival> rivals = Rival.of(forms.participants(), wordsLeftOut);
    return new LeakMeter(model, rivals, source, plan, streams, workers, progress).run();
  }

  private LeakResult run() throws IOException {
    int participants = model.participants().size();
    int words = first().words().size();
    Optional<Subsamples> halves = halves(words);
    List<int[]> relabellings = relabellings(words);
    var shuffled = shuffledFolds();
    var found = new ArrayList<OfParticipant>();
    for (int p = 0; p < participants; p++) {
      found.add(ofParticipant(p, source.of(p).get(0), relabellings, halves, shuffled));
    }
    found.forEach(one -> one.scores.tied().requireSome(model.name()));
    return result(found, halves, shuffled);
  }

  private Responses first() {
    return model.participants().get(0).responses();
  }

  private ShuffledFolds shuffledFolds() {
    return new ShuffledFolds(
        Stream.concat(Stream.of(model.name()), usable.stream().map(Rival::name)).toList(),
        model.participants().stream().map(SharedWords::responses).toList(),
        plan,
        streams,
        workers,
        progress);
  }

  /**
   * What was found in one participant, whose images are let go.
   *
   * @param options how folds were done
   * @param ofHalves one a half of the words; none without an interval
   */
  private record OfParticipant(
      EvaluationOptions options, RivalScores scores, RivalScores[] ofHalves) {}

  private OfParticipant ofParticipant(
      int number,
      SharedWords words,
      List<int[]> relabellings,
      Optional<Subsamples> halves,
      ShuffledFolds shuffled) {
    EvaluationOptions options = options(words);
    SchemeEvaluation.require(plan.splitting(), words.responses(), options);
    halves.ifPresent(some -> Halves.requireFolds(some, plan.splitting(), words, options));
    EncodingAnalysis analysis = words.analysis(options);
    List<RivalScores.OfParticipant> rivals =
        usable.stream().map(rival -> RivalScores.OfParticipant.of(rival, number)).toList();
    RivalScores scores =
        RivalScores.of(
            analysis,
            plan.splitting().folds(analysis.responses()),
            rivals,
            relabellings,
            workers,
            progress);
    RivalScores[] ofHalves =
        halves.map(some -> ofHalves(analysis, rivals, some)).orElse(new RivalScores[0]);
    shuffled.add(words, rivals);
    return new OfParticipant(options, scores, ofHalves);
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
              .formatted(first().participant()));
    }
    return Stream.concat(
            Stream.of(IntStream.range(0, words).toArray()),
            Relabelling.WITHIN_CATEGORY.permutations(shown, plan.permutations(), streams).stream())
        .toList();
  }

  private RivalScores[] ofHalves(
      EncodingAnalysis analysis, List<RivalScores.OfParticipant> rivals, Subsamples halves) {
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
                    rivals.stream().map(rival -> rival.ofWords(words)).toList(),
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
      List<OfParticipant> found, Optional<Subsamples> halves, ShuffledFolds shuffled) {
    ScoredSpace given =
        new ScoredSpace(
            model.name(),
            false,
            model.participants().get(0).featureSpace().features().size(),
            found.stream().mapToDouble(one -> one.scores.model()).toArray(),
            found.stream()
                .map(one -> Arrays.stream(one.ofHalves).mapToDouble(RivalScores::model).toArray())
                .toArray(double[][]::new));
    List<ScoredSpace> spaces =
        IntStream.range(0, usable.size()).mapToObj(r -> scored(r, found)).toList();
    List<SpaceDifference> beyond =
        SpaceDifference.corrected(
            spaces.stream().map(space -> given.less(space, halves, streams)).toList());
    var chance = new MaximumOverRivals(means(found));
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
    return new LeakResult(
        model.participants().stream().map(one -> one.responses().participant()).toList(),
        first().words().size(),
        new LeftOut(Optional.of(plan.splitting())).label(),
        found.get(0).options,
        plan.permutations(),
        given.accuracies(halves, streams),
        measured,
        rivals.stream()
            .filter(Rival.Missing.class::isInstance)
            .map(Rival.Missing.class::cast)
            .toList(),
        shuffled.sideBySide(),
        notes(shuffled));
  }

  private List<String> notes(ShuffledFolds shuffled) {
    return Stream.concat(
            plan.splitting().note(plan.splitting().folds(first()), first()).stream(),
            shuffled.why().stream())
        .toList();
  }

  private ScoredSpace scored(int rival, List<OfParticipant> found) {
    return new ScoredSpace(
        usable.get(rival).name(),
        true,
        usable.get(rival) instanceof Rival.Numbers numbers
            ? numbers.features().get(0)[0].length
            : 0,
        found.stream().mapToDouble(one -> one.scores.rivals()[rival][0]).toArray(),
        found.stream()
            .map(
                one ->
                    Arrays.stream(one.ofHalves)
                        .mapToDouble(half -> half.rivals()[rival][0])
                        .toArray())
            .toArray(double[][]::new));
  }

  /** Over participants, rivals x relabellings. */
  private static double[][] means(List<OfParticipant> found) {
    double[][] first = found.get(0).scores.rivals();
    var means = new double[first.length][];
    for (int r = 0; r < means.length; r++) {
      int rival = r;
      means[r] =
          IntStream.range(0, first[r].length)
              .mapToDouble(
                  i ->
                      found.stream()
                          .mapToDouble(one -> one.scores.rivals()[rival][i])
                          .average()
                          .orElseThrow())
              .toArray();
    }
    return means;
  }
}
