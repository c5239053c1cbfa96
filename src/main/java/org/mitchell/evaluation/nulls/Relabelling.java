package org.mitchell.evaluation.nulls;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.fmri.Stimulus;
import org.mitchell.random.RandomStreams;
import org.mitchell.random.RandomStreams.Purpose;

/** Which words may exchange their features under a null hypothesis. */
public enum Relabelling {
  /** Any words: features tell nothing of the images, not even the category. */
  FREE,
  /** Words of one category: features tell nothing beyond the category. */
  WITHIN_CATEGORY;

  /**
   * The numbered permutations of a seed: in each, for every word the number of the word whose
   * features it is given. One permutation depends on the seed, its number and the words' categories
   * only, so participants with the same words are permuted alike.
   *
   * @param words all stimuli, in alphabetical order of their words
   * @param count how many, from 0 up
   * @throws InputException if words are to stay in their categories and a word has none, or no two
   *     words are in one
   */
  public List<int[]> permutations(List<Stimulus> words, int count, RandomStreams streams) {
    if (count < 0) {
      throw new IllegalArgumentException("a number of permutations is 0 or more, got " + count);
    }
    List<int[]> groups = groups(words);
    return IntStream.range(0, count)
        .mapToObj(number -> permutation(groups, words.size(), stream(streams, number)))
        .toList();
  }

  private RandomGenerator stream(RandomStreams streams, int number) {
    return streams.stream(Purpose.PERMUTATION, number, ordinal());
  }

  private List<int[]> groups(List<Stimulus> words) {
    if (this == FREE) {
      return List.of(IntStream.range(0, words.size()).toArray());
    }
    requireCategories(words);
    var members = new LinkedHashMap<String, List<Integer>>();
    for (int w = 0; w < words.size(); w++) {
      members.computeIfAbsent(words.get(w).category(), c -> new ArrayList<>()).add(w);
    }
    if (members.size() == words.size()) {
      throw new InputException(
          "words of one category exchange their features, and no two of the %d words are in one"
              .formatted(words.size()),
          Remedy.OTHER_CATEGORIES_OR_FREE);
    }
    return members.values().stream().map(Relabelling::array).toList();
  }

  private static void requireCategories(List<Stimulus> words) {
    List<String> without =
        words.stream().filter(word -> !word.hasCategory()).map(Stimulus::word).toList();
    if (!without.isEmpty()) {
      throw new InputException(
          "words of one category exchange their features, and there is no category for %s"
              .formatted(without),
          Remedy.CATEGORIES);
    }
  }

  private static int[] permutation(List<int[]> groups, int words, RandomGenerator random) {
    var featuresOf = new int[words];
    for (int[] group : groups) {
      int[] shuffled = group.clone();
      for (int i = shuffled.length - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        int kept = shuffled[i];
        shuffled[i] = shuffled[other];
        shuffled[other] = kept;
      }
      for (int i = 0; i < group.length; i++) {
        featuresOf[group[i]] = shuffled[i];
      }
    }
    return featuresOf;
  }

  private static int[] array(Collection<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }
}
