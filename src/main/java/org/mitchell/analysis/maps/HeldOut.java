package org.mitchell.analysis.maps;

import java.util.Optional;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Penalty;
import org.mitchell.encoding.PenaltyPath;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.RowCombinations;
import org.mitchell.evaluation.CorrelationMap;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.ExplainedVariance;
import org.mitchell.evaluation.HeldOutOperator;
import org.mitchell.evaluation.LeaveTwoOut;
import org.mitchell.evaluation.penalties.VoxelwisePredictions;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * The images of all words beside what models that were not trained on them predict.
 *
 * @param images as they were modelled, words x voxels: in preset paper without their mean
 * @param predicted words x voxels: the mean of the n - 1 predictions of leave-two-out; the
 *     prediction by the model of all other words where every voxel has a penalty of its own
 * @param operator what took the images to the predictions, words x words; nothing where every voxel
 *     has a penalty of its own
 * @param preset how they were predicted
 */
record HeldOut(
    WordImages images, double[][] predicted, Optional<double[][]> operator, Preset preset) {

  /**
   * Predicts every word.
   *
   * @param features unscaled features, words x features, words as in the responses
   */
  static HeldOut of(
      Responses responses, double[][] features, EvaluationOptions options, Workers workers) {
    EncodingOptions encoding = options.encoding();
    WordImages raw = WordImages.of(responses);
    if (encoding.penalty() instanceof Penalty.Chosen chosen && chosen.per() == Penalty.Per.VOXEL) {
      WordImages images = raw.withoutMean();
      PenaltyPath path = PenaltyPath.of(features, encoding, chosen);
      return new HeldOut(
          images,
          VoxelwisePredictions.of(path, images.rows(), workers),
          Optional.empty(),
          encoding.preset());
    }
    WordImages images = encoding.preset() == Preset.PAPER ? raw.withoutMean() : raw;
    double[][] operator =
        encoding.penalty() instanceof Penalty.Fixed
            ? HeldOutOperator.of(features, encoding, workers)
            : LeaveTwoOut.run(responses, features, options, workers, Progress.NONE).operator();
    return new HeldOut(
        images,
        RowCombinations.of(operator, images.rows(), workers),
        Optional.of(operator),
        encoding.preset());
  }

  /** See {@link CorrelationMap}. */
  double[] correlation(Workers workers) {
    return CorrelationMap.ofPredictions(images, predicted, workers);
  }

  /** See {@link ExplainedVariance}. */
  double[] explainedVariance() {
    return ExplainedVariance.of(images, predicted, preset);
  }
}
