package org.mitchell.encoding;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.mitchell.fmri.VoxelRows;

/**
 * Models whose penalties are chosen once, from all words, and are the same in all folds. The words
 * of a fold have had a say in the penalties of its model, so that accuracies are no estimates of
 * how new words are told apart; among accuracies of relabelled words that were found in the same
 * way they are judged without bias, and a choice a fold is not needed.
 */
public final class ChoiceOfAllWords {
  private final double[][] products;
  private final Function<double[][], FoldPredictor> choose;

  private ChoiceOfAllWords(double[][] products, Function<double[][], FoldPredictor> choose) {
    this.products = products;
    this.choose = choose;
  }

  /**
   * @param rawFeatures unscaled feature vectors, words x features
   * @param options of one penalty for all voxels that is chosen
   * @param images words x voxels
   * @param voxels columns of the images, by which penalties are chosen
   */
  public static ChoiceOfAllWords of(
      double[][] rawFeatures, EncodingOptions options, VoxelRows images, int[] voxels) {
    Penalty.Chosen chosen = options.penalty().chosen().orElseThrow();
    double[][] products = ErrorImages.products(images.at(voxels), chosen.error());
    if (options.spaces().stacked()) {
      Stack stack = Stack.of(rawFeatures, options, chosen);
      return new ChoiceOfAllWords(
          products, own -> ChosenPenaltyWeights.of(stack, stack.choose(own)));
    }
    PenaltyPath path = PenaltyPath.of(rawFeatures, options, chosen);
    LeaveOneOutErrors errors = path.errorsWithout();
    Map<Integer, FoldPredictor> known = new ConcurrentHashMap<>();
    return new ChoiceOfAllWords(
        products,
        own ->
            known.computeIfAbsent(
                errors.choose(own), number -> new FixedPenaltyWeights(path.at(number))));
  }

  /**
   * The models of a relabelling.
   *
   * @param featuresOf for every word, the number of the word whose features it is given
   */
  public FoldPredictor of(int[] featuresOf) {
    var relabelled = new double[products.length][products.length];
    for (int a = 0; a < products.length; a++) {
      for (int b = 0; b < products.length; b++) {
        relabelled[featuresOf[a]][featuresOf[b]] = products[a][b];
      }
    }
    return choose.apply(relabelled);
  }
}
