package org.mitchell.evaluation.curves;

import java.util.List;
import java.util.stream.IntStream;
import org.mitchell.evaluation.PairResult;
import org.mitchell.fmri.Stimulus;

/**
 * How well one word was told from the others.
 *
 * @param stimulus the word and its category
 * @param pairs how many pairs hold the word
 * @param accuracy the share of them that was matched right; NaN without pairs. Every pair counts
 *     for both its words, so that these figures are not independent of each other
 */
public record WordAccuracy(Stimulus stimulus, int pairs, double accuracy) {
  /**
   * One for every word, in their order.
   *
   * @param stimuli in the order of the pairs' numbers
   * @param pairs of a leave-two-out cross-validation, all or some
   */
  public static List<WordAccuracy> of(List<Stimulus> stimuli, List<PairResult> pairs) {
    var counts = new int[stimuli.size()];
    var correct = new double[stimuli.size()];
    for (PairResult pair : pairs) {
      for (int word : new int[] {pair.first(), pair.second()}) {
        counts[word]++;
        correct[word] += pair.correct();
      }
    }
    return IntStream.range(0, counts.length)
        .mapToObj(w -> new WordAccuracy(stimuli.get(w), counts[w], correct[w] / counts[w]))
        .toList();
  }
}
