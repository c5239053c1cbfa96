package org.mitchell.evaluation.schemes;

import java.util.stream.IntStream;

/**
 * One fold of a cross-validation.
 *
 * @param tested numbers of the words whose images are predicted, ascending
 * @param leftOut whether these are left out of the training; otherwise it has all words, and the
 *     observed images are of a presentation that was left out
 * @param presentation the presentation that is left out; -1 for none
 * @param pairs what is matched, as pairs of positions in {@code tested}
 */
public record Fold(int[] tested, boolean leftOut, int presentation, int[][] pairs) {
  private static final int[][] THE_TWO = {{0, 1}};

  /** Two words are left out, and matched. */
  static Fold ofTwo(int first, int second) {
    return new Fold(new int[] {first, second}, true, -1, THE_TWO);
  }

  /** The numbers of the training words, ascending. */
  int[] training(int words) {
    if (!leftOut) {
      return IntStream.range(0, words).toArray();
    }
    var training = new int[words - tested.length];
    int next = 0;
    int out = 0;
    for (int w = 0; w < words; w++) {
      if (out < tested.length && tested[out] == w) {
        out++;
      } else {
        training[next++] = w;
      }
    }
    return training;
  }
}
