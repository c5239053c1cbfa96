package org.mitchell.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mitchell.encoding.EncodingModel;
import org.mitchell.encoding.Preset;
import org.mitchell.evaluation.CorrelationMap;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.LeaveTwoOut;
import org.mitchell.evaluation.LeaveTwoOutResult;
import org.mitchell.evaluation.stability.Stability;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * Everything that is computed when a participant is fitted.
 *
 * @param words the words and features it was done with
 * @param options how
 * @param evaluation the leave-two-out cross-validation
 * @param model the model of all words
 * @param correlation r between predicted and observed images, a value a voxel; see {@link
 *     CorrelationMap}
 * @param stability over all words, a value a voxel; nothing where the words have one presentation
 * @param evaluateSeconds how long the cross-validation took
 * @param mapSeconds how long the model and the maps took
 */
public record ParticipantFit(
    SharedWords words,
    EvaluationOptions options,
    LeaveTwoOutResult evaluation,
    EncodingModel model,
    double[] correlation,
    Optional<double[]> stability,
    double evaluateSeconds,
    double mapSeconds) {

  /** The r from which the paper counts a voxel of a single participant as predicted. */
  public static final double PAPER_THRESHOLD = 0.28;

  /** Evaluates and fits one participant. */
  public static ParticipantFit of(
      SharedWords words, EvaluationOptions options, Workers workers, Progress progress) {
    long start = System.nanoTime();
    Responses responses = words.responses();
    double[][] features = words.rawFeatures();
    LeaveTwoOutResult evaluation = LeaveTwoOut.run(responses, features, options, workers, progress);
    long evaluated = System.nanoTime();
    WordImages raw = WordImages.of(responses);
    List<String> names = words.featureSpace().features();
    EncodingModel model =
        EncodingModel.fit(responses.words(), names, features, raw, options.encoding(), workers);
    WordImages images = options.encoding().preset() == Preset.PAPER ? raw.withoutMean() : raw;
    double[] correlation = CorrelationMap.of(images, evaluation.operator(), workers);
    Optional<double[]> stability =
        responses.commonPresentations() < 2
            ? Optional.empty()
            : Optional.of(Stability.overAllWords(responses, workers));
    long mapped = System.nanoTime();
    return new ParticipantFit(
        words,
        options,
        evaluation,
        model,
        correlation,
        stability,
        seconds(start, evaluated),
        seconds(evaluated, mapped));
  }

  /** The mean of the correlation map over the voxels where it is defined. */
  public double meanCorrelation() {
    return Arrays.stream(correlation).filter(r -> !Double.isNaN(r)).average().orElse(Double.NaN);
  }

  /** The highest value of the correlation map. */
  public double highestCorrelation() {
    return Arrays.stream(correlation).filter(r -> !Double.isNaN(r)).max().orElse(Double.NaN);
  }

  /** How many voxels reach the paper's threshold. */
  public int voxelsAboveThreshold() {
    return (int) Arrays.stream(correlation).filter(r -> r >= PAPER_THRESHOLD).count();
  }

  private static double seconds(long from, long to) {
    return (to - from) / 1e9;
  }
}
