package org.mitchell.evaluation.schemes;

import java.util.Arrays;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.HeldOutPrediction;
import org.mitchell.encoding.HeldOutRule;

/**
 * The encoding model with one ridge penalty for all folds and voxels.
 *
 * <p>Words that are given other words' features are, for a model, those other words: their rule of
 * prediction is that of the fold which leaves those out. So no relabelling asks for a new fit.
 */
public final class FixedPenalty implements FoldPredictor {
  private final HeldOutPrediction prediction;
  private final boolean fitsExactly;
  private final double[][] residualOperator;

  /**
   * The rules of the folds that leave out two words, by the lower and the higher number; none where
   * they are not kept.
   */
  private final HeldOutRule[][] ofTwo;

  /** Predictions of training words, words x words; none where no scheme asks for them. */
  private final double[][] fitted;

  /**
   * For any number of relabellings: what has been worked out for a fold is kept.
   *
   * @param rawFeatures unscaled feature vectors, words x features
   */
  public FixedPenalty(double[][] rawFeatures, EncodingOptions options) {
    this(rawFeatures, options, true);
  }

  private FixedPenalty(double[][] rawFeatures, EncodingOptions options, boolean keepsRules) {
    this.prediction = HeldOutPrediction.of(rawFeatures, options);
    this.fitsExactly = options.ridge() == 0 && prediction.rank() >= rawFeatures.length - 2;
    this.residualOperator = prediction.residualOperator();
    this.ofTwo = new HeldOutRule[keepsRules ? rawFeatures.length : 0][];
    for (int w = 0; w < ofTwo.length; w++) {
      ofTwo[w] = new HeldOutRule[w];
    }
    this.fitted = prediction.fittedOperator();
  }

  /**
   * For features that are run once, as they are: nothing of a fold is kept, so that many such sets
   * need little memory.
   *
   * @param rawFeatures unscaled feature vectors, words x features
   */
  public static FixedPenalty ofOneRun(double[][] rawFeatures, EncodingOptions options) {
    return new FixedPenalty(rawFeatures, options, false);
  }

  /**
   * Whether a model of all words but two fits its words exactly: no penalty, and as many
   * independent features as words. Its predictions are then those of the coefficients of smallest
   * norm. Their accuracy has its meaning, the words being held out, but a penalty mostly predicts
   * better, and whoever shows the accuracy should say so.
   */
  public boolean fitsExactly() {
    return fitsExactly;
  }

  @Override
  public void weights(FoldTraining of, int[] featuresOf, double[][][] weights, int column) {
    int[] tested = of.fold().tested();
    int[] training = of.words();
    if (!of.fold().leftOut()) {
      for (int t = 0; t < tested.length; t++) {
        write(fitted[featuresOf[tested[t]]], 1, training, featuresOf, weights[t], column);
      }
    } else if (tested.length == 2) {
      two(featuresOf[tested[0]], featuresOf[tested[1]], training, featuresOf, weights, column);
    } else {
      var leftOut = Arrays.stream(tested).map(w -> featuresOf[w]).toArray();
      many(leftOut, prediction.rule(leftOut), training, featuresOf, weights, column);
    }
  }

  private void two(
      int one, int two, int[] training, int[] featuresOf, double[][][] weights, int column) {
    boolean inOrder = one < two;
    HeldOutRule rule = inOrder ? rule(one, two) : rule(two, one);
    int first = inOrder ? 0 : 1;
    if (rule instanceof HeldOutRule.Refitted refitted) {
      write(refitted.weights()[first], 1, training, featuresOf, weights[0], column);
      write(refitted.weights()[1 - first], 1, training, featuresOf, weights[1], column);
      return;
    }
    double[][] c = ((HeldOutRule.Corrected) rule).correction();
    double own1 = -c[first][first];
    double other = -c[0][1];
    double own2 = -c[1 - first][1 - first];
    double[] a = residualOperator[one];
    double[] b = residualOperator[two];
    double[][] weights1 = weights[0];
    double[][] weights2 = weights[1];
    for (int k = 0; k < training.length; k++) {
      int word = featuresOf[training[k]];
      weights1[k][column] = own1 * a[word] + other * b[word];
      weights2[k][column] = other * a[word] + own2 * b[word];
    }
  }

  private HeldOutRule rule(int lower, int higher) {
    if (ofTwo.length == 0) {
      return prediction.rule(lower, higher);
    }
    HeldOutRule known = ofTwo[higher][lower];
    if (known == null) {
      // Threads that come here together make the same rule.
      known = prediction.rule(lower, higher);
      ofTwo[higher][lower] = known;
    }
    return known;
  }

  private void many(
      int[] leftOut,
      HeldOutRule rule,
      int[] training,
      int[] featuresOf,
      double[][][] weights,
      int column) {
    for (int t = 0; t < leftOut.length; t++) {
      if (rule instanceof HeldOutRule.Refitted refitted) {
        write(refitted.weights()[t], 1, training, featuresOf, weights[t], column);
        continue;
      }
      double[] correction = ((HeldOutRule.Corrected) rule).correction()[t];
      var sum = new double[residualOperator.length];
      for (int other = 0; other < leftOut.length; other++) {
        double[] row = residualOperator[leftOut[other]];
        for (int w = 0; w < sum.length; w++) {
          sum[w] += correction[other] * row[w];
        }
      }
      write(sum, -1, training, featuresOf, weights[t], column);
    }
  }

  private static void write(
      double[] byFeatures,
      double factor,
      int[] training,
      int[] featuresOf,
      double[][] weights,
      int column) {
    for (int k = 0; k < training.length; k++) {
      weights[k][column] = factor * byFeatures[featuresOf[training[k]]];
    }
  }
}
