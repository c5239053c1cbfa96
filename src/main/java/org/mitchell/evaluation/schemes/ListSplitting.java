package org.mitchell.evaluation.schemes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.mitchell.evaluation.folds.Fold;
import org.mitchell.evaluation.folds.Folds;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Presentation;
import org.mitchell.fmri.Responses;
import org.mitchell.text.Counted;
import org.mitchell.text.NaturalOrder;

/** Folds that the labels of the trials give. */
public enum ListSplitting implements Splitting {
  /**
   * Every run is left out in turn, and every two of its words are matched, by the model of the
   * other runs. Words that were shown there too are trained on: this asks whether images repeat.
   */
  RUN {
    @Override
    public List<Fold> folds(Responses responses) {
      List<Fold> folds =
          runs(responses).entrySet().stream()
              .filter(run -> run.getValue().size() > 1)
              .map(run -> fold(run.getValue(), responses))
              .toList();
      if (folds.isEmpty()) {
        throw new InputException(
            "no run of participant %s has two words to tell apart"
                .formatted(participant(responses)));
      }
      SchemeFolds.requireTraining(this, folds, responses);
      return folds;
    }

    @Override
    public int trainingPresentations(Responses responses) {
      return folds(responses).stream()
          .mapToInt(fold -> fold.trainingOf(responses).commonPresentations())
          .min()
          .orElseThrow();
    }

    @Override
    public Optional<String> note(List<Fold> folds, Responses responses) {
      long tested = folds.stream().mapToLong(fold -> fold.tested().length).sum();
      long seen = tested - folds.stream().mapToLong(fold -> fold.leftOut().length).sum();
      return seen == 0
          ? Optional.empty()
          : Optional.of(
              "%,d of %,d tested words were trained on, too, in other runs: this says that images repeat, not that the model reaches new words"
                  .formatted(seen, tested));
    }
  },

  /**
   * The words of every fold of the labels are left out in turn, and every two of them are matched.
   */
  FOLD {
    @Override
    public List<Fold> folds(Responses responses) {
      SchemeFolds.requireWords(this, responses);
      var members = new TreeMap<String, List<Integer>>(new NaturalOrder());
      for (int w = 0; w < responses.stimuli().size(); w++) {
        members.computeIfAbsent(fold(responses, w), f -> new ArrayList<>()).add(w);
      }
      if (members.size() < 2) {
        throw new InputException(
            "all words of participant %s are in one fold, '%s': nothing is left to train on"
                .formatted(participant(responses), members.firstKey()));
      }
      List<Fold> folds =
          Folds.of(
              members.values().stream()
                  .map(words -> words.stream().mapToInt(w -> w).toArray())
                  .toList());
      if (folds.stream().allMatch(fold -> fold.pairs().length == 0)) {
        throw new InputException(
            "no fold of participant %s has two words to tell apart"
                .formatted(participant(responses)));
      }
      SchemeFolds.requireTraining(this, folds, responses);
      return folds;
    }
  };

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static String participant(Responses responses) {
    return responses.participant();
  }

  /** By run the words that it has, ascending, each with its presentations there. */
  private static TreeMap<String, TreeMap<Integer, List<Integer>>> runs(Responses responses) {
    var runs = new TreeMap<String, TreeMap<Integer, List<Integer>>>(new NaturalOrder());
    for (int w = 0; w < responses.stimuli().size(); w++) {
      for (int p = 0; p < responses.presentations(w); p++) {
        String run = responses.presentation(w, p).run();
        if (run.isEmpty()) {
          throw new InputException(
              "leaving runs out needs the run of every trial; participant %s has none for '%s'. Labels of images have it in a column run"
                  .formatted(participant(responses), responses.stimuli().get(w).word()));
        }
        runs.computeIfAbsent(run, r -> new TreeMap<>())
            .computeIfAbsent(w, word -> new ArrayList<>())
            .add(p);
      }
    }
    if (runs.size() < 2) {
      throw new InputException(
          "leaving runs out needs at least 2 runs; participant %s has %s"
              .formatted(participant(responses), Counted.of(runs.size(), "run")));
    }
    return runs;
  }

  private static Fold fold(TreeMap<Integer, List<Integer>> run, Responses responses) {
    int[] tested = run.keySet().stream().mapToInt(w -> w).toArray();
    int[][] presentations =
        run.values().stream()
            .map(some -> some.stream().mapToInt(p -> p).toArray())
            .toArray(int[][]::new);
    int[] leftOut =
        IntStream.range(0, tested.length)
            .filter(t -> presentations[t].length == responses.presentations(tested[t]))
            .map(t -> tested[t])
            .toArray();
    return Fold.withoutPresentations(tested, presentations, leftOut);
  }

  /** The one fold that all presentations of a word are in. */
  private static String fold(Responses responses, int word) {
    String name = responses.stimuli().get(word).word();
    List<String> folds =
        IntStream.range(0, responses.presentations(word))
            .mapToObj(p -> responses.presentation(word, p))
            .map(Presentation::fold)
            .distinct()
            .toList();
    if (folds.contains("")) {
      throw new InputException(
          "folds by list need the fold of every trial; participant %s has none for '%s'. Labels of images have it in a column fold"
              .formatted(participant(responses), name));
    }
    if (folds.size() > 1) {
      throw new InputException(
          "the word '%s' of participant %s is in the folds %s: it would be tested and trained on. Give all its trials one fold, or leave runs out"
              .formatted(name, participant(responses), String.join(" and ", folds)));
    }
    return folds.get(0);
  }
}
