package org.mitchell.simulation;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Stimulus;
import org.mitchell.text.Counted;

/**
 * The words of a simulation in alphabetical order, as responses have them.
 *
 * @param features words x features, each row of unit length
 * @param presentations one number a word
 */
record SimulatedWords(List<Stimulus> stimuli, double[][] features, int[] presentations) {
  /**
   * @param stimuli in any order
   * @param vectors words x features, in that order and of any length but 0
   * @param presentations one number for all words, or one a word in that order
   * @throws InputException if shapes disagree, a word occurs twice, or a vector is all zero or not
   *     finite
   */
  static SimulatedWords of(
      List<Stimulus> stimuli, double[][] vectors, int features, int[] presentations) {
    requireWords(stimuli);
    requireCount("feature vectors", vectors.length, stimuli.size());
    if (presentations.length != 1) {
      requireCount("numbers of presentations", presentations.length, stimuli.size());
    }
    int[] order =
        IntStream.range(0, stimuli.size())
            .boxed()
            .sorted(Comparator.comparing(w -> stimuli.get(w).word()))
            .mapToInt(w -> w)
            .toArray();
    var rows = new double[order.length][];
    var numbers = new int[order.length];
    for (int w = 0; w < order.length; w++) {
      String word = stimuli.get(order[w]).word();
      rows[w] = unitLength(word, vectors[order[w]], features);
      numbers[w] = presentations[presentations.length == 1 ? 0 : order[w]];
      if (numbers[w] < 1) {
        throw new InputException(
            "simulation: word %s: %s where 1 or more are expected"
                .formatted(word, Counted.of(numbers[w], "presentation")));
      }
    }
    return new SimulatedWords(IntStream.of(order).mapToObj(stimuli::get).toList(), rows, numbers);
  }

  long trials() {
    return IntStream.of(presentations).asLongStream().sum();
  }

  private static void requireWords(List<Stimulus> stimuli) {
    if (stimuli.isEmpty()) {
      throw new InputException("simulation: there are no words. At least one is needed");
    }
    var seen = new HashSet<String>();
    for (Stimulus stimulus : stimuli) {
      if (!seen.add(stimulus.word())) {
        throw new InputException(
            "simulation: the word %s is given twice".formatted(stimulus.word()));
      }
    }
  }

  private static void requireCount(String what, int got, int words) {
    if (got != words) {
      throw new InputException(
          "simulation: %,d %s where there are %s".formatted(got, what, Counted.of(words, "word")));
    }
  }

  private static double[] unitLength(String word, double[] vector, int features) {
    if (vector.length != features) {
      throw new InputException(
          "simulation: word %s: %s where %,d are named"
              .formatted(word, Counted.of(vector.length, "feature"), features));
    }
    double squares = 0;
    for (double value : vector) {
      squares += value * value;
    }
    double length = StrictMath.sqrt(squares);
    if (!(length > 0) || !Double.isFinite(length)) {
      throw new InputException(
          "simulation: word %s: its feature vector has length %s and cannot be scaled to 1. Leave the word out"
              .formatted(word, length));
    }
    var unit = new double[features];
    for (int i = 0; i < features; i++) {
      unit[i] = vector[i] / length;
    }
    return unit;
  }
}
