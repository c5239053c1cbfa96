package org.mitchell.evaluation.schemes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.mitchell.evaluation.LeaveTwoOut;
import org.mitchell.evaluation.folds.Fold;
import org.mitchell.evaluation.folds.Folds;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;

/** The folds of every scheme. */
final class SchemeFolds {
  private static final int FEWEST_TRAINING_WORDS = 2;

  private SchemeFolds() {}

  /**
   * @throws InputException if the words, their categories or presentations do not allow the scheme
   */
  static List<Fold> of(Scheme scheme, Responses responses) {
    requireWords(scheme, responses);
    if (scheme.needsCategories()) {
      requireCategories(scheme, responses);
    }
    List<Fold> folds =
        switch (scheme) {
          case LEAVE_TWO_OUT -> Folds.leaveTwoOut(responses.stimuli().size());
          case WITHIN_CATEGORY -> withinCategory(responses.stimuli());
          case LEAVE_CATEGORY_OUT -> leaveTwoCategoriesOut(categories(responses));
          case WITHIN_LEFT_OUT_CATEGORY -> leaveCategoryOut(categories(responses));
          case PRESENTATIONS -> presentations(responses);
        };
    if (folds.isEmpty()) {
      throw new InputException(
          "the scheme %s matches words of one category; participant %s has no two such words"
              .formatted(scheme.label(), responses.participant()),
          Remedy.OTHER_CATEGORIES);
    }
    requireTraining(scheme, folds, responses);
    return folds;
  }

  private static List<Fold> withinCategory(List<Stimulus> stimuli) {
    return Folds.leaveTwoOut(stimuli.size()).stream()
        .filter(f -> stimuli.get(f.tested()[0]).sameCategory(stimuli.get(f.tested()[1])))
        .toList();
  }

  private static List<Fold> leaveTwoCategoriesOut(List<int[]> categories) {
    var folds = new ArrayList<Fold>();
    for (int one = 0; one < categories.size(); one++) {
      for (int two = one + 1; two < categories.size(); two++) {
        folds.add(acrossBoth(categories.get(one), categories.get(two)));
      }
    }
    return folds;
  }

  private static Fold acrossBoth(int[] one, int[] two) {
    int[] tested = IntStream.concat(Arrays.stream(one), Arrays.stream(two)).sorted().toArray();
    var pairs = new ArrayList<int[]>();
    for (int a = 0; a < tested.length; a++) {
      for (int b = a + 1; b < tested.length; b++) {
        if (contains(one, tested[a]) != contains(one, tested[b])) {
          pairs.add(new int[] {a, b});
        }
      }
    }
    return Fold.matching(tested, pairs.toArray(int[][]::new));
  }

  private static List<Fold> leaveCategoryOut(List<int[]> categories) {
    return Folds.of(categories.stream().filter(category -> category.length > 1).toList());
  }

  private static List<Fold> presentations(Responses responses) {
    int presentations = responses.commonPresentations();
    if (presentations < 2) {
      throw new InputException(
          "the scheme %s needs at least two presentations of every word; participant %s has a word with one. Use another scheme, as leave-two-out"
              .formatted(Scheme.PRESENTATIONS.label(), responses.participant()));
    }
    int words = responses.stimuli().size();
    return IntStream.range(0, presentations).mapToObj(p -> withoutPresentation(p, words)).toList();
  }

  private static Fold withoutPresentation(int presentation, int words) {
    int[] all = IntStream.range(0, words).toArray();
    int[][] heldOut =
        IntStream.of(all).mapToObj(w -> new int[] {presentation}).toArray(int[][]::new);
    return Fold.withoutPresentations(all, heldOut, new int[0]);
  }

  /** The words of each category, categories in alphabetical order. */
  private static List<int[]> categories(Responses responses) {
    var members = new TreeMap<String, List<Integer>>();
    for (int w = 0; w < responses.stimuli().size(); w++) {
      String category = responses.stimuli().get(w).category();
      members.computeIfAbsent(category, c -> new ArrayList<>()).add(w);
    }
    return members.values().stream()
        .map(words -> words.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  private static boolean contains(int[] words, int word) {
    return Arrays.binarySearch(words, word) >= 0;
  }

  static void requireWords(Splitting scheme, Responses responses) {
    int words = responses.stimuli().size();
    if (words < LeaveTwoOut.FEWEST_WORDS) {
      throw new InputException(
          "the scheme %s needs at least %d words with responses and features; participant %s has %d: %s"
              .formatted(
                  scheme.label(),
                  LeaveTwoOut.FEWEST_WORDS,
                  responses.participant(),
                  words,
                  responses.words()));
    }
  }

  private static void requireCategories(Scheme scheme, Responses responses) {
    List<String> without =
        responses.stimuli().stream()
            .filter(stimulus -> !stimulus.hasCategory())
            .map(Stimulus::word)
            .toList();
    if (!without.isEmpty()) {
      throw new InputException(
          "the scheme %s needs the category of every word; participant %s has none for %s"
              .formatted(scheme.label(), responses.participant(), without),
          Remedy.CATEGORIES);
    }
    int fewest = scheme == Scheme.LEAVE_CATEGORY_OUT ? 3 : 2;
    List<String> categories =
        responses.stimuli().stream().map(Stimulus::category).distinct().sorted().toList();
    if (categories.size() < fewest) {
      throw new InputException(
          "the scheme %s needs at least %d categories; the words of participant %s have %d: %s"
              .formatted(
                  scheme.label(), fewest, responses.participant(), categories.size(), categories),
          Remedy.OTHER_CATEGORIES);
    }
  }

  static void requireTraining(Splitting scheme, List<Fold> folds, Responses responses) {
    int words = responses.stimuli().size();
    int left = folds.stream().mapToInt(fold -> fold.training(words).length).min().orElseThrow();
    if (left < FEWEST_TRAINING_WORDS) {
      throw new InputException(
          "the scheme %s leaves %d of the %d words of participant %s to train on where at least %d are needed"
              .formatted(
                  scheme.label(), left, words, responses.participant(), FEWEST_TRAINING_WORDS),
          Remedy.OTHER_CATEGORIES);
    }
  }
}
