package org.mitchell.evaluation.nulls;

import java.util.List;
import java.util.stream.IntStream;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.FoldPredictor;
import org.mitchell.evaluation.schemes.FeatureSet;
import org.mitchell.random.RandomStreams;
import org.mitchell.random.RandomStreams.Purpose;

/**
 * Features without meaning: independent standard normal numbers, as many of each word as the space
 * has that they are compared with. A set depends on the seed, its number and its size only, so
 * participants with the same words are given the same.
 *
 * @param words how many words there are
 * @param features how many features each is given
 */
public record RandomFeatures(int words, int features) {
  public RandomFeatures {
    if (words < 1 || features < 1) {
      throw new IllegalArgumentException(
          "random features need a word and a feature, got %d and %d".formatted(words, features));
    }
  }

  /** The sets of numbers 0 to {@code count - 1}, ready for a scheme. */
  public List<FeatureSet> sets(int count, EncodingOptions options, RandomStreams streams) {
    return IntStream.range(0, count)
        .mapToObj(number -> FoldPredictor.ofOneRun(values(number, streams), options))
        .map(predictor -> FeatureSet.asItIs(predictor, words))
        .toList();
  }

  /** One set, words x features, word after word drawn from the set's stream. */
  public double[][] values(int number, RandomStreams streams) {
    var random = streams.stream(Purpose.RANDOM_FEATURES, number, 0);
    var values = new double[words][features];
    for (double[] row : values) {
      for (int f = 0; f < features; f++) {
        row[f] = random.nextGaussian();
      }
    }
    return values;
  }
}
