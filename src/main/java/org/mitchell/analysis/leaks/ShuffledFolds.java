package org.mitchell.analysis.leaks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.mitchell.analysis.SharedWords;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.folds.Fold;
import org.mitchell.evaluation.schemes.ListSplitting;
import org.mitchell.evaluation.schemes.SchemeEvaluation;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;
import org.mitchell.random.RandomStreams.Purpose;

/**
 * What the model and its rivals get where whole runs are left out, beside parts that are as large
 * and hold trials of all runs: a word's presentations exchange their runs at random, or words of
 * one presentation do. Participants come and go one after another.
 */
final class ShuffledFolds {
  /** Tells these streams from others of the same purpose. */
  private static final int OF_RUNS = 3;

  private final List<String> names;
  private final LeakPlan plan;
  private final RandomStreams streams;
  private final Workers workers;
  private final Progress progress;
  private final List<double[]> contiguous = new ArrayList<>();
  private final List<double[]> shuffled = new ArrayList<>();
  private int parts;
  private Optional<String> why;

  /**
   * @param names of the model and its rivals
   * @param participants of whom only the words, presentations and runs count
   */
  ShuffledFolds(
      List<String> names,
      List<Responses> participants,
      LeakPlan plan,
      RandomStreams streams,
      Workers workers,
      Progress progress) {
    this.names = names;
    this.plan = plan;
    this.streams = streams;
    this.workers = workers;
    this.progress = progress;
    this.why = problem(() -> participants.forEach(ListSplitting.RUN::folds));
  }

  /** Why there is nothing to put side by side, in words. */
  Optional<String> why() {
    return why.map(text -> "no shuffled beside contiguous folds: " + text);
  }

  /** Means over the participants that were added, in the order of the names. */
  Optional<LeakResult.SideBySide> sideBySide() {
    if (plan.shuffles() == 0 || why.isPresent()) {
      return Optional.empty();
    }
    var rows = new ArrayList<LeakResult.SideBySide.Row>();
    for (int r = 0; r < names.size(); r++) {
      rows.add(new LeakResult.SideBySide.Row(names.get(r), mean(contiguous, r), mean(shuffled, r)));
    }
    return Optional.of(new LeakResult.SideBySide(parts, plan.shuffles(), rows));
  }

  private static double mean(List<double[]> participants, int row) {
    return participants.stream().mapToDouble(own -> own[row]).average().orElseThrow();
  }

  private static Optional<String> problem(Runnable check) {
    try {
      check.run();
      return Optional.empty();
    } catch (InputException e) {
      return Optional.of(e.getMessage());
    }
  }

  /**
   * Takes in another participant, unless there is nothing to put side by side.
   *
   * @param words with all voxels
   */
  void add(SharedWords words, List<RivalScores.OfParticipant> rivals) {
    if (why.isEmpty()) {
      why = problem(() -> require(words.responses()));
    }
    if (plan.shuffles() > 0 && why.isEmpty()) {
      measure(words, rivals);
    }
  }

  private void require(Responses responses) {
    EvaluationOptions options = options(responses, ListSplitting.RUN.folds(responses));
    SchemeEvaluation.require(ListSplitting.RUN, responses, options);
  }

  private EvaluationOptions options(Responses responses, List<Fold> folds) {
    int fewest =
        folds.stream()
            .mapToInt(fold -> fold.trainingOf(responses).commonPresentations())
            .min()
            .orElseThrow();
    return plan.options().of(responses, fewest);
  }

  private void measure(SharedWords words, List<RivalScores.OfParticipant> rivals) {
    List<Fold> runs = ListSplitting.RUN.folds(words.responses());
    parts = Math.max(parts, runs.size());
    contiguous.add(accuracies(words, rivals, runs));
    var means = new double[names.size()];
    for (int i = 0; i < plan.shuffles(); i++) {
      RandomGenerator random = streams.stream(Purpose.SHUFFLED_VALUES, i, OF_RUNS);
      double[] drawn = accuracies(words, rivals, drawn(words.responses(), random));
      for (int r = 0; r < means.length; r++) {
        means[r] += drawn[r] / plan.shuffles();
      }
    }
    shuffled.add(means);
  }

  private double[] accuracies(
      SharedWords words, List<RivalScores.OfParticipant> rivals, List<Fold> folds) {
    EncodingAnalysis analysis = words.analysis(options(words.responses(), folds));
    var scores =
        RivalScores.of(
            analysis,
            folds,
            rivals,
            List.of(IntStream.range(0, analysis.size()).toArray()),
            workers,
            progress);
    var all = new double[rivals.size() + 1];
    Arrays.setAll(all, r -> r == 0 ? scores.model() : scores.rivals()[r - 1][0]);
    return all;
  }

  private static List<Fold> drawn(Responses responses, RandomGenerator random) {
    int words = responses.stimuli().size();
    var runs = new String[words][];
    for (int w = 0; w < words; w++) {
      int word = w;
      runs[w] =
          IntStream.range(0, responses.presentations(w))
              .mapToObj(p -> responses.presentation(word, p).run())
              .toArray(String[]::new);
    }
    if (Arrays.stream(runs).allMatch(own -> own.length == 1)) {
      String[] all = Arrays.stream(runs).map(own -> own[0]).toArray(String[]::new);
      shuffle(all, random);
      Arrays.setAll(runs, w -> new String[] {all[w]});
    } else {
      for (String[] own : runs) {
        shuffle(own, random);
      }
    }
    return ListSplitting.RUN.folds(responses.inRuns(runs));
  }

  private static void shuffle(String[] values, RandomGenerator random) {
    for (int i = values.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      String kept = values[i];
      values[i] = values[other];
      values[other] = kept;
    }
  }
}
