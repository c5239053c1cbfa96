package org.mitchell.evaluation.leaks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.mitchell.fmri.Moment;
import org.mitchell.fmri.Presentation;
import org.mitchell.fmri.Responses;

/**
 * When the trials of a participant were: all of them in runs, those of a run in the order of time.
 * Where nobody says what run a trial was in, all are in one.
 *
 * @param runs by run the trials in their order, each as word and number of its presentation. Not
 *     copied
 * @param placeOf words x presentations: the run and the place in it. Not copied
 */
public record TrialPlaces(int[][][] runs, int[][][] placeOf) {
  /** Nothing where a trial's time is not known. */
  public static Optional<TrialPlaces> of(Responses responses) {
    var byRun = new TreeMap<String, List<int[]>>();
    for (int w = 0; w < responses.stimuli().size(); w++) {
      for (int p = 0; p < responses.presentations(w); p++) {
        Presentation shown = responses.presentation(w, p);
        if (shown.moment().isEmpty()) {
          return Optional.empty();
        }
        byRun.computeIfAbsent(shown.run(), run -> new ArrayList<>()).add(new int[] {w, p});
      }
    }
    return Optional.of(of(responses, byRun));
  }

  private static TrialPlaces of(Responses responses, Map<String, List<int[]>> byRun) {
    boolean timed = timed(responses);
    Comparator<int[]> byTime =
        Comparator.<int[]>comparingDouble(
                trial -> timed ? moment(responses, trial).onset().orElseThrow() : 0)
            .thenComparingInt(trial -> moment(responses, trial).trial());
    int[][][] runs =
        byRun.values().stream()
            .map(trials -> trials.stream().sorted(byTime).toArray(int[][]::new))
            .toArray(int[][][]::new);
    var placeOf = new int[responses.stimuli().size()][][];
    Arrays.setAll(placeOf, w -> new int[responses.presentations(w)][]);
    for (int r = 0; r < runs.length; r++) {
      for (int i = 0; i < runs[r].length; i++) {
        placeOf[runs[r][i][0]][runs[r][i][1]] = new int[] {r, i};
      }
    }
    return new TrialPlaces(runs, placeOf);
  }

  /** Whether the seconds from the start of its run are known of every trial. */
  public static boolean timed(Responses responses) {
    return IntStream.range(0, responses.stimuli().size())
        .allMatch(
            w ->
                IntStream.range(0, responses.presentations(w))
                    .mapToObj(p -> responses.presentation(w, p).moment())
                    .allMatch(moment -> moment.isPresent() && moment.get().onset().isPresent()));
  }

  private static Moment moment(Responses responses, int[] trial) {
    return responses.presentation(trial[0], trial[1]).moment().orElseThrow();
  }

  /**
   * Whether trials come in the alphabetical order of their words in every run, as lists that are no
   * record of time do.
   */
  public boolean alphabetical() {
    for (int[][] run : runs) {
      for (int i = 1; i < run.length; i++) {
        if (run[i][0] < run[i - 1][0]) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether every word was in every run as often as any other word. */
  public boolean balanced() {
    var counts = new int[placeOf.length][runs.length];
    for (int w = 0; w < placeOf.length; w++) {
      for (int[] place : placeOf[w]) {
        counts[w][place[0]]++;
      }
    }
    return Arrays.stream(counts).allMatch(own -> Arrays.equals(own, counts[0]));
  }
}
