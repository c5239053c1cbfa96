package org.mitchell.encoding;

import java.util.Arrays;
import java.util.Optional;

/**
 * Predicts words from models that were not trained on them, for every fold, without fitting a model
 * a fold.
 *
 * <p>With H = X (X'X + lambda I)^-1 X' on all words, A = I - H and residuals R = A Y, the
 * prediction of the held-out words S by the model of the other words is Y_S - (A_SS)^-1 R_S,
 * exactly: the leave-out identity of linear smoothers (for one word the PRESS residual, Allen
 * 1974). It holds where A_SS is invertible and the features of a fold are those of all words; other
 * folds are fitted anew by the pseudo-inverse.
 *
 * <p>Y are the word images: with the mean image removed in preset paper, raw in preset strict,
 * whose predictions include the training words' mean image.
 */
public final class HeldOutPrediction {
  /** Below this share of the largest diagonal element of A a fold's A_SS counts as singular. */
  private static final double SINGULAR = 1e-4;

  private final double[][] rawFeatures;
  private final EncodingOptions options;
  private final Design design;
  private final double[][] coefficientOperator;
  private final double[][] residualOperator;
  private final int rank;
  private final boolean dual;
  private final boolean everyFoldDiffers;
  private final double singularBelow;

  private HeldOutPrediction(
      double[][] rawFeatures, EncodingOptions options, Design design, RidgeSystem system) {
    this.rawFeatures = rawFeatures;
    this.options = options;
    this.design = design;
    boolean intercept = options.preset() == Preset.STRICT;
    this.coefficientOperator = system.coefficientOperator(options.ridge());
    this.residualOperator = system.residualOperator(options.ridge(), intercept);
    this.rank = system.rank();
    this.dual = system.dual(options.ridge(), intercept);
    // Each fold divides the features by its own deviations. That changes what is predicted wherever
    // coefficients are
    // chosen by their size: by a penalty, or as the smallest of many solutions.
    this.everyFoldDiffers = intercept && options.scale() == Scale.ZSCORE && dual;
    double largest = 0;
    for (int w = 0; w < residualOperator.length; w++) {
      largest = Math.max(largest, residualOperator[w][w]);
    }
    this.singularBelow = SINGULAR * largest;
  }

  /**
   * @param rawFeatures unscaled feature vectors, words x features
   * @param options with a given penalty; for one that is chosen see {@link PenaltyPath}
   */
  public static HeldOutPrediction of(double[][] rawFeatures, EncodingOptions options) {
    Design design = Design.of(options, rawFeatures);
    return of(rawFeatures, options, design, new RidgeSystem(design.rows()));
  }

  /**
   * @param design the scaled features of all words
   * @param system of that design
   */
  static HeldOutPrediction of(
      double[][] rawFeatures, EncodingOptions options, Design design, RidgeSystem system) {
    return new HeldOutPrediction(rawFeatures, options, design, system);
  }

  /** The words x words matrix A; residual images are A Y. */
  public double[][] residualOperator() {
    return residualOperator;
  }

  /**
   * The words x words matrix X B that takes the images of all words, without their mean, to what
   * the model of all words predicts for each.
   */
  public double[][] fittedOperator() {
    return Arrays.stream(design.rows())
        .map(features -> combination(features, coefficientOperator))
        .toArray(double[][]::new);
  }

  /** The rank of the scaled design; smaller than the number of features when some are redundant. */
  public int rank() {
    return rank;
  }

  /**
   * Which closed form is used where a fold is not refitted: {@code primal}, {@code dual}, or {@code
   * refit} for none.
   */
  public String form() {
    return everyFoldDiffers ? "refit" : dual ? "dual" : "primal";
  }

  /**
   * How to predict {@code heldOut} (word numbers, different from each other) from the other words.
   */
  public HeldOutRule rule(int... heldOut) {
    return correction(heldOut)
        .<HeldOutRule>map(HeldOutRule.Corrected::new)
        .orElseGet(() -> new HeldOutRule.Refitted(refit(heldOut)));
  }

  /**
   * The weights of all words' images in the predictions of the held-out words, whichever rule gives
   * them: held-out x words, 0 for the held-out words themselves.
   */
  public double[][] weights(int... heldOut) {
    HeldOutRule rule = rule(heldOut);
    if (rule instanceof HeldOutRule.Refitted refitted) {
      return refitted.weights();
    }
    double[][] correction = ((HeldOutRule.Corrected) rule).correction();
    var weights = new double[heldOut.length][rawFeatures.length];
    for (int h = 0; h < heldOut.length; h++) {
      for (int s = 0; s < heldOut.length; s++) {
        double[] residual = residualOperator[heldOut[s]];
        for (int w = 0; w < residual.length; w++) {
          weights[h][w] -= correction[h][s] * residual[w];
        }
      }
      for (int held : heldOut) {
        weights[h][held] = 0;
      }
    }
    return weights;
  }

  /** C = (A_SS)^-1 where the closed form holds in a fold. */
  Optional<double[][]> correction(int... heldOut) {
    if (heldOut.length == 0) {
      return Optional.of(new double[0][0]);
    }
    if (everyFoldDiffers) {
      return Optional.empty();
    }
    var block = new double[heldOut.length][heldOut.length];
    for (int a = 0; a < heldOut.length; a++) {
      for (int b = 0; b < heldOut.length; b++) {
        block[a][b] = residualOperator[heldOut[a]][heldOut[b]];
      }
    }
    return SmallInverse.of(block, singularBelow);
  }

  private double[][] refit(int[] heldOut) {
    int[] training = trainingWords(heldOut);
    Design scaled = design.ofWords(options, rawFeatures, training);
    double[][] coefficients = new RidgeSystem(scaled.rows()).coefficientOperator(options.ridge());
    double share = options.preset() == Preset.STRICT ? 1.0 / training.length : 0;
    var weights = new double[heldOut.length][rawFeatures.length];
    for (int h = 0; h < heldOut.length; h++) {
      double[] features = scaled.apply(rawFeatures[heldOut[h]]);
      for (int t = 0; t < training.length; t++) {
        double weight = share;
        for (int f = 0; f < features.length; f++) {
          weight += features[f] * coefficients[f][t];
        }
        weights[h][training[t]] = weight;
      }
    }
    return weights;
  }

  private static double[] combination(double[] weights, double[][] rows) {
    var sum = new double[rows[0].length];
    for (int r = 0; r < rows.length; r++) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += weights[r] * rows[r][i];
      }
    }
    return sum;
  }

  /** The other words, ascending. */
  int[] trainingWords(int... heldOut) {
    var training = new int[rawFeatures.length - heldOut.length];
    int next = 0;
    for (int w = 0; w < rawFeatures.length; w++) {
      int word = w;
      if (Arrays.stream(heldOut).noneMatch(h -> h == word)) {
        training[next++] = w;
      }
    }
    return training;
  }
}
