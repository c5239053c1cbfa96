package org.mitchell.encoding;

import java.util.Arrays;

/**
 * The scaled features of the words that a model trains on, and those of any other word on the same
 * scale.
 *
 * <p>Where features are centred their columns sum to zero to the last digit: a mean is rounded, and
 * what it leaves in every row of a feature of large mean and small spread would count as one more
 * direction of the design.
 */
final class Design {
  private final FeatureScaling scaling;
  private final double[] left;
  private final double[][] rows;

  private Design(FeatureScaling scaling, double[] left, double[][] rows) {
    this.scaling = scaling;
    this.left = left;
    this.rows = rows;
  }

  /**
   * @param rawRows unscaled features of the training words, words x features
   */
  static Design of(EncodingOptions options, double[][] rawRows) {
    FeatureScaling scaling = FeatureScaling.learn(options, rawRows);
    double[][] rows = scaling.apply(rawRows);
    var left = new double[rawRows[0].length];
    if (FeatureScaling.centres(options)) {
      for (int f = 0; f < left.length; f++) {
        left[f] = FeatureScaling.mean(rows, f);
        for (double[] row : rows) {
          row[f] -= left[f];
        }
      }
    }
    return new Design(scaling, left, rows);
  }

  /**
   * The design of some of the words: in preset strict scaled on these words alone, in preset paper
   * as this one, on all words.
   *
   * @param rawRows unscaled features of all words that this design was made of
   */
  Design ofWords(EncodingOptions options, double[][] rawRows, int[] words) {
    return options.preset() == Preset.STRICT
        ? of(options, select(rawRows, words))
        : new Design(scaling, left, select(rows, words));
  }

  private static double[][] select(double[][] rows, int[] words) {
    return Arrays.stream(words).mapToObj(w -> rows[w]).toArray(double[][]::new);
  }

  FeatureScaling scaling() {
    return scaling;
  }

  /** Training words x features. */
  double[][] rows() {
    return rows;
  }

  /** The features of any word, scaled as those of the training words. */
  double[] apply(double[] raw) {
    double[] scaled = scaling.apply(raw);
    for (int f = 0; f < scaled.length; f++) {
      scaled[f] -= left[f];
    }
    return scaled;
  }
}
