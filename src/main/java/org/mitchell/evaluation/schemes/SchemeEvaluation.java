package org.mitchell.evaluation.schemes;

import java.util.Arrays;
import java.util.List;
import org.mitchell.encoding.ErrorImages;
import org.mitchell.encoding.FoldPredictor;
import org.mitchell.encoding.FoldTraining;
import org.mitchell.encoding.Preset;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.PairResult;
import org.mitchell.evaluation.folds.CrossValidation;
import org.mitchell.evaluation.folds.Fold;
import org.mitchell.evaluation.folds.FoldScorer;
import org.mitchell.evaluation.folds.MatchedPairs;
import org.mitchell.evaluation.stability.VoxelDemand;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * Runs a {@link Splitting} on one participant, with any number of feature sets in one go: the
 * voxels of a fold and the inner products of its images are found once for all of them. The result
 * does not depend on the number of threads.
 */
public final class SchemeEvaluation {
  private final EncodingAnalysis analysis;
  private final EvaluationOptions options;
  private final Workers workers;
  private final boolean strict;
  private final boolean halfTies;
  private final List<Fold> folds;
  private final int[] firstPair;

  private SchemeEvaluation(
      EncodingAnalysis analysis, List<Fold> folds, boolean halfTies, Workers workers) {
    this.analysis = analysis;
    this.options = analysis.options();
    this.workers = workers;
    this.strict = analysis.encoding().preset() == Preset.STRICT;
    this.halfTies = halfTies;
    this.folds = folds;
    this.firstPair = MatchedPairs.firstPairs(folds);
  }

  /**
   * @throws InputException if the words, their categories, the presentations or the voxels do not
   *     allow the scheme
   */
  public static SchemeEvaluation of(Splitting scheme, EncodingAnalysis analysis, Workers workers) {
    require(scheme, analysis.responses(), analysis.options());
    return of(scheme.folds(analysis.responses()), analysis, workers);
  }

  /**
   * Any folds, of a scheme or not.
   *
   * @param folds at least one; all leave out words, or all hold out presentations
   */
  public static SchemeEvaluation of(List<Fold> folds, EncodingAnalysis analysis, Workers workers) {
    boolean strict = analysis.encoding().preset() == Preset.STRICT;
    return new SchemeEvaluation(analysis, folds, strict, workers);
  }

  /**
   * The same folds with ties counted as half right whatever the preset, as is fair to features that
   * are alike for many words.
   */
  public SchemeEvaluation withHalfTies() {
    return new SchemeEvaluation(analysis, folds, true, workers);
  }

  /**
   * @throws InputException if the words, their categories, the presentations or the voxels do not
   *     allow the scheme
   */
  public static void require(Splitting scheme, Responses responses, EvaluationOptions options) {
    scheme.folds(responses);
    int leftOut = responses.commonPresentations() - scheme.trainingPresentations(responses);
    VoxelDemand.require(options.voxels(), options.criterion(), responses, leftOut);
  }

  /** How many pairs are matched. */
  public int pairs() {
    return firstPair[folds.size()];
  }

  /** Runs all folds with the features of the analysis alone. */
  public SchemeResult run(Progress progress) {
    return run(FoldPredictor.of(analysis.rawFeatures(), analysis.encoding()), List.of(), progress);
  }

  /**
   * Runs all folds.
   *
   * @param given predicts from the features of the analysis
   * @param others what else to evaluate in the same folds
   */
  public SchemeResult run(FoldPredictor given, List<FeatureSet> others, Progress progress) {
    var sets = new FeatureSet[others.size() + 1];
    sets[0] = FeatureSet.asItIs(given, analysis.size());
    for (int s = 1; s < sets.length; s++) {
      sets[s] = others.get(s - 1);
    }
    CrossValidation.Run<MatchedSets> run =
        new CrossValidation(analysis, folds, workers)
            .run(candidates -> new MatchedSets(candidates, sets), "cross-validation", progress);
    return run.scorer().result(run.selectedVoxels());
  }

  /** Matches the pairs of every fold, with all feature sets side by side. */
  private final class MatchedSets implements FoldScorer {
    private final FeatureSet[] sets;
    private final FoldImages images;
    private final double shortest;
    private final boolean allVoxels;
    private final double[][] productsOfAll;
    private final double[][] fittingOfAll;
    private final PairResult[] pairs = new PairResult[pairs()];
    private final double[] correct;

    MatchedSets(int[] candidates, FeatureSet[] sets) {
      this.sets = sets;
      this.images = new FoldImages(analysis, candidates);
      this.shortest = images.shortest();
      this.correct = new double[sets.length];
      // Folds that compare the same voxels of the same images share their products.
      this.allVoxels = options.voxels().isEmpty() && folds.get(0).leavesWordsOut();
      this.productsOfAll = ofAll(options.metric());
      this.fittingOfAll = fittedAsCompared() ? productsOfAll : ofAll(Metric.COSINE);
    }

    private double[][] ofAll(Metric metric) {
      return allVoxels ? ImageProducts.of(images.rows(folds.get(0)), metric) : new double[0][];
    }

    SchemeResult result(int selectedVoxels) {
      double[] others = Arrays.copyOfRange(correct, 1, correct.length);
      for (int s = 0; s < others.length; s++) {
        others[s] /= pairs.length;
      }
      return new SchemeResult(Arrays.asList(pairs), selectedVoxels, others);
    }

    @Override
    public Piece piece() {
      var matcher = new FoldMatcher();
      var scores = new SetScores(options.match(), halfTies, sets.length, pairs);
      return new Piece() {
        @Override
        public void score(int number, Fold fold, int[] positions) {
          scores.begin(firstPair[number]);
          match(fold, positions, matcher, scores);
        }

        @Override
        public void end() {
          scores.addTo(correct);
        }
      };
    }

    private void match(Fold fold, int[] positions, FoldMatcher matcher, SetScores scores) {
      double[][] products =
          allVoxels
              ? productsOfAll
              : ImageProducts.of(images.rows(fold), positions, options.metric());
      var matched = new FoldProducts(products, images.images(fold), strict, shortest);
      int[] words = fold.training(analysis.size());
      var training =
          new FoldTraining(
              fold.tested(), fold.leftOut(), words, forFitting(products, fold, positions));
      matcher.matchAll(fold, training, matched, sets, scores);
    }

    private double[][] forFitting(double[][] products, Fold fold, int[] positions) {
      if (analysis.encoding().penalty().isByStandardisedErrors()) {
        return ImageProducts.of(standardised(fold, positions), Metric.COSINE);
      }
      if (allVoxels) {
        return fittingOfAll;
      }
      return fittedAsCompared()
          ? products
          : ImageProducts.of(images.rows(fold), positions, Metric.COSINE);
    }

    /** Voxels x images, of sd 1 over the training images. */
    private double[][] standardised(Fold fold, int[] positions) {
      double[][] rows = images.rows(fold);
      var training = new boolean[rows[0].length];
      for (int image : images.images(fold).training()) {
        training[image] = true;
      }
      return Arrays.stream(positions)
          .mapToObj(position -> rows[position])
          .map(
              row -> {
                double factor = ErrorImages.factor(row, training);
                return Arrays.stream(row).map(value -> factor * value).toArray();
              })
          .toArray(double[][]::new);
    }

    /** The correlation removes each image's own mean; a model is fitted to images that have it. */
    private boolean fittedAsCompared() {
      return options.metric() == Metric.COSINE || analysis.encoding().penalty().isGiven();
    }
  }
}
