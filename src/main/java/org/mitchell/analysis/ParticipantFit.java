package org.mitchell.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mitchell.encoding.ChosenPenalties;
import org.mitchell.encoding.FittedModel;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.HeldOutCorrelation;
import org.mitchell.evaluation.HeldOutImages;
import org.mitchell.evaluation.LeaveTwoOutResult;
import org.mitchell.evaluation.stability.Stability;
import org.mitchell.evaluation.stability.VoxelChoice;
import org.mitchell.inference.VoxelStatistic;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * Everything that is computed when a participant is fitted.
 *
 * @param words the words and features it was done with
 * @param options how
 * @param left what the cross-validation leaves out
 * @param evaluation the cross-validation
 * @param model the model of all words, with its penalty, or that of its voxels, where it was to be
 *     chosen; those of the folds are with the evaluation
 * @param correlation r between predicted and observed images, a value a voxel; see {@link
 *     HeldOutCorrelation}. Where every voxel has a penalty of its own a word is predicted once, by
 *     the model of all others, not in every pair
 * @param stability over all words, a value a voxel; nothing where the words have one presentation
 * @param evaluateSeconds how long the cross-validation took
 * @param mapSeconds how long the model and the maps took
 */
public record ParticipantFit(
    SharedWords words,
    EvaluationOptions options,
    LeftOut left,
    LeaveTwoOutResult evaluation,
    FittedModel model,
    double[] correlation,
    Optional<double[]> stability,
    double evaluateSeconds,
    double mapSeconds) {

  /** Evaluates one participant by leaving out every pair of words, and fits it. */
  public static ParticipantFit of(
      SharedWords words, EvaluationOptions options, Workers workers, Progress progress) {
    return of(words, options, LeftOut.PAIRS, workers, progress);
  }

  /**
   * Evaluates and fits one participant.
   *
   * @param left what the cross-validation leaves out
   * @throws org.mitchell.files.InputException if nothing in the features tells words apart, or
   *     words, voxels or presentations are too few for what the options ask
   */
  public static ParticipantFit of(
      SharedWords words,
      EvaluationOptions asked,
      LeftOut left,
      Workers workers,
      Progress progress) {
    long start = System.nanoTime();
    EvaluationOptions options = words.options(asked);
    String space = words.featureSpace().name();
    UninformativeFeatures.of(words, options.encoding().scale()).requireDifferences(space);
    EncodingAnalysis analysis = words.analysis(options);
    LeaveTwoOutResult evaluation = left.evaluate(analysis, workers, progress);
    TiedPairs.of(evaluation.pairs(), options).requireSome(space);
    long evaluated = System.nanoTime();
    Optional<double[]> stability =
        analysis.responses().commonPresentations() < 2
            ? Optional.empty()
            : Optional.of(Stability.overAllWords(analysis.responses(), workers));
    double[] correlation =
        options.encoding().penalty().isPerVoxel()
            ? HeldOutImages.of(analysis, workers).correlation(workers)
            : HeldOutCorrelation.of(analysis.modelledRows(), evaluation.operator(), workers);
    FittedModel fitted = model(words, analysis, stability, workers);
    long mapped = System.nanoTime();
    return new ParticipantFit(
        words,
        options,
        left,
        evaluation,
        fitted,
        correlation,
        stability,
        seconds(start, evaluated),
        seconds(evaluated, mapped));
  }

  private static FittedModel model(
      SharedWords words, EncodingAnalysis analysis, Optional<double[]> stability, Workers workers) {
    var choice = new VoxelChoice(analysis.options().voxels());
    var size = ParticipantSize.of(analysis.responses(), words.featureSpace().features().size());
    boolean held = size.holdsImages(ParticipantSize.Task.fit(analysis.encoding()));
    return FittedModel.of(
        analysis.words(),
        words.featureSpace().features(),
        analysis.rawFeatures(),
        held ? analysis.images() : analysis.imageRows(),
        analysis.encoding(),
        () ->
            !analysis.options().criterion().usual()
                ? analysis.comparedVoxels(workers)
                : choice.chooses(analysis.responses())
                    ? choice.by(stability.orElseThrow())
                    : VoxelChoice.all(analysis.responses().voxels()),
        workers);
  }

  /** Which penalty the model has, or its voxels have, where it was to be chosen. */
  public Optional<ChosenPenalties> penalties() {
    return model.penalties();
  }

  /** What in the features says nothing. */
  public UninformativeFeatures uninformative() {
    return UninformativeFeatures.of(words, options.encoding().scale());
  }

  /** What the user should know of features that say nothing, and of pairs that tie. */
  public List<String> notes() {
    var notes = new ArrayList<>(uninformative().notes());
    left.note(words.responses()).ifPresent(notes::add);
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
    return (int)
        Arrays.stream(correlation).filter(r -> r >= VoxelStatistic.R.usualThreshold()).count();
  }

  private static double seconds(long from, long to) {
    return (to - from) / 1e9;
  }
}
