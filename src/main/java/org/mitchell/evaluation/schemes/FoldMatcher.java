package org.mitchell.evaluation.schemes;

import java.util.Arrays;
import org.mitchell.encoding.FoldTraining;
import org.mitchell.encoding.RowCombinations;
import org.mitchell.evaluation.folds.Fold;

/**
 * Matches the pairs of a fold, for a block of feature sets side by side: the hot loops run along
 * the sets, one array a training word, which the compiler turns into vector instructions. Belongs
 * to one thread.
 */
final class FoldMatcher {
  /** Feature sets a block: what one fold touches stays in the second-level cache. */
  private static final int BLOCK = 64;

  private final double[] inner = new double[BLOCK];
  private final Matches.Similarities similarities =
      new Matches.Similarities(
          new double[BLOCK], new double[BLOCK], new double[BLOCK], new double[BLOCK]);

  /** Tested x training x sets, squares tested x sets, products tested x tested x sets. */
  private double[][][] weights = new double[0][][];

  private double[][] lengths = new double[0][];
  private double[][][] products = new double[0][][];

  /**
   * Matches all pairs by all feature sets.
   *
   * @param training what predictors are shown of the fold
   * @param images what is matched
   */
  void matchAll(
      Fold fold, FoldTraining training, FoldProducts images, FeatureSet[] sets, Matches matches) {
    double[][][] room = weights(fold.tested().length, training.words().length);
    for (int from = 0; from < sets.length; from += BLOCK) {
      int count = Math.min(BLOCK, sets.length - from);
      for (int s = 0; s < count; s++) {
        FeatureSet set = sets[from + s];
        set.predictor().weights(training, set.featuresOf(), room, s);
      }
      match(fold, images, from, count, matches);
    }
  }

  /**
   * Room for the predictions of a fold as weights of its training words, tested x training x sets.
   */
  private double[][][] weights(int tested, int training) {
    if (weights.length < tested || weights[0].length < training) {
      weights = new double[tested][training][BLOCK];
      lengths = new double[tested][BLOCK];
      products = new double[tested][tested][BLOCK];
    }
    return weights;
  }

  /**
   * Matches all pairs by the predictions whose weights have been written; the weights may be
   * changed.
   *
   * @param from number of the first feature set of the block
   * @param sets how many there are, up to {@link #BLOCK}
   */
  private void match(Fold fold, FoldProducts images, int from, int sets, Matches matches) {
    int tested = fold.tested().length;
    int training = images.observed[0].length;
    for (int t = 0; t < tested; t++) {
      if (images.trainingMeanRemoved) {
        // Weights of one sum give the training mean, which is no more: what they have in common
        // would only bring the rounding of its removal back in.
        removeMean(weights[t], training);
      }
      square(images.training, weights[t], training, lengths[t]);
      toLengths(lengths[t], images.smallestSquare);
      for (int o = 0; o < tested; o++) {
        Arrays.fill(products[t][o], 0);
        RowCombinations.combine(images.observed[o], 0, weights[t], products[t][o], 0, BLOCK);
      }
    }
    for (int pair = 0; pair < fold.pairs().length; pair++) {
      int one = fold.pairs()[pair][0];
      int two = fold.pairs()[pair][1];
      double observed1 = Math.sqrt(images.observedSquares[one]);
      double observed2 = Math.sqrt(images.observedSquares[two]);
      divide(products[one][one], lengths[one], observed1, similarities.s11());
      divide(products[one][two], lengths[one], observed2, similarities.s12());
      divide(products[two][one], lengths[two], observed1, similarities.s21());
      divide(products[two][two], lengths[two], observed2, similarities.s22());
      matches.add(fold, pair, from, sets, similarities);
    }
  }

  private void removeMean(double[][] v, int training) {
    Arrays.fill(inner, 0);
    for (int k = 0; k < training; k++) {
      RowCombinations.addOne(1.0 / training, v[k], inner, 0, BLOCK);
    }
    for (int k = 0; k < training; k++) {
      RowCombinations.addOne(-1, inner, v[k], 0, BLOCK);
    }
  }

  /** v'Gv for each set, with G as a lower triangle. */
  private void square(double[] triangle, double[][] v, int training, double[] sum) {
    Arrays.fill(sum, 0);
    int row = 0;
    for (int a = 0; a < training; a++) {
      Arrays.fill(inner, 0);
      int b = 0;
      for (; b + 4 <= a; b += 4) {
        RowCombinations.addFour(
            triangle[row + b],
            v[b],
            triangle[row + b + 1],
            v[b + 1],
            triangle[row + b + 2],
            v[b + 2],
            triangle[row + b + 3],
            v[b + 3],
            inner,
            0,
            BLOCK);
      }
      for (; b < a; b++) {
        RowCombinations.addOne(triangle[row + b], v[b], inner, 0, BLOCK);
      }
      addForm(triangle[row + a], inner, v[a], sum);
      row += a + 1;
    }
  }

  /** v_a (G_aa v_a + 2 sum_(b < a) G_ab v_b). */
  private static void addForm(double diagonal, double[] inner, double[] v, double[] sum) {
    for (int s = 0; s < BLOCK; s++) {
      sum[s] += v[s] * (diagonal * v[s] + 2 * inner[s]);
    }
  }

  /** Squares become lengths, 0 where a prediction has no direction. */
  private static void toLengths(double[] squares, double smallest) {
    for (int s = 0; s < BLOCK; s++) {
      squares[s] = squares[s] > smallest ? Math.sqrt(squares[s]) : 0;
    }
  }

  private static void divide(double[] products, double[] lengths, double observed, double[] out) {
    for (int s = 0; s < BLOCK; s++) {
      double length = lengths[s] * observed;
      out[s] = length == 0 ? 0 : products[s] / length;
    }
  }
}
