package org.mitchell.norms;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.mitchell.files.InputException;
import org.mitchell.random.RandomStreams;
import org.mitchell.random.RandomStreams.Purpose;
import org.mitchell.text.Counted;

/**
 * Repeated k-fold cross-validation by word: in every repeat each word belongs to one fold. Words
 * that share a vector share their folds, so that none is predicted from itself.
 */
public final class WordFolds {
  private final int folds;

  /** Repeats x words. */
  private final int[][] foldOf;

  private WordFolds(int folds, int[][] foldOf) {
    this.folds = folds;
    this.foldOf = foldOf;
  }

  /**
   * @param of what messages call the words
   * @param places which vector a word has
   * @throws InputException unless every fold gets two vectors or more
   */
  public static WordFolds drawn(
      String of, int[] places, int folds, int repeats, RandomStreams streams) {
    int[] vectors = Arrays.stream(places).distinct().toArray();
    if (vectors.length < 2 * folds) {
      throw new InputException(
          "%s: %s with a value and a vector where at least %d are needed for %s. Take fewer folds, or rate more words"
              .formatted(
                  of, Counted.of(vectors.length, "word"), 2 * folds, Counted.of(folds, "fold")));
    }
    int[] sorted = vectors.clone();
    Arrays.sort(sorted);
    var vectorOf = new int[places.length];
    for (int w = 0; w < places.length; w++) {
      vectorOf[w] = Arrays.binarySearch(sorted, places[w]);
    }
    var foldOf = new int[repeats][places.length];
    for (int r = 0; r < repeats; r++) {
      int[] foldOfVector = shuffled(sorted.length, folds, streams.stream(Purpose.FOLDS, r, 0));
      for (int w = 0; w < places.length; w++) {
        foldOf[r][w] = foldOfVector[vectorOf[w]];
      }
    }
    return new WordFolds(folds, foldOf);
  }

  private static int[] shuffled(int count, int folds, RandomGenerator random) {
    var numbers = new int[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = i % folds;
    }
    for (int i = count - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = numbers[i];
      numbers[i] = numbers[other];
      numbers[other] = kept;
    }
    return numbers;
  }

  public int folds() {
    return folds;
  }

  public int repeats() {
    return foldOf.length;
  }

  /** The fold of a word in a repeat, all from 0. */
  public int fold(int repeat, int word) {
    return foldOf[repeat][word];
  }

  /** The words of each fold of a repeat, in their order. */
  List<int[]> words(int repeat) {
    return IntStream.range(0, folds).mapToObj(fold -> words(repeat, fold, true)).toList();
  }

  /** The words of a fold, or all others, in their order. */
  int[] words(int repeat, int fold, boolean held) {
    int[] of = foldOf[repeat];
    int count = 0;
    for (int other : of) {
      count += (other == fold) == held ? 1 : 0;
    }
    var words = new int[count];
    int next = 0;
    for (int w = 0; w < of.length; w++) {
      if ((of[w] == fold) == held) {
        words[next++] = w;
      }
    }
    return words;
  }
}
