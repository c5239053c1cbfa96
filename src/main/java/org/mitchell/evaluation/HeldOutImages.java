package org.mitchell.evaluation;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.RowCombinations;
import org.mitchell.encoding.VoxelwisePredictions;
import org.mitchell.fmri.VoxelRows;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * The images of all words beside what models that were not trained on them predict, both made of
 * some voxels at a time.
 *
 * @param images as they were modelled: in preset paper without their mean
 * @param prediction takes the images of all words on some voxels to their predictions, both words x
 *     voxels: the mean of the predictions of a word by all folds that hold it out, n - 1 in
 *     leave-two-out; the prediction by the model of all other words where every voxel has a penalty
 *     of its own. Safe for several threads
 * @param operator what the prediction multiplies images by, words x words; nothing where every
 *     voxel has a penalty of its own
 * @param preset how they were predicted
 */
public record HeldOutImages(
    VoxelRows images,
    UnaryOperator<double[][]> prediction,
    Optional<double[][]> operator,
    Preset preset) {
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
      return new HeldOutImages(
          analysis.imageRows().withoutMean(),
          VoxelwisePredictions.of(features, encoding),
          Optional.empty(),
          encoding.preset());
    }
    double[][] operator =
        encoding.penalty().isGiven()
            ? HeldOutOperator.of(features, encoding, words.folds(), workers)
            : LeaveTwoOut.run(analysis, words.folds(), words.label(), workers, Progress.NONE)
                .operator();
    return new HeldOutImages(
        analysis.modelledRows(),
        images -> RowCombinations.of(operator, images),
        Optional.of(operator),
        encoding.preset());
  }

  /** The predictions on some voxels, words x columns. */
  public double[][] predicted(int[] columns, Workers workers) {
    var predicted = new double[images.count()][columns.length];
    VoxelRows.overBlocks(
        columns.length,
        workers,
        (from, to) -> {
          double[][] own = prediction.apply(images.at(Arrays.copyOfRange(columns, from, to)));
          for (int w = 0; w < own.length; w++) {
            System.arraycopy(own[w], 0, predicted[w], from, to - from);
          }
        });
    return predicted;
  }

  /** See {@link HeldOutCorrelation}. */
  public double[] correlation(Workers workers) {
    return HeldOutCorrelation.of(images, prediction, workers);
  }

  /** See {@link ExplainedVariance}. */
  public double[] explainedVariance(Workers workers) {
    return ExplainedVariance.of(images, prediction, preset, workers);
  }
}
