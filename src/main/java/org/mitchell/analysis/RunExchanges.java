package org.mitchell.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.math3.random.RandomGenerator;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.nulls.NullDistribution;
import org.mitchell.evaluation.schemes.SchemeEvaluation;
import org.mitchell.evaluation.schemes.Splitting;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;
import org.mitchell.random.RandomStreams.Purpose;

/**
 * What chance gives where the images of a run tell nothing of its words: the images of every run
 * exchange their words, each run by itself, and the whole evaluation is done again.
 *
 * <p>Where runs are left out, features that are exchanged between words in all runs alike are no
 * null hypothesis: the model has seen the words, and few words are fitted by any features.
 */
final class RunExchanges {
  /** Tells these from relabellings of the same number. */
  private static final int OF_RUNS = 2;

  private RunExchanges() {}

  /** The accuracy of each exchange; one depends on the seed, its number and the runs alone. */
  static NullDistribution accuracies(
      Splitting scheme,
      EncodingAnalysis analysis,
      int count,
      RandomStreams streams,
      Workers workers,
      Progress progress) {
    List<List<int[]>> runs = runs(analysis.responses());
    var accuracies = new double[count];
    progress.begin("permutations", "exchanges", count);
    try (var alone = new Workers(1)) {
      workers.forEach(
          count,
          number -> {
            RandomGenerator random = streams.stream(Purpose.PERMUTATION, number, OF_RUNS);
            var chance =
                new EncodingAnalysis(
                    exchanged(analysis.responses(), runs, random),
                    analysis.rawFeatures(),
                    analysis.options());
            accuracies[number] =
                SchemeEvaluation.of(scheme, chance, alone).run(Progress.NONE).accuracy();
            progress.advance(1);
          });
    }
    progress.end();
    return new NullDistribution(accuracies);
  }

  /** The presentations of every run, as word and number. */
  private static List<List<int[]>> runs(Responses responses) {
    var runs = new TreeMap<String, List<int[]>>();
    for (int w = 0; w < responses.stimuli().size(); w++) {
      for (int p = 0; p < responses.presentations(w); p++) {
        runs.computeIfAbsent(responses.presentation(w, p).run(), run -> new ArrayList<>())
            .add(new int[] {w, p});
      }
    }
    return List.copyOf(runs.values());
  }

  private static Responses exchanged(
      Responses responses, List<List<int[]>> runs, RandomGenerator random) {
    var taken = new int[responses.stimuli().size()][][];
    for (int w = 0; w < taken.length; w++) {
      taken[w] = new int[responses.presentations(w)][];
    }
    for (List<int[]> run : runs) {
      var left = new ArrayList<>(run);
      for (int[] place : run) {
        taken[place[0]][place[1]] = left.remove(random.nextInt(left.size()));
      }
    }
    return responses.exchanged(taken);
  }
}
