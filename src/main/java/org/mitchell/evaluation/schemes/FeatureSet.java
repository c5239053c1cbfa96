package org.mitchell.evaluation.schemes;

import java.util.stream.IntStream;
import org.mitchell.encoding.FoldPredictor;

/**
 * One set of features that a scheme is run with.
 *
 * @param predictor predicts from the features
 * @param featuresOf for every word, the number of the word whose features it is given. Not copied
 */
public record FeatureSet(FoldPredictor predictor, int[] featuresOf) {
  /** Every word with its own features. */
  public static FeatureSet asItIs(FoldPredictor predictor, int words) {
    return new FeatureSet(predictor, IntStream.range(0, words).toArray());
  }
}
