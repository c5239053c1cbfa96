package org.mitchell.evaluation.schemes;

import java.util.Arrays;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Penalty;
import org.mitchell.encoding.PenaltyPath;

/**
 * The encoding model with a ridge penalty that is chosen in every fold, by the leave-one-out error
 * of the training words over the fold's voxels.
 */
final class ChosenPenalty implements FoldPredictor {
  private final PenaltyPath path;

  ChosenPenalty(double[][] rawFeatures, EncodingOptions options, Penalty.Chosen chosen) {
    if (chosen.per() != Penalty.Per.GLOBAL) {
      throw new IllegalArgumentException("a penalty a voxel gives no common weights of images");
    }
    this.path = PenaltyPath.of(rawFeatures, options, chosen);
  }

  @Override
  public void weights(FoldTraining training, int[] featuresOf, double[][][] weights, int column) {
    int[] tested = training.fold().tested();
    int[] testedFeatures = Arrays.stream(tested).map(w -> featuresOf[w]).toArray();
    int[] heldOut = training.fold().leftOut() ? testedFeatures : new int[0];
    int choice = path.errorsWithout(heldOut).choose(relabelled(training, featuresOf));
    double[][] byFeatures =
        training.fold().leftOut()
            ? path.at(choice).weights(heldOut)
            : rows(path.at(choice).fittedOperator(), testedFeatures);
    for (int t = 0; t < tested.length; t++) {
      for (int k = 0; k < training.words().length; k++) {
        weights[t][k][column] = byFeatures[t][featuresOf[training.words()[k]]];
      }
    }
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

  private static double[][] rows(double[][] matrix, int[] rows) {
    return Arrays.stream(rows).mapToObj(r -> matrix[r]).toArray(double[][]::new);
  }
}
