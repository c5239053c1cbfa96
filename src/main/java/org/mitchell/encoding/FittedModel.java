package org.mitchell.encoding;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Workers;

/**
 * The model of all words, and which penalty it has.
 *
 * @param penalties of the model, or of its voxels, where they were to be chosen
 */
public record FittedModel(EncodingModel model, Optional<ChosenPenalties> penalties) {
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
   */
  public static FittedModel of(
      List<String> words,
      List<String> featureNames,
      double[][] rawFeatures,
      WordImages images,
      EncodingOptions options,
      Supplier<int[]> compared,
      Workers workers) {
    Optional<Penalty.Chosen> penalty = options.penalty().chosen();
    if (penalty.isEmpty()) {
      return new FittedModel(
          EncodingModel.fit(words, featureNames, rawFeatures, images, options, workers),
          Optional.empty());
    }
    Penalty.Chosen chosen = penalty.get();
    double[][] rows = images.withoutMean().rows();
    if (options.spaces().stacked()) {
      Stack stack = Stack.of(rawFeatures, options, chosen);
      Stack.Choice choice = StackedModels.ofAllWords(stack, chosen, rows, compared.get(), workers);
      return new FittedModel(
          EncodingModel.of(words, featureNames, options, stack, choice, rows, workers),
          Optional.of(stack.chosen(chosen.per(), List.of(choice))));
    }
    PenaltyPath path = PenaltyPath.of(rawFeatures, options, chosen);
    int[] choice = ModelPenalties.choose(path, chosen, rows, compared.get(), workers);
    return new FittedModel(
        EncodingModel.fit(words, featureNames, path, images, options, choice, workers),
        Optional.of(ChosenPenalties.of(path.grid(), chosen.per(), choice)));
  }
}
