package org.mitchell.encoding;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The model of all words but one, in a form that predicts any number of words from a few images.
 *
 * <p>With X = U S V' the singular value decomposition of the scaled features of the training words
 * and h(x) = (S^2 + lambda I)^-1 S V' x, the predicted image of a word with scaled features x is
 * h(x)' U' Y, Y the training images: a combination of {@link #rank()} images U' Y, whatever the
 * word. In preset strict, where features are centred, that is its deviation from the training
 * words' mean image. Inner products of predictions then follow from those of the training images.
 */
public final class HeldOutModel {
  private final Design design;
  private final double[][] directions;
  private final double[][] featureWeights;

  private HeldOutModel(Design design, double[][] directions, double[][] featureWeights) {
    this.design = design;
    this.directions = directions;
    this.featureWeights = featureWeights;
  }

  /**
   * @param word number of the word that is left out
   * @param rawFeatures unscaled features of all words, words x features. Preset paper scales on all
   *     of them, the one left out included; strict on the training words alone
   */
  public static HeldOutModel without(int word, double[][] rawFeatures, EncodingOptions options) {
    int[] training = IntStream.range(0, rawFeatures.length).filter(w -> w != word).toArray();
    boolean strict = options.preset() == Preset.STRICT;
    Design design = Design.of(options, strict ? select(rawFeatures, training) : rawFeatures);
    double[][] rows = strict ? design.rows() : select(design.rows(), training);
    var system = new RidgeSystem(rows);
    double[][] ofTraining = system.wordDirections();
    var directions = new double[ofTraining.length][rawFeatures.length];
    for (int k = 0; k < directions.length; k++) {
      for (int t = 0; t < training.length; t++) {
        directions[k][training[t]] = ofTraining[k][t];
      }
    }
    return new HeldOutModel(design, directions, system.featureWeights(options.ridge()));
  }

  /** How many images the predictions are combinations of. */
  public int rank() {
    return directions.length;
  }

  /** U', rank x words: orthonormal combinations of the words, 0 for the word that is left out. */
  public double[][] directions() {
    return directions;
  }

  /**
   * h of words, rank x words: how much each of the images U' Y counts in the prediction of each of
   * these words.
   *
   * @param rawFeatures unscaled features of any words, words x features
   */
  public double[][] weights(double[][] rawFeatures) {
    if (rank() == 0) {
      return new double[0][];
    }
    int features = featureWeights[0].length;
    var scaled = new double[features][rawFeatures.length];
    for (int w = 0; w < rawFeatures.length; w++) {
      double[] row = design.apply(rawFeatures[w]);
      for (int f = 0; f < features; f++) {
        scaled[f][w] = row[f];
      }
    }
    return RowCombinations.of(featureWeights, scaled);
  }

  private static double[][] select(double[][] rows, int[] words) {
    return Arrays.stream(words).mapToObj(w -> rows[w]).toArray(double[][]::new);
  }
}
