package org.mitchell.encoding;

import java.util.Arrays;

/**
 * The encoding model with a ridge penalty that is chosen in every fold, by the leave-one-out error
 * of the training words over the fold's voxels.
 */
final class ChosenPenaltyWeights implements FoldPredictor {
  private final PenaltyPath path;

  ChosenPenaltyWeights(double[][] rawFeatures, EncodingOptions options, Penalty.Chosen chosen) {
    if (chosen.per() != Penalty.Per.GLOBAL) {
      throw new IllegalArgumentException("a penalty a voxel gives no common weights of images");
    }
    this.path = PenaltyPath.of(rawFeatures, options, chosen);
  }

  @Override
  public void weights(FoldTraining training, int[] featuresOf, double[][][] weights, int column) {
    int[] tested = training.tested();
    int[] leftOut = training.leftOut();
    int[] heldOut = Arrays.stream(leftOut).map(w -> featuresOf[w]).toArray();
    int choice = path.errorsWithout(heldOut).choose(relabelled(training, featuresOf));
    double[][] out = leftOut.length > 0 ? path.at(choice).weights(heldOut) : new double[0][];
    boolean trained = Arrays.stream(tested).anyMatch(w -> Arrays.binarySearch(leftOut, w) < 0);
    double[][] fitted = trained ? path.at(choice).fittedOperator() : new double[0][];
    var byFeatures = new double[tested.length][];
    for (int t = 0; t < tested.length; t++) {
      int place = Arrays.binarySearch(leftOut, tested[t]);
      byFeatures[t] =
          place >= 0
              ? out[place]
              : TrainedPrediction.without(fitted[featuresOf[tested[t]]], heldOut, out);
    }
    for (int t = 0; t < tested.length; t++) {
      for (int k = 0; k < training.words().length; k++) {
        weights[t][k][column] = byFeatures[t][featuresOf[training.words()[k]]];
      }
    }
  }

  @Override
  public boolean fitsExactly() {
    return false;
  }

  /** The products by the numbers of the words whose features the images have. */
  private static double[][] relabelled(FoldTraining training, int[] featuresOf) {
    var products = new double[featuresOf.length][featuresOf.length];
    for (int a : training.words()) {
      for (int b : training.words()) {
        products[featuresOf[a]][featuresOf[b]] = training.products()[a][b];
      }
    }
    return products;
  }
}
