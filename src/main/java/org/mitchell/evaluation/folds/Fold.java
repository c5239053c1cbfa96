package org.mitchell.evaluation.folds;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One fold of a cross-validation.
 *
 * @param tested numbers of the words whose images are predicted, ascending
 * @param leftOut numbers of the words that are not trained on, ascending: those tested, and others
 *     where a fold trains on some of the rest alone. None where all words are trained on and the
 *     observed images are of a presentation that was left out
 * @param presentation the presentation that is left out; -1 for none
 * @param pairs what is matched, as pairs of positions in {@code tested}
 */
public record Fold(int[] tested, int[] leftOut, int presentation, int[][] pairs) {
  /** No presentation is left out. */
  public static final int EVERY_PRESENTATION = -1;

  private static final int[][] THE_TWO = {{0, 1}};

  /**
   * @throws IllegalArgumentException if a word is tested and trained on alike, though no
   *     presentation is left out
   */
  public Fold {
    boolean unseen = Arrays.stream(tested).allMatch(w -> Arrays.binarySearch(leftOut, w) >= 0);
    if (presentation < 0 ? !unseen : leftOut.length > 0) {
      throw new IllegalArgumentException(
          "words %s are tested and %s left out"
              .formatted(Arrays.toString(tested), Arrays.toString(leftOut)));
    }
  }

  /** Words that are left out together, every two of them matched. */
  public static Fold of(int... tested) {
    return tested.length == 2
        ? matching(tested, THE_TWO)
        : matching(tested, allPairs(tested.length));
  }

  /**
   * Words that are left out together, some pairs of them matched.
   *
   * @param pairs pairs of positions in {@code tested}
   */
  public static Fold matching(int[] tested, int[][] pairs) {
    return new Fold(tested, tested, EVERY_PRESENTATION, pairs);
  }

  /**
   * A fold with training words of its own: words that are neither tested nor trained on have no
   * part in it.
   *
   * @param training numbers of the training words
   * @param words how many words there are
   */
  public static Fold trainedOn(int[] training, int[] tested, int words) {
    int[] leftOut =
        IntStream.range(0, words)
            .filter(w -> Arrays.stream(training).noneMatch(t -> t == w))
            .toArray();
    return new Fold(tested, leftOut, EVERY_PRESENTATION, allPairs(tested.length));
  }

  /** All words by the model of all presentations but one, tested on that one. */
  public static Fold withoutPresentation(int presentation, int words) {
    int[] all = IntStream.range(0, words).toArray();
    return new Fold(all, new int[0], presentation, allPairs(words));
  }

  /** The numbers of the training words, ascending. */
  public int[] training(int words) {
    var training = new int[words - leftOut.length];
    int next = 0;
    int out = 0;
    for (int w = 0; w < words; w++) {
      if (out < leftOut.length && leftOut[out] == w) {
        out++;
      } else {
        training[next++] = w;
      }
    }
    return training;
  }

  /** Whether words are left out, and no presentation. */
  public boolean leavesWordsOut() {
    return presentation < 0;
  }

  /** (0, 1), (0, 2), ... (count - 2, count - 1). */
  private static int[][] allPairs(int count) {
    var pairs = new int[count * (count - 1) / 2][];
    int next = 0;
    for (int first = 0; first < count; first++) {
      for (int second = first + 1; second < count; second++) {
        pairs[next++] = new int[] {first, second};
      }
    }
    return pairs;
  }
}
