package org.mitchell.evaluation.folds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Lists of folds of words by their numbers. */
public final class Folds {
  private Folds() {}

  /** Every word by itself: (0), (1), ... */
  public static List<Fold> leaveOneOut(int words) {
    return IntStream.range(0, words).mapToObj(w -> Fold.of(w)).toList();
  }

  /** Every pair of words: (0, 1), (0, 2), ... (n-2, n-1). */
  public static List<Fold> leaveTwoOut(int words) {
    var folds = new ArrayList<Fold>();
    for (int first = 0; first < words; first++) {
      for (int second = first + 1; second < words; second++) {
        folds.add(Fold.of(first, second));
      }
    }
    return folds;
  }

  /**
   * Words that follow each other, in parts of equal size; the first parts have one more where the
   * words do not divide.
   *
   * @param parts from 2 to the number of words
   */
  public static List<Fold> ofParts(int words, int parts) {
    if (parts < 2 || parts > words) {
      throw new IllegalArgumentException("%d words in %d parts".formatted(words, parts));
    }
    var heldOut = new ArrayList<int[]>();
    int from = 0;
    for (int part = 0; part < parts; part++) {
      int to = from + words / parts + (part < words % parts ? 1 : 0);
      heldOut.add(IntStream.range(from, to).toArray());
      from = to;
    }
    return of(heldOut);
  }

  /**
   * Any lists of words, such as those of a run: each is left out as a whole, and every two of its
   * words are matched.
   *
   * @param heldOut numbers of words, each once in its list
   */
  public static List<Fold> of(List<int[]> heldOut) {
    return heldOut.stream().map(words -> Fold.of(Arrays.stream(words).sorted().toArray())).toList();
  }
}
