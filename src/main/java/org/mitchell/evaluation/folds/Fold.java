package org.mitchell.evaluation.folds;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.mitchell.fmri.Responses;

/**
 * One fold of a cross-validation.
 *
 * @param tested numbers of the words whose images are predicted, ascending
 * @param leftOut numbers of the words that are not trained on, ascending: those tested, and others
 *     where a fold trains on some of the rest alone. Where presentations are held out, those tested
 *     words that have no other
 * @param presentations where the model is trained on other presentations of tested words: for each
 *     of these the numbers of the presentations that are held out, which give the observed image;
 *     empty where whole words are left out
 * @param pairs what is matched, as pairs of positions in {@code tested}
 */
public record Fold(int[] tested, int[] leftOut, int[][] presentations, int[][] pairs) {
  private static final int[][] WHOLE_WORDS = {};

  private static final int[][] THE_TWO = {{0, 1}};

  /**
   * @throws IllegalArgumentException if a word is tested and trained on alike, though no
   *     presentation is held out
   */
  public Fold {
    boolean possible =
        presentations.length == 0
            ? Arrays.stream(tested).allMatch(w -> Arrays.binarySearch(leftOut, w) >= 0)
            : presentations.length == tested.length
                && Arrays.stream(leftOut).allMatch(w -> Arrays.binarySearch(tested, w) >= 0);
    if (!possible) {
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
    return new Fold(tested, tested, WHOLE_WORDS, pairs);
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
    return new Fold(tested, leftOut, WHOLE_WORDS, allPairs(tested.length));
  }

  /**
   * Some presentations of words, by the model of all others.
   *
   * @param tested numbers of the words, ascending
   * @param presentations the numbers of those held out, tested x any
   * @param leftOut those of the words that have no other presentation
   */
  public static Fold withoutPresentations(int[] tested, int[][] presentations, int[] leftOut) {
    return new Fold(tested, leftOut, presentations, allPairs(tested.length));
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

  /** Whether whole words are left out, and no single presentations. */
  public boolean leavesWordsOut() {
    return presentations.length == 0;
  }

  /**
   * What the fold trains on, where presentations are held out: the other ones, and no words that
   * have none.
   */
  public Responses trainingOf(Responses responses) {
    var without = new boolean[responses.stimuli().size()][];
    for (int w = 0; w < without.length; w++) {
      without[w] = new boolean[responses.presentations(w)];
    }
    for (int t = 0; t < presentations.length; t++) {
      for (int presentation : presentations[t]) {
        without[tested[t]][presentation] = true;
      }
    }
    return responses.without(without);
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
