package org.mitchell.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mitchell.encoding.ChoiceOfAllWords;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.FoldPredictor;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.nulls.NullDistribution;
import org.mitchell.evaluation.nulls.Relabelling;
import org.mitchell.evaluation.schemes.FeatureSet;
import org.mitchell.evaluation.schemes.SchemeEvaluation;
import org.mitchell.evaluation.schemes.SchemeResult;
import org.mitchell.evaluation.schemes.Splitting;
import org.mitchell.evaluation.stability.VoxelChoice;
import org.mitchell.fmri.VoxelRows;
import org.mitchell.inference.FalseDiscoveryRate;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;

/**
 * How much accuracy drops when one feature's values are exchanged between words and all others stay
 * as they are.
 *
 * <p>Models are fitted anew in every fold with the exchanged values, so that they have as many
 * features as before and the drop is what the feature tells beyond the others. The null hypothesis
 * is that responses do not depend on the feature, given the others, and that its values are
 * exchangeable; a feature that the others tell as well has no importance. Where penalties are
 * chosen they are chosen once from all words ({@link ChoiceOfAllWords}), with values exchanged or
 * not.
 *
 * <p>Beside it stands the drop of models that are without the feature altogether: one number, which
 * chance moves as well, and which may be below 0 where the feature only adds noise.
 *
 * @param accuracy with the features as they are
 * @param permutations of each feature
 * @param features in the order of the vectors
 */
public record FeatureImportance(double accuracy, int permutations, List<Feature> features) {
  /** How many permutations when nobody says. */
  public static final int USUAL_PERMUTATIONS = 99;

  public FeatureImportance {
    features = List.copyOf(features);
  }

  /**
   * One feature.
   *
   * @param drop the accuracy less the mean over permutations
   * @param leftOut the accuracy less that of models of the other features alone; NaN where there
   *     are none, or where these tell no two words apart: one feature alone has no direction at
   *     unit length but its sign
   * @param sd of the accuracies over permutations: how far a drop goes by chance
   * @param p (1 + permutations that reach the accuracy) / (1 + permutations)
   * @param pAdjusted for the false discovery rate over features
   */
  public record Feature(
      String name, double drop, double leftOut, double sd, double p, double pAdjusted) {}

  /**
   * @param names of the features
   * @param splitting whose folds tell pairs apart
   * @param permutations of each feature, the same for all
   */
  public static FeatureImportance of(
      EncodingAnalysis analysis,
      List<String> names,
      Splitting splitting,
      int permutations,
      long seed,
      Workers workers,
      Progress progress) {
    List<int[]> orders =
        Relabelling.FREE.permutations(analysis.stimuli(), permutations, new RandomStreams(seed));
    var scheme = SchemeEvaluation.of(splitting, analysis, workers);
    var images = VoxelRows.held(analysis.modelledRows().at(analysis.comparedVoxels(workers)));
    FeatureSet asTheyAre = set(analysis.encoding(), analysis.rawFeatures(), images);
    var nulls = new ArrayList<NullDistribution>();
    var leftOut = new double[names.size()];
    double accuracy = 0;
    progress.begin("importance", "features", names.size());
    for (int f = 0; f < names.size(); f++) {
      int feature = f;
      FeatureSet[] exchanged = new FeatureSet[orders.size()];
      workers.forEach(
          exchanged.length,
          k ->
              exchanged[k] =
                  set(
                      analysis.encoding(),
                      exchanged(analysis.rawFeatures(), feature, orders.get(k)),
                      images));
      var others = new ArrayList<FeatureSet>(List.of(exchanged));
      Optional<FeatureSet> without =
          names.size() > 1 ? Optional.of(without(analysis, feature, images)) : Optional.empty();
      without.ifPresent(others::add);
      SchemeResult result = scheme.run(asTheyAre.predictor(), others, Progress.NONE);
      accuracy = result.accuracy();
      double[] accuracies = result.otherAccuracies();
      nulls.add(new NullDistribution(Arrays.copyOf(accuracies, permutations)));
      leftOut[f] =
          without.isEmpty()
                  || tellsNothing(scheme, without.get(), accuracies[permutations], analysis)
              ? Double.NaN
              : accuracy - accuracies[permutations];
      progress.advance(1);
    }
    progress.end();
    return of(accuracy, permutations, names, nulls, leftOut);
  }

  private static FeatureImportance of(
      double accuracy,
      int permutations,
      List<String> names,
      List<NullDistribution> nulls,
      double[] leftOut) {
    double[] p = nulls.stream().mapToDouble(own -> own.p(accuracy)).toArray();
    double[] adjusted = FalseDiscoveryRate.adjusted(p);
    return new FeatureImportance(
        accuracy,
        permutations,
        IntStream.range(0, p.length)
            .mapToObj(
                f ->
                    new Feature(
                        names.get(f),
                        accuracy - nulls.get(f).mean(),
                        leftOut[f],
                        nulls.get(f).sd(),
                        p[f],
                        adjusted[f]))
            .toList());
  }

  /** Whether all pairs tie. Their accuracy is 0 or one half, and others need not be looked at. */
  private static boolean tellsNothing(
      SchemeEvaluation scheme, FeatureSet set, double accuracy, EncodingAnalysis analysis) {
    if (accuracy != 0 && accuracy != 0.5) {
      return false;
    }
    SchemeResult alone = scheme.run(set.predictor(), List.of(), Progress.NONE);
    TiedPairs ties = TiedPairs.of(alone.pairs(), analysis.options());
    return ties.tied() == ties.pairs();
  }

  /** The other features alone. */
  private static FeatureSet without(EncodingAnalysis analysis, int feature, VoxelRows images) {
    EncodingOptions encoding = analysis.encoding();
    double[][] others =
        Arrays.stream(analysis.rawFeatures())
            .map(
                row ->
                    IntStream.range(0, row.length)
                        .filter(f -> f != feature)
                        .mapToDouble(f -> row[f])
                        .toArray())
            .toArray(double[][]::new);
    return set(encoding.withSpaces(encoding.spaces().without(feature)), others, images);
  }

  private static FeatureSet set(EncodingOptions encoding, double[][] features, VoxelRows images) {
    int[] own = IntStream.range(0, features.length).toArray();
    if (encoding.penalty().isGiven()) {
      return new FeatureSet(FoldPredictor.ofOneRun(features, encoding), own);
    }
    var choice = ChoiceOfAllWords.of(features, encoding, images, VoxelChoice.all(images.voxels()));
    return new FeatureSet(choice.of(own), own);
  }

  private static double[][] exchanged(double[][] features, int feature, int[] from) {
    double[][] exchanged = Arrays.stream(features).map(double[]::clone).toArray(double[][]::new);
    for (int w = 0; w < from.length; w++) {
      exchanged[w][feature] = features[from[w]][feature];
    }
    return exchanged;
  }
}
