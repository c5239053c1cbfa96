package org.mitchell.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mitchell.encoding.EncodingModel;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Penalty;
import org.mitchell.encoding.PenaltyPath;
import org.mitchell.encoding.Preset;
import org.mitchell.evaluation.CorrelationMap;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.LeaveTwoOut;
import org.mitchell.evaluation.LeaveTwoOutResult;
import org.mitchell.evaluation.penalties.ChosenPenalties;
import org.mitchell.evaluation.penalties.ModelPenalties;
import org.mitchell.evaluation.penalties.VoxelwisePredictions;
import org.mitchell.evaluation.stability.MostStable;
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
 * @param penalties which penalty the model of all words has, or its voxels have, where it was to be
 *     chosen; those of the folds are with the evaluation
 * @param correlation r between predicted and observed images, a value a voxel; see {@link
 *     CorrelationMap}. Where every voxel has a penalty of its own a word is predicted once, by the
 *     model of all others, not in every pair
 * @param stability over all words, a value a voxel; nothing where the words have one presentation
 * @param evaluateSeconds how long the cross-validation took
 * @param mapSeconds how long the model and the maps took
 */
public record ParticipantFit(
    SharedWords words,
    EvaluationOptions options,
    LeaveTwoOutResult evaluation,
    EncodingModel model,
    Optional<ChosenPenalties> penalties,
    double[] correlation,
    Optional<double[]> stability,
    double evaluateSeconds,
    double mapSeconds) {

  /** The r from which the paper counts a voxel of a single participant as predicted. */
  public static final double PAPER_THRESHOLD = 0.28;

  /**
   * Evaluates and fits one participant.
   *
   * @throws org.mitchell.files.InputException if nothing in the features tells words apart, or
   *     words, voxels or presentations are too few for what the options ask
   */
  public static ParticipantFit of(
      SharedWords words, EvaluationOptions options, Workers workers, Progress progress) {
    long start = System.nanoTime();
    String space = words.featureSpace().name();
    UninformativeFeatures.of(words, options.encoding().scale()).requireDifferences(space);
    Responses responses = words.responses();
    double[][] features = words.rawFeatures();
    LeaveTwoOutResult evaluation = LeaveTwoOut.run(responses, features, options, workers, progress);
    TiedPairs.of(evaluation.pairs(), options).requireSome(space);
    long evaluated = System.nanoTime();
    WordImages raw = WordImages.of(responses);
    List<String> names = words.featureSpace().features();
    Optional<double[]> stability =
        responses.commonPresentations() < 2
            ? Optional.empty()
            : Optional.of(Stability.overAllWords(responses, workers));
    Fitted fitted = Fitted.of(responses.words(), names, features, raw, options, stability, workers);
    WordImages images = options.encoding().preset() == Preset.PAPER ? raw.withoutMean() : raw;
    double[] correlation =
        fitted.voxelwise.isPresent()
            ? CorrelationMap.ofPredictions(raw.withoutMean(), fitted.voxelwise.get(), workers)
            : CorrelationMap.of(images, evaluation.operator(), workers);
    long mapped = System.nanoTime();
    return new ParticipantFit(
        words,
        options,
        evaluation,
        fitted.model,
        fitted.penalties,
        correlation,
        stability,
        seconds(start, evaluated),
        seconds(evaluated, mapped));
  }

  /**
   * The model of all words.
   *
   * @param voxelwise the held-out predictions of all words, words x voxels, where every voxel has a
   *     penalty of its own
   */
  private record Fitted(
      EncodingModel model, Optional<ChosenPenalties> penalties, Optional<double[][]> voxelwise) {
    static Fitted of(
        List<String> words,
        List<String> names,
        double[][] features,
        WordImages images,
        EvaluationOptions options,
        Optional<double[]> stability,
        Workers workers) {
      EncodingOptions encoding = options.encoding();
      if (!(encoding.penalty() instanceof Penalty.Chosen chosen)) {
        EncodingModel model = EncodingModel.fit(words, names, features, images, encoding, workers);
        return new Fitted(model, Optional.empty(), Optional.empty());
      }
      PenaltyPath path = PenaltyPath.of(features, encoding, chosen);
      double[][] rows = images.withoutMean().rows();
      int[] compared =
          options.voxels().isPresent() && stability.isPresent()
              ? MostStable.columns(stability.get(), options.voxels().getAsInt())
              : IntStream.range(0, images.voxels()).toArray();
      int[] choice = ModelPenalties.choose(path, chosen, rows, compared, workers);
      return new Fitted(
          EncodingModel.fit(words, names, path, images, encoding, choice, workers),
          Optional.of(ChosenPenalties.of(path.grid(), chosen.per(), choice)),
          chosen.per() == Penalty.Per.VOXEL
              ? Optional.of(VoxelwisePredictions.of(path, rows, workers))
              : Optional.empty());
    }
  }

  /** What in the features says nothing. */
  public UninformativeFeatures uninformative() {
    return UninformativeFeatures.of(words, options.encoding().scale());
  }

  /** What the user should know of features that say nothing, and of pairs that tie. */
  public List<String> notes() {
    var notes = new ArrayList<>(uninformative().notes());
    TiedPairs.of(evaluation.pairs(), options)
        .note(options.encoding().preset())
        .ifPresent(notes::add);
    return notes;
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
