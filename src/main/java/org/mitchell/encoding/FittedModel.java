package org.mitchell.encoding;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mitchell.fmri.VoxelRows;
import org.mitchell.jobs.Workers;

/**
 * The model of all words as it was fitted: its coefficients are made when they are asked for.
 *
 * @param words the words that it was fitted on
 * @param featureNames one a feature
 * @param options how it was fitted
 * @param scaling what was learnt of the features
 * @param rank of the scaled features
 * @param coefficients of every feature and voxel
 * @param penalties of the model, or of its voxels, where they were to be chosen
 */
public record FittedModel(
    List<String> words,
    List<String> featureNames,
    EncodingOptions options,
    FeatureScaling scaling,
    int rank,
    Coefficients coefficients,
    Optional<ChosenPenalties> penalties) {
  public FittedModel {
    words = List.copyOf(words);
    featureNames = List.copyOf(featureNames);
  }

  /**
   * Fits every voxel on all words, with the penalty that was given or with the one of the smallest
   * leave-one-out error.
   *
   * @param words the words, in the order of the features' and the images' rows
   * @param featureNames one a feature
   * @param rawFeatures unscaled feature vectors, words x features
   * @param images the word images, words x voxels; whether their mean over words was removed makes
   *     no difference
   * @param compared the voxels whose errors are summed where one penalty is to be chosen for all;
   *     asked for only then
   * @throws IllegalArgumentException if the numbers of words or features do not agree
   */
  public static FittedModel of(
      List<String> words,
      List<String> featureNames,
      double[][] rawFeatures,
      VoxelRows images,
      EncodingOptions options,
      Supplier<int[]> compared,
      Workers workers) {
    requireShape(words, featureNames, rawFeatures, images);
    VoxelRows centred = images.withoutMean();
    Optional<Penalty.Chosen> penalty = options.penalty().chosen();
    if (penalty.isEmpty()) {
      Design design = Design.of(options, rawFeatures);
      var system = new RidgeSystem(design.rows());
      return new FittedModel(
          words,
          featureNames,
          options,
          design.scaling(),
          system.rank(),
          Coefficients.of(system.coefficientOperator(options.ridge()), centred),
          Optional.empty());
    }
    Penalty.Chosen chosen = penalty.get();
    if (options.spaces().stacked()) {
      Stack stack = Stack.of(rawFeatures, options, chosen);
      double[][] rows = centred.block(0, centred.voxels());
      Stack.Choice choice = StackedModels.ofAllWords(stack, chosen, rows, compared.get(), workers);
      return new FittedModel(
          words,
          featureNames,
          options,
          stack.scaling(),
          stack.rank(),
          stack.coefficients(centred, choice, workers),
          Optional.of(stack.chosen(chosen.per(), List.of(choice))));
    }
    PenaltyPath path = PenaltyPath.of(rawFeatures, options, chosen);
    int[] choice = ModelPenalties.choose(path, chosen, centred, compared.get(), workers);
    return new FittedModel(
        words,
        featureNames,
        options,
        path.scaling(),
        path.rank(),
        path.coefficients(centred, SignatureErrors.each(choice, images.voxels()), workers),
        Optional.of(ChosenPenalties.of(path.grid(), chosen.per(), choice)));
  }

  private static void requireShape(
      List<String> words, List<String> featureNames, double[][] rawFeatures, VoxelRows images) {
    if (words.isEmpty() || words.size() != rawFeatures.length || words.size() != images.count()) {
      throw new IllegalArgumentException(
          "%d words with %d feature vectors and %d images: as many of each are expected"
              .formatted(words.size(), rawFeatures.length, images.count()));
    }
    if (featureNames.size() != rawFeatures[0].length) {
      throw new IllegalArgumentException(
          "%d names of features for vectors of %d"
              .formatted(featureNames.size(), rawFeatures[0].length));
    }
  }

  /** The model with all its signatures: features x voxels values of four bytes. */
  public EncodingModel model(Workers workers) {
    return EncodingModel.of(
        words,
        featureNames,
        options,
        scaling,
        coefficients.rounded(0, coefficients.features(), workers),
        rank);
  }
}
