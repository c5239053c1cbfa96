package org.mitchell.evaluation.ranks;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A candidate for what an image is of.
 *
 * @param place 1 + the number of candidates that are more alike; candidates that tie share it
 * @param word the candidate
 * @param similarity of its predicted image with the observed one
 * @param probability among all candidates
 */
public record Guess(int place, String word, double similarity, double probability) {
  /** All candidates, the likeliest first; those that tie in the order given. */
  static List<Guess> ranked(List<String> words, double[] similarities, Softmax softmax) {
    double[] probabilities = softmax.probabilities(similarities);
    double[] ascending = similarities.clone();
    Arrays.sort(ascending);
    return IntStream.range(0, similarities.length)
        .mapToObj(
            c ->
                new Guess(
                    1 + above(ascending, similarities[c] + Rank.TIE),
                    words.get(c),
                    similarities[c],
                    probabilities[c]))
        .sorted(Comparator.comparingInt(Guess::place))
        .toList();
  }

  /** How many of the ascending values are above a bound. */
  private static int above(double[] ascending, double bound) {
    int from = 0;
    int to = ascending.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (ascending[middle] > bound) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return ascending.length - from;
  }
}
