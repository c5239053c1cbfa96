package org.mitchell.evaluation.schemes;

import java.util.Arrays;
import java.util.List;
import org.mitchell.encoding.Penalty;
import org.mitchell.encoding.Preset;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.PairResult;
import org.mitchell.evaluation.penalties.ErrorImages;
import org.mitchell.evaluation.stability.SelectedVoxels;
import org.mitchell.evaluation.stability.VoxelDemand;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * Runs a {@link Scheme} on one participant, with any number of feature sets in one go: the voxels
 * of a fold and the inner products of its images are found once for all of them. The result does
 * not depend on the number of threads.
 */
public final class SchemeEvaluation {
  /** Few enough for the threads to end together, enough to share what folds have in common. */
  private static final int FOLDS_A_PIECE = 15;

  private final Responses responses;
  private final EvaluationOptions options;
  private final Workers workers;
  private final boolean strict;
  private final List<Fold> folds;
  private final int[] firstPair;

  private SchemeEvaluation(
      Scheme scheme, Responses responses, EvaluationOptions options, Workers workers) {
    this.responses = responses;
    this.options = options;
    this.workers = workers;
    this.strict = options.encoding().preset() == Preset.STRICT;
    this.folds = SchemeFolds.of(scheme, responses);
    this.firstPair = new int[folds.size() + 1];
    for (int f = 0; f < folds.size(); f++) {
      firstPair[f + 1] = firstPair[f] + folds.get(f).pairs().length;
    }
  }

  /**
   * @throws InputException if the words, their categories, the presentations or the voxels do not
   *     allow the scheme
   */
  public static SchemeEvaluation of(
      Scheme scheme, Responses responses, EvaluationOptions options, Workers workers) {
    var evaluation = new SchemeEvaluation(scheme, responses, options, workers);
    VoxelDemand.require(options.voxels(), responses, scheme == Scheme.PRESENTATIONS ? 1 : 0);
    return evaluation;
  }

  /** How many pairs are matched. */
  public int pairs() {
    return firstPair[folds.size()];
  }

  /**
   * Runs all folds.
   *
   * @param given the features as they are
   * @param others what else to evaluate in the same folds
   */
  public SchemeResult run(FoldPredictor given, List<FeatureSet> others, Progress progress) {
    var sets = new FeatureSet[others.size() + 1];
    sets[0] = FeatureSet.asItIs(given, responses.stimuli().size());
    for (int s = 1; s < sets.length; s++) {
      sets[s] = others.get(s - 1);
    }
    FoldVoxels voxels =
        options.voxels().isPresent()
            ? FoldVoxels.mostStable(responses, folds, options.voxels().getAsInt(), workers)
            : FoldVoxels.all(responses, folds);
    Pass pass = new Pass(voxels, sets);
    pass.run(progress);
    FoldVoxels widened = voxels.widenedTo(pass.lowestThreshold(), workers);
    if (widened != voxels) {
      pass = new Pass(widened, sets);
      pass.run(progress);
    }
    return pass.result();
  }

  /** All folds with one choice of candidate voxels. */
  private final class Pass {
    private final FoldVoxels voxels;
    private final FeatureSet[] sets;
    private final FoldImages images;
    private final double shortest;
    private final boolean allVoxels;
    private final double[][] productsOfAll;
    private final double[][] fittingOfAll;
    private final PairResult[] pairs = new PairResult[firstPair[folds.size()]];
    private final double[] correct;
    private final int[] selected = new int[folds.size()];
    private final double[] thresholds = new double[folds.size()];

    Pass(FoldVoxels voxels, FeatureSet[] sets) {
      this.voxels = voxels;
      this.sets = sets;
      this.images = new FoldImages(responses, options, voxels.candidates());
      this.shortest = images.shortest();
      this.correct = new double[sets.length];
      // Folds that compare the same voxels of the same images share their products.
      this.allVoxels = options.voxels().isEmpty() && folds.get(0).leftOut();
      this.productsOfAll = ofAll(options.metric());
      this.fittingOfAll = fittedAsCompared() ? productsOfAll : ofAll(Metric.COSINE);
    }

    private double[][] ofAll(Metric metric) {
      return allVoxels
          ? ImageProducts.of(images.rows(folds.get(0)), voxels.candidates(), metric)
          : new double[0][];
    }

