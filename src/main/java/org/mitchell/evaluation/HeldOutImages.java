package org.mitchell.evaluation;

import java.util.Optional;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.RowCombinations;
import org.mitchell.encoding.VoxelwisePredictions;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * The images of all words beside what models that were not trained on them predict.
 *
 * @param images as they were modelled, words x voxels: in preset paper without their mean
 * @param predicted words x voxels: the mean of the predictions of a word by all folds that hold it
 *     out, n - 1 in leave-two-out; the prediction by the model of all other words where every voxel
 *     has a penalty of its own
 * @param operator what took the images to the predictions, words x words; nothing where every voxel
 *     has a penalty of its own
 * @param preset how they were predicted
 */
public record HeldOutImages(
    WordImages images, double[][] predicted, Optional<double[][]> operator, Preset preset) {
  /** Predicts every word, held out in pairs. */
  public static HeldOutImages of(EncodingAnalysis analysis, Workers workers) {
    return of(analysis, HeldOutWords.pairs(analysis.size()), workers);
  }

  /**
   * Predicts every word.
   *
   * @param words which are held out together
   */
  public static HeldOutImages of(EncodingAnalysis analysis, HeldOutWords words, Workers workers) {
    EncodingOptions encoding = analysis.encoding();
    double[][] features = analysis.rawFeatures();
    if (encoding.penalty().isPerVoxel()) {
      WordImages images = analysis.images().withoutMean();
      return new HeldOutImages(
          images,
          VoxelwisePredictions.of(features, encoding, images.rows(), workers),
          Optional.empty(),
          encoding.preset());
    }
    WordImages images = analysis.modelledImages();
    double[][] operator =
        encoding.penalty().isGiven()
            ? HeldOutOperator.of(features, encoding, words.folds(), workers)
            : LeaveTwoOut.run(analysis, words.folds(), words.label(), workers, Progress.NONE)
                .operator();
    return new HeldOutImages(
        images,
        RowCombinations.of(operator, images.rows(), workers),
        Optional.of(operator),
        encoding.preset());
  }

  /** See {@link HeldOutCorrelation}. */
  public double[] correlation(Workers workers) {
    return HeldOutCorrelation.ofPredictions(images, predicted, workers);
  }

  /** See {@link ExplainedVariance}. */
  public double[] explainedVariance() {
    return ExplainedVariance.of(images, predicted, preset);
  }
}
