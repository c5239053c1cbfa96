package org.mitchell.analysis.leaks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.mitchell.analysis.SharedWords;
import org.mitchell.evaluation.leaks.Nearby;
import org.mitchell.evaluation.leaks.TrialPlaces;
import org.mitchell.features.FeatureSpace;
import org.mitchell.fmri.Moment;
import org.mitchell.fmri.Responses;

/** What knows nothing of a word's meaning and predicts its image all the same, if folds leak. */
public sealed interface Rival {
  /** What tables call it. */
  String name();

  /**
   * Some numbers a word, taken as features by the model's own regression.
   *
   * @param features of every participant, words x features. Not copied
   */
  record Numbers(String name, List<double[][]> features) implements Rival {
    public Numbers {
      features = List.copyOf(features);
    }
  }

  /** The images of trials near in time. */
  record Trials(String name, Nearby kind) implements Rival {}

  /**
   * A rival that cannot be had of these participants.
   *
   * @param why in words, without a full stop
   */
  record Missing(String name, String why) implements Rival {}

  /** Their names, in the order of tables. */
  String LENGTH = "word length";

  String FREQUENCY = "log frequency";
  String ORDER = "order";
  String TIME = "time in run";
  String POSITION = "position in run";
  String RUN = "run mean";
  String NEIGHBOURS = "neighbours in time";

  /**
   * All rivals.
   *
   * @param forms of every participant: the words with the built-in features {@code form}
   * @param wordsLeftOut whether folds leave out words, and no single presentations
   */
  static List<Rival> of(List<SharedWords> forms, boolean wordsLeftOut) {
    var rivals = new ArrayList<Rival>();
    rivals.add(form(LENGTH, "letters", forms));
    rivals.add(form(FREQUENCY, "frequency", forms));
    List<Responses> participants = forms.stream().map(SharedWords::responses).toList();
    String unknown = "nobody says when trials were";
    if (participants.stream().anyMatch(one -> TrialPlaces.of(one).isEmpty())) {
      List.of(ORDER, TIME, POSITION, RUN, NEIGHBOURS)
          .forEach(name -> rivals.add(new Missing(name, unknown)));
      return rivals;
    }
    List<TrialPlaces> places =
        participants.stream().map(one -> TrialPlaces.of(one).orElseThrow()).toList();
    boolean timed = participants.stream().allMatch(TrialPlaces::timed);
    if (!timed && places.stream().anyMatch(TrialPlaces::alphabetical)) {
      List.of(ORDER, TIME, POSITION, RUN, NEIGHBOURS)
          .forEach(
              name ->
                  rivals.add(
                      new Missing(
                          name,
                          "trials are listed in the alphabetical order of their words, which is no"
                              + " order of time")));
      return rivals;
    }
    rivals.add(numbers(ORDER, participants, Moment::trial));
    rivals.add(
        timed
            ? numbers(TIME, participants, moment -> moment.onset().orElseThrow())
            : new Missing(TIME, "some trials have no onset, or one that is no number"));
    boolean oneRun = places.stream().anyMatch(place -> place.runs().length < 2);
    rivals.add(
        oneRun
            ? new Missing(POSITION, "all trials are in one run")
            : new Trials(POSITION, Nearby.POSITION));
    rivals.add(run(oneRun, wordsLeftOut && places.stream().anyMatch(TrialPlaces::balanced)));
    rivals.add(new Trials(NEIGHBOURS, Nearby.TIME));
    return rivals;
  }

  private static Rival run(boolean oneRun, boolean balanced) {
    if (oneRun) {
      return new Missing(RUN, "all trials are in one run");
    }
    return balanced
        ? new Missing(RUN, "every word was in every run as often")
        : new Trials(RUN, Nearby.RUN);
  }

  private static Rival form(String name, String column, List<SharedWords> forms) {
    return usable(
        name,
        forms.stream()
            .map(
                words -> {
                  FeatureSpace space = words.featureSpace();
                  int at = space.features().indexOf(column);
                  return Arrays.stream(words.rawFeatures())
                      .map(row -> new double[] {row[at]})
                      .toArray(double[][]::new);
                })
            .toList());
  }

  /** The mean over a word's presentations, and the square of its distance from that of all. */
  private static Rival numbers(
      String name, List<Responses> participants, ToDoubleFunction<Moment> number) {
    var features = new ArrayList<double[][]>();
    for (Responses responses : participants) {
      var means = new double[responses.stimuli().size()];
      for (int w = 0; w < means.length; w++) {
        int presentations = responses.presentations(w);
        for (int p = 0; p < presentations; p++) {
          Moment moment = responses.presentation(w, p).moment().orElseThrow();
          means[w] += number.applyAsDouble(moment) / presentations;
        }
      }
      double mean = Arrays.stream(means).average().orElseThrow();
      features.add(
          Arrays.stream(means)
              .mapToObj(own -> new double[] {own - mean, (own - mean) * (own - mean)})
              .toArray(double[][]::new));
    }
    return usable(name, features);
  }

  private static Rival usable(String name, List<double[][]> features) {
    boolean same =
        features.stream()
            .anyMatch(
                rows -> Arrays.stream(rows).mapToDouble(row -> row[0]).distinct().count() < 2);
    return same ? new Missing(name, "it is the same for all words") : new Numbers(name, features);
  }
}
