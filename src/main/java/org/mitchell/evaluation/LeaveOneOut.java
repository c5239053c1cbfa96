package org.mitchell.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.HeldOutPrediction;
import org.mitchell.encoding.HeldOutRule;
import org.mitchell.encoding.Penalty;
import org.mitchell.encoding.PenaltyPath;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.RowCombinations;
import org.mitchell.evaluation.penalties.ModelPenalties;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Workers;

/** The image of one word by the model of all other words, beside the image that was observed. */
public final class LeaveOneOut {
  private LeaveOneOut() {}

  /**
   * Two images of one word as deviations from the same mean image, a value a voxel: in preset paper
   * from the mean over all words, in preset strict from the mean over the training words.
   */
  public record Images(double[] predicted, double[] observed) {}

  /** As below; a single penalty that is to be chosen is that of the errors of all voxels. */
  public static Images predict(
      int word,
      WordImages images,
      double[][] rawFeatures,
      EncodingOptions options,
      Workers workers) {
    int[] all = IntStream.range(0, images.voxels()).toArray();
    return predict(word, images, rawFeatures, options, all, workers);
  }

  /**
   * @param word number of the held-out word
   * @param images the images of all words, words x voxels; whether their mean was removed makes no
   *     difference
   * @param rawFeatures unscaled features, words x features
   * @param compared the voxels by whose errors a single penalty is chosen, where it is to be
   */
  public static Images predict(
      int word,
      WordImages images,
      double[][] rawFeatures,
      EncodingOptions options,
      int[] compared,
      Workers workers) {
    // A shift of all images shifts prediction and training mean alike: removing the mean first only
    // saves digits.
    double[][] rows = images.withoutMean().rows();
    double[] mean = meanWeights(word, rows.length, options.preset());
    double[][] combinations = new double[2][rows.length];
    combinations[1][word] = 1;
    for (int w = 0; w < rows.length; w++) {
      combinations[1][w] -= mean[w];
    }
    if (options.penalty() instanceof Penalty.Chosen chosen) {
      PenaltyPath path = PenaltyPath.of(rawFeatures, options, chosen);
      int[] choice = ModelPenalties.choose(path, chosen, rows, compared, workers, word);
      int[] all = IntStream.range(0, images.voxels()).toArray();
      double[] predicted = path.predict(rows, all, choice, word)[0];
      combinations[0] = mean;
      double[][] products = RowCombinations.of(combinations, rows, workers);
      for (int v = 0; v < predicted.length; v++) {
        predicted[v] -= products[0][v];
      }
      return new Images(predicted, products[1]);
    }
    double[] weights = weights(word, HeldOutPrediction.of(rawFeatures, options));
    for (int w = 0; w < rows.length; w++) {
      combinations[0][w] = weights[w] - mean[w];
    }
    double[][] products = RowCombinations.of(combinations, rows, workers);
    return new Images(products[0], products[1]);
  }

  /**
   * The prediction as a combination of the words' images; exactly 0 for the held-out word itself.
   */
  private static double[] weights(int word, HeldOutPrediction prediction) {
    HeldOutRule rule = prediction.rule(word);
    if (rule instanceof HeldOutRule.Refitted refitted) {
      return refitted.weights()[0];
    }
    double correction = ((HeldOutRule.Corrected) rule).correction()[0][0];
    double[] weights = prediction.residualOperator()[word].clone();
    for (int w = 0; w < weights.length; w++) {
      weights[w] = w == word ? 0 : -correction * weights[w];
    }
    return weights;
  }

  private static double[] meanWeights(int word, int words, Preset preset) {
    var weights = new double[words];
    if (preset == Preset.STRICT) {
      Arrays.fill(weights, 1.0 / (words - 1));
      weights[word] = 0;
    }
    return weights;
  }
}
