package org.mitchell.encoding;

import java.util.Arrays;
import java.util.function.Supplier;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Workers;

/**
 * How much the coefficients of the model of all words would vary with other words, by the jackknife
 * (Tukey 1958): each word is left out in turn, and the standard error of a coefficient b is sqrt((n
 * - 1) / n sum over words of (b without the word - mean of these)^2). Penalties, and the weights of
 * a stack, are those of the model of all words: they are not chosen anew.
 *
 * @param coefficients features x voxels. Not copied
 * @param standardErrors features x voxels, in the unit of the coefficients. Not copied
 */
public record SignatureErrors(double[][] coefficients, double[][] standardErrors) {
  /**
   * Of the model that {@link FittedModel#of} fits.
   *
   * @param rawFeatures unscaled feature vectors, words x features
   * @param wordImages words x voxels
   * @param compared the voxels whose errors are summed where one penalty is to be chosen for all;
   *     asked for only then
   */
  public static SignatureErrors of(
      double[][] rawFeatures,
      WordImages wordImages,
      EncodingOptions options,
      Supplier<int[]> compared,
      Workers workers) {
    double[][] images = wordImages.withoutMean().rows();
    if (options.penalty().chosen().isEmpty()) {
      double[][] rows = Design.of(options, rawFeatures).rows();
      boolean centred = FeatureScaling.centres(options);
      return new WordInfluence(rows, new RidgeSystem(rows), options.ridge(), centred)
          .errors(images, workers);
    }
    Penalty.Chosen chosen = options.penalty().chosen().get();
    if (options.spaces().stacked()) {
      Stack stack = Stack.of(rawFeatures, options, chosen);
      return stack.signatureErrors(
          images,
          StackedModels.ofAllWords(stack, chosen, images, compared.get(), workers),
          workers);
    }
    PenaltyPath path = PenaltyPath.of(rawFeatures, options, chosen);
    int[] choice = ModelPenalties.choose(path, chosen, wordImages, compared.get(), workers);
    return path.signatureErrors(images, each(choice, images[0].length), workers);
  }

  /** A choice for each voxel, where there may be one for all. */
  static int[] each(int[] choice, int voxels) {
    if (choice.length != 1) {
      return choice;
    }
    var each = new int[voxels];
    Arrays.fill(each, choice[0]);
    return each;
  }

  /** None yet, to be filled in by voxels. */
  static SignatureErrors empty(int features, int voxels) {
    return new SignatureErrors(new double[features][voxels], new double[features][voxels]);
  }

  /**
   * Takes over those of some voxels.
   *
   * @param voxels which columns of these they are
   * @param factors by which features were multiplied, one a feature
   */
  void put(SignatureErrors own, int[] voxels, double[] factors) {
    for (int f = 0; f < factors.length; f++) {
      for (int v = 0; v < voxels.length; v++) {
        coefficients[f][voxels[v]] = factors[f] * own.coefficients[f][v];
        standardErrors[f][voxels[v]] = factors[f] * own.standardErrors[f][v];
      }
    }
  }

  /** Those of a space of a stack, from one of its features on, each voxel's times its weight. */
  void put(SignatureErrors own, int from, double[] weights) {
    for (int f = 0; f < own.coefficients.length; f++) {
      for (int v = 0; v < weights.length; v++) {
        coefficients[from + f][v] = weights[v] * own.coefficients[f][v];
        standardErrors[from + f][v] = weights[v] * own.standardErrors[f][v];
      }
    }
  }
}
