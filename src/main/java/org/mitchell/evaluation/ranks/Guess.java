package org.mitchell.evaluation.ranks;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A candidate for what an image is of.
 *
 * @param word the candidate
 * @param similarity of its predicted image with the observed one
 * @param probability among all candidates
 */
public record Guess(String word, double similarity, double probability) {
  /** All candidates, the likeliest first; equal ones in the order given. */
  static List<Guess> ranked(List<String> words, double[] similarities, Softmax softmax) {
    double[] probabilities = softmax.probabilities(similarities);
    return IntStream.range(0, similarities.length)
        .mapToObj(c -> new Guess(words.get(c), similarities[c], probabilities[c]))
        .sorted(Comparator.comparingDouble(guess -> -guess.similarity))
        .toList();
  }
}