    void run(Progress progress) {
      int pieces = (folds.size() + FOLDS_A_PIECE - 1) / FOLDS_A_PIECE;
      progress.begin("cross-validation", "folds", folds.size());
      workers.forEach(
          pieces,
          piece -> {
            int from = piece * FOLDS_A_PIECE;
            int to = Math.min(folds.size(), from + FOLDS_A_PIECE);
            runFolds(from, to);
            progress.advance(to - from);
          });
      progress.end();
      if (Arrays.stream(selected).min().orElseThrow() == 0) {
        throw new InputException(
            "no voxel has a defined stability: each is constant over the words in some"
                + " presentation. Check the responses, or compare all voxels (--voxels all)");
      }
    }

    double lowestThreshold() {
      return Arrays.stream(thresholds).min().orElseThrow();
    }

    SchemeResult result() {
      double[] others = Arrays.copyOfRange(correct, 1, correct.length);
      for (int s = 0; s < others.length; s++) {
        others[s] /= pairs.length;
      }
      return new SchemeResult(
          Arrays.asList(pairs), Arrays.stream(selected).min().orElseThrow(), others);
    }

    private void runFolds(int from, int to) {
      SelectedVoxels[] found = voxels.select(folds, from, to);
      var matcher = new FoldMatcher();
      var scores = new Scores();
      for (int f = from; f < to; f++) {
        SelectedVoxels chosen = found[f - from];
        selected[f] = chosen.positions().length;
        thresholds[f] = chosen.threshold();
        if (selected[f] > 0) {
          scores.first = firstPair[f];
          match(folds.get(f), chosen.positions(), matcher, scores);
        }
      }
      scores.addTo(correct);
    }

    private void match(Fold fold, int[] positions, FoldMatcher matcher, Scores scores) {
      double[][] products =
          allVoxels
              ? productsOfAll
              : ImageProducts.of(images.rows(fold), positions, options.metric());
      var matched = new FoldProducts(products, images.images(fold), strict, shortest);
      int[] words = fold.training(responses.stimuli().size());
      var training = new FoldTraining(fold, words, forFitting(products, fold, positions));
      double[][][] weights = matcher.weights(fold.tested().length, words.length);
      for (int from = 0; from < sets.length; from += FoldMatcher.BLOCK) {
        int count = Math.min(FoldMatcher.BLOCK, sets.length - from);
        for (int s = 0; s < count; s++) {
          FeatureSet set = sets[from + s];
          set.predictor().weights(training, set.featuresOf(), weights, s);
        }
        matcher.match(fold, matched, from, count, scores);
      }
    }

    private double[][] forFitting(double[][] products, Fold fold, int[] positions) {
      if (standardised()) {
        return ImageProducts.of(standardised(fold, positions), Metric.COSINE);
      }
      if (allVoxels) {
        return fittingOfAll;
      }
      return fittedAsCompared()
          ? products
          : ImageProducts.of(images.rows(fold), positions, Metric.COSINE);
    }

    private boolean standardised() {
      return options.encoding().penalty() instanceof Penalty.Chosen chosen
          && chosen.error() == Penalty.Error.STANDARDISED;
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
      return options.metric() == Metric.COSINE
          || options.encoding().penalty() instanceof Penalty.Fixed;
    }

    /** Keeps the pairs of the given features, and sums up the scores of all sets. */
    private final class Scores implements Matches {
      private final double[] sums = new double[sets.length];

      /** Number of the first pair of the fold under way, among all pairs. */
      private int first;

      @Override
      public void add(Fold fold, int pair, int from, int count, Similarities similarities) {
        double[] s11 = similarities.s11();
        double[] s12 = similarities.s12();
        double[] s21 = similarities.s21();
        double[] s22 = similarities.s22();
        for (int s = 0; s < count; s++) {
          sums[from + s] += correct(s11[s], s12[s], s21[s], s22[s]);
        }
        if (from == 0) {
          int[] words = fold.pairs()[pair];
          pairs[first + pair] =
              new PairResult(
                  fold.tested()[words[0]],
                  fold.tested()[words[1]],
                  s11[0],
                  s12[0],
                  s21[0],
                  s22[0],
                  correct(s11[0], s12[0], s21[0], s22[0]));
        }
      }

      private double correct(double s11, double s12, double s21, double s22) {
        double score = options.match().score(s11, s12, s21, s22);
        return strict ? score : Math.floor(score);
      }

      /** Sums of halves are exact: the order in which threads come here does not matter. */
      void addTo(double[] all) {
        synchronized (all) {
          for (int s = 0; s < all.length; s++) {
            all[s] += sums[s];
          }
        }
      }
    }
  }
}
