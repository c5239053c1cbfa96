package org.mitchell.encoding;

import java.util.Arrays;

/**
 * The encoding model with one ridge penalty for all folds and voxels.
 *
 * <p>Words that are given other words' features are, for a model, those other words: their rule of
 * prediction is that of the fold which leaves those out. So no relabelling asks for a new fit.
 */
final class FixedPenaltyWeights implements FoldPredictor {
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
   * @param rawFeatures unscaled feature vectors, words x features
   * @param keepsRules whether what has been worked out for a fold is kept for other relabellings
   */
  FixedPenaltyWeights(double[][] rawFeatures, EncodingOptions options, boolean keepsRules) {
    this(
        HeldOutPrediction.of(rawFeatures, options),
        options.ridge() == 0,
        keepsRules ? rawFeatures.length : 0);
  }

  /** One of the models that penalties were chosen among. */
  FixedPenaltyWeights(HeldOutPrediction prediction) {
    this(prediction, false, prediction.residualOperator().length);
  }

  private FixedPenaltyWeights(HeldOutPrediction prediction, boolean noPenalty, int keptRules) {
    this.prediction = prediction;
    this.residualOperator = prediction.residualOperator();
    this.fitsExactly = noPenalty && prediction.rank() >= residualOperator.length - 2;
    this.ofTwo = new HeldOutRule[keptRules][];
    for (int w = 0; w < ofTwo.length; w++) {
      ofTwo[w] = new HeldOutRule[w];
    }
    this.fitted = prediction.fittedOperator();
  }

  @Override
  public boolean fitsExactly() {
    return fitsExactly;
  }

  @Override
  public void weights(FoldTraining of, int[] featuresOf, double[][][] weights, int column) {
    int[] tested = of.tested();
    int[] training = of.words();
    if (of.leftOut().length == 0) {
      for (int t = 0; t < tested.length; t++) {
        write(fitted[featuresOf[tested[t]]], 1, training, featuresOf, weights[t], column);
      }
    } else if (of.leftOut().length == 2 && tested.length == 2) {
      two(featuresOf[tested[0]], featuresOf[tested[1]], training, featuresOf, weights, column);
    } else {
      many(of, featuresOf, weights, column);
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

  private void many(FoldTraining of, int[] featuresOf, double[][][] weights, int column) {
    int[] leftOut = Arrays.stream(of.leftOut()).map(w -> featuresOf[w]).toArray();
    double[][] heldOut = heldOut(leftOut);
    for (int t = 0; t < of.tested().length; t++) {
      int word = of.tested()[t];
      int place = Arrays.binarySearch(of.leftOut(), word);
      double[] row =
          place >= 0
              ? heldOut[place]
              : TrainedPrediction.without(fitted[featuresOf[word]], leftOut, heldOut);
      write(row, 1, of.words(), featuresOf, weights[t], column);
    }
  }

  /** The predictions of the words left out, left out x words. */
  private double[][] heldOut(int[] leftOut) {
    HeldOutRule rule = prediction.rule(leftOut);
    if (rule instanceof HeldOutRule.Refitted refitted) {
      return refitted.weights();
    }
    double[][] correction = ((HeldOutRule.Corrected) rule).correction();
    var rows = new double[leftOut.length][residualOperator.length];
    for (int place = 0; place < leftOut.length; place++) {
      for (int other = 0; other < leftOut.length; other++) {
        double[] row = residualOperator[leftOut[other]];
        for (int w = 0; w < row.length; w++) {
          rows[place][w] += correction[place][other] * row[w];
        }
      }
      for (int w = 0; w < rows[place].length; w++) {
        rows[place][w] = -rows[place][w];
      }
    }
    return rows;
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
