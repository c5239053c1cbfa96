package org.mitchell.evaluation.schemes;

import org.mitchell.encoding.FoldTraining;
import org.mitchell.encoding.Preset;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.PairResult;
import org.mitchell.evaluation.folds.Fold;

/**
 * Matches the pairs of folds that leave words out, with any number of feature sets, from inner
 * products of images that somebody else has worked out: models may be trained on other images than
 * those that are observed.
 */
public final class ProductMatching {
  private final EvaluationOptions options;
  private final boolean strict;
  private final FeatureSet[] sets;
  private final PairResult[] pairs;
  private final double[] correct;

  /**
   * @param sets at least one
   * @param pairs how many pairs all folds have
   */
  public ProductMatching(EvaluationOptions options, FeatureSet[] sets, int pairs) {
    this.options = options;
    this.strict = options.encoding().preset() == Preset.STRICT;
    this.sets = sets;
    this.pairs = new PairResult[pairs];
    this.correct = new double[sets.length];
  }

  /**
   * Inner products of a fold's images, words x words: training words have the images that a model
   * is trained on, tested words those observed.
   *
   * @param compared of images as they are compared
   * @param fitted of images as models are fitted to them
   * @param shortest an image no longer than this is rounding noise
   */
  public record Products(double[][] compared, double[][] fitted, double shortest) {}

  /** Folds one after another; belongs to one thread. */
  public final class Piece {
    private final FoldMatcher matcher = new FoldMatcher();
    private final SetScores scores =
        new SetScores(options.match(), strict, sets.length, ProductMatching.this.pairs);

    /**
     * @param firstPair the number of the fold's first pair among all
     */
    public void match(Fold fold, int firstPair, Products products) {
      int[] words = fold.training(products.compared.length);
      var images = new FoldProducts.Images(words, fold.tested());
      scores.begin(firstPair);
      matcher.matchAll(
          fold,
          new FoldTraining(fold.tested(), fold.leftOut(), words, products.fitted),
          new FoldProducts(products.compared, images, strict, products.shortest),
          sets,
          scores);
    }

    /** When the last of them has been matched. */
    public void end() {
      scores.addTo(correct);
    }
  }

  public Piece piece() {
    return new Piece();
  }

  /** The pairs of the first set, once all folds have been matched. */
  public PairResult[] pairs() {
    return pairs;
  }

  /** The share of the pairs that each set told right. */
  public double[] accuracies() {
    var accuracies = new double[correct.length];
    for (int s = 0; s < accuracies.length; s++) {
      accuracies[s] = correct[s] / pairs.length;
    }
    return accuracies;
  }
}
