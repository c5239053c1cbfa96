package org.mitchell.evaluation.folds;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.HeldOutCorrelation;
import org.mitchell.evaluation.HeldOutOperator;
import org.mitchell.evaluation.stability.SignalToNoise;
import org.mitchell.evaluation.stability.VoxelChoice;
import org.mitchell.evaluation.stability.VoxelCriterion;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/** The voxels that are compared, by any criterion, of what is trained on alone. */
public final class TrainedVoxels {
  private TrainedVoxels() {}

  /**
   * @param training everything that is trained on, and nothing else
   * @return columns, ascending; fewer than wanted where fewer have a defined value
   */
  public static int[] of(EncodingAnalysis training, Workers workers) {
    EvaluationOptions options = training.options();
    VoxelCriterion criterion = options.criterion();
    var choice = new VoxelChoice(options.voxels());
    Responses responses = training.responses();
    if (options.voxels().isEmpty()
        || criterion.needsPresentations() && !choice.chooses(responses)) {
      return VoxelChoice.all(responses.voxels());
    }
    if (criterion.usual()) {
      return choice.of(responses, workers);
    }
    if (criterion instanceof VoxelCriterion.OfRegions regions) {
      return choice.inRegions(responses, regions.of(responses), workers);
    }
    return choice.by(
        criterion.needsFeatures()
            ? correlation(training, workers)
            : new SignalToNoise(responses).of(VoxelChoice.all(responses.stimuli().size())));
  }

  /**
   * Those of what is left when one of the words, by its number, is not trained on.
   *
   * @return as {@link #of(EncodingAnalysis, Workers)}
   */
  public static int[] without(int word, EncodingAnalysis all, Workers workers) {
    if (all.options().criterion().usual()) {
      return new VoxelChoice(all.options().voxels()).without(word, all.responses(), workers);
    }
    return of(
        all.ofWords(IntStream.range(0, all.size()).filter(w -> w != word).toArray()), workers);
  }

  /** Those of every fold. */
  static int[][] of(
      EncodingAnalysis analysis, List<Fold> folds, Workers workers, Progress progress) {
    var columns = new int[folds.size()][];
    progress.begin("voxels", "folds", columns.length);
    try (var alone = new Workers(1)) {
      IntFunction<int[]> choice = choice(analysis, folds, alone);
      workers.forEach(
          columns.length,
          f -> {
            columns[f] = choice.apply(f);
            progress.advance(1);
          });
    }
    progress.end();
    return columns;
  }

  /** By the number of a fold; what folds share is computed once. */
  private static IntFunction<int[]> choice(
      EncodingAnalysis analysis, List<Fold> folds, Workers alone) {
    VoxelCriterion criterion = analysis.options().criterion();
    var choice = new VoxelChoice(analysis.options().voxels());
    if (criterion instanceof VoxelCriterion.OfRegions own) {
      int[] regions = own.of(analysis.responses());
      return f -> choice.inRegions(trainingOf(analysis, folds.get(f)).responses(), regions, alone);
    }
    boolean ofWords = folds.stream().allMatch(Fold::leavesWordsOut);
    if (ofWords && criterion instanceof VoxelCriterion.OfSignalToNoise) {
      var ratios = new SignalToNoise(analysis.responses());
      return f -> choice.by(ratios.of(folds.get(f).training(analysis.size())));
    }
    return f -> of(trainingOf(analysis, folds.get(f)), alone);
  }

  private static EncodingAnalysis trainingOf(EncodingAnalysis analysis, Fold fold) {
    int[] words = fold.training(analysis.size());
    if (fold.leavesWordsOut()) {
      return analysis.ofWords(words);
    }
    double[][] features =
        Arrays.stream(words).mapToObj(w -> analysis.rawFeatures()[w]).toArray(double[][]::new);
    return new EncodingAnalysis(
        fold.trainingOf(analysis.responses()), features, analysis.options());
  }

  /** Of every word's image with what the model of the other words predicts of it. */
  private static double[] correlation(EncodingAnalysis training, Workers workers) {
    double[][] operator =
        HeldOutOperator.of(
            training.rawFeatures(),
            training.encoding(),
            Folds.leaveOneOut(training.size()),
            workers);
    return HeldOutCorrelation.of(training.modelledRows(), operator, workers);
  }
}
