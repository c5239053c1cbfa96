package org.mitchell.encoding;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The encoding model with a ridge penalty that is chosen in every fold, by the leave-one-out error
 * of the training words over the fold's voxels.
 */
final class ChosenPenaltyWeights implements FoldPredictor {
  private final Models models;

  ChosenPenaltyWeights(double[][] rawFeatures, EncodingOptions options, Penalty.Chosen chosen) {
    if (chosen.per() != Penalty.Per.GLOBAL) {
      throw new IllegalArgumentException("a penalty a voxel gives no common weights of images");
    }
    this.models =
        options.spaces().stacked()
            ? ofStack(Stack.of(rawFeatures, options, chosen))
            : ofPath(PenaltyPath.of(rawFeatures, options, chosen));
  }

  private ChosenPenaltyWeights(Models models) {
    this.models = models;
  }

  /** Models of a stack with the same choice in every fold. */
  static FoldPredictor of(Stack stack, Stack.Choice choice) {
    return new ChosenPenaltyWeights(
        (products, heldOut) ->
            new Model(
                () -> stack.imageWeights(choice, heldOut), () -> stack.fittedOperator(choice)));
  }

  /** The same with what is chosen in a fold kept for whenever it is met again. */
  FoldPredictor keepingChoices() {
    Map<List<Integer>, Model> known = new ConcurrentHashMap<>();
    return new ChosenPenaltyWeights(
        (products, heldOut) ->
            known.computeIfAbsent(
                Arrays.stream(heldOut).boxed().toList(), fold -> models.choose(products, heldOut)));
  }

  /** Chooses the model of a fold. */
  private interface Models {
    /**
     * @param products of the images of all words; those of held-out words are not looked at
     */
    Model choose(double[][] products, int... heldOut);
  }

  /**
   * A model as weights of images.
   *
   * @param heldOut in the predictions of the held-out words
   * @param fitted in what the model of all words predicts
   */
  private record Model(Supplier<double[][]> heldOut, Supplier<double[][]> fitted) {}

  private static Models ofPath(PenaltyPath path) {
    return (products, heldOut) -> {
      HeldOutPrediction chosen = path.at(path.errorsWithout(heldOut).choose(products));
      return new Model(() -> chosen.weights(heldOut), chosen::fittedOperator);
    };
  }

  private static Models ofStack(Stack stack) {
    return (products, heldOut) -> {
      Stack.Choice choice = stack.choose(products, heldOut);
      return new Model(
          () -> stack.imageWeights(choice, heldOut), () -> stack.fittedOperator(choice));
    };
  }

  @Override
  public void weights(FoldTraining training, int[] featuresOf, double[][][] weights, int column) {
    int[] tested = training.tested();
    int[] leftOut = training.leftOut();
    int[] heldOut = Arrays.stream(leftOut).map(w -> featuresOf[w]).toArray();
    Model model = models.choose(relabelled(training, featuresOf), heldOut);
    double[][] out = leftOut.length > 0 ? model.heldOut.get() : new double[0][];
    boolean trained = Arrays.stream(tested).anyMatch(w -> Arrays.binarySearch(leftOut, w) < 0);
    double[][] fitted = trained ? model.fitted.get() : new double[0][];
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
