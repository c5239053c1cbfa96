package org.mitchell.analysis.leaks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.mitchell.analysis.SharedWords;
import org.mitchell.analysis.comparison.Contender;
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
 * one presentation do.
 */
final class ShuffledFolds {
  /** Tells these streams from others of the same purpose. */
  private static final int OF_RUNS = 3;

  private final Contender model;
  private final List<Rival> rivals;
  private final LeakPlan plan;
  private final RandomStreams streams;
  private final Workers workers;
  private final Progress progress;
  private final Optional<String> why;

  ShuffledFolds(
      Contender model,
      List<Rival> rivals,
      LeakPlan plan,
      RandomStreams streams,
      Workers workers,
      Progress progress) {
    this.model = model;
    this.rivals = rivals;
    this.plan = plan;
    this.streams = streams;
    this.workers = workers;
    this.progress = progress;
    this.why = problem();
  }

  /** Why there is nothing to put side by side, in words. */
  Optional<String> why() {
    return why.map(text -> "no shuffled beside contiguous folds: " + text);
  }

  Optional<LeakResult.SideBySide> sideBySide() {
    return plan.shuffles() == 0 || why.isPresent() ? Optional.empty() : Optional.of(measure());
  }

  private Optional<String> problem() {
    try {
      for (SharedWords one : model.participants()) {
        Responses responses = one.responses();
        List<Fold> folds = ListSplitting.RUN.folds(responses);
        SchemeEvaluation.require(ListSplitting.RUN, responses, options(responses, folds));
      }
      return Optional.empty();
    } catch (InputException e) {
      return Optional.of(e.getMessage());
    }
  }

  private EvaluationOptions options(Responses responses, List<Fold> folds) {
    int fewest =
        folds.stream()
            .mapToInt(fold -> fold.trainingOf(responses).commonPresentations())
            .min()
            .orElseThrow();
    return plan.options().of(responses, fewest);
  }

  private LeakResult.SideBySide measure() {
    int participants = model.participants().size();
    var contiguous = new double[rivals.size() + 1];
    var shuffled = new double[rivals.size() + 1];
    int parts = 0;
    for (int p = 0; p < participants; p++) {
      Responses responses = model.participants().get(p).responses();
      List<Fold> runs = ListSplitting.RUN.folds(responses);
      parts = Math.max(parts, runs.size());
      add(accuracies(p, runs), 1.0 / participants, contiguous);
      for (int i = 0; i < plan.shuffles(); i++) {
        List<Fold> drawn = drawn(responses, streams.stream(Purpose.SHUFFLED_VALUES, i, OF_RUNS));
        add(accuracies(p, drawn), 1.0 / participants / plan.shuffles(), shuffled);
      }
    }
    var rows = new ArrayList<LeakResult.SideBySide.Row>();
    for (int r = 0; r < contiguous.length; r++) {
      String name = r == 0 ? model.name() : rivals.get(r - 1).name();
      rows.add(new LeakResult.SideBySide.Row(name, contiguous[r], shuffled[r]));
    }
    return new LeakResult.SideBySide(parts, plan.shuffles(), rows);
  }

  private static void add(double[] values, double weight, double[] sum) {
    for (int i = 0; i < values.length; i++) {
      sum[i] += weight * values[i];
    }
  }

  private double[] accuracies(int participant, List<Fold> folds) {
    SharedWords words = model.participants().get(participant);
    EncodingAnalysis analysis = words.analysis(options(words.responses(), folds));
    var scores =
        RivalScores.of(
            analysis,
            folds,
            rivals.stream().map(rival -> RivalScores.OfParticipant.of(rival, participant)).toList(),
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
