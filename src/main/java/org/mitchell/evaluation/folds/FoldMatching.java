package org.mitchell.evaluation.folds;

import java.util.Arrays;
import org.mitchell.encoding.Preset;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.PairResult;

/** Compares the predicted images of a fold with the observed ones on its selected voxels. */
final class FoldMatching {
  private final EvaluationOptions options;
  private final boolean strict;
  private final double[][] observed;
  private final double[] sum;
  private final double shortest;

  /**
   * @param observed the word images without their mean, words x voxels that are ever selected. Not
   *     copied
   * @param shortest images up to this long have no direction
   */
  FoldMatching(double[][] observed, double shortest, EvaluationOptions options) {
    this.options = options;
    this.strict = options.encoding().preset() == Preset.STRICT;
    this.observed = observed;
    this.sum = new double[observed[0].length];
    for (double[] row : observed) {
      for (int v = 0; v < sum.length; v++) {
        sum[v] += row[v];
      }
    }
    this.shortest = shortest;
  }

  /** The word images on the candidates, words x candidates; they must not be changed. */
  double[][] observed() {
    return observed;
  }

  /**
   * The pairs of a fold.
   *
   * @param predicted the predicted images of the words left out, left out x positions; changed
   * @param positions the selected voxels, as positions among the candidates
   */
  PairResult[] match(Fold fold, double[][] predicted, int[] positions) {
    int[] tested = fold.tested();
    double[] mean = strict ? trainingMean(fold, positions) : new double[positions.length];
    var seen = new double[tested.length][];
    var foreseen = new double[tested.length][];
    for (int t = 0; t < tested.length; t++) {
      seen[t] = gather(observed[tested[t]], positions);
      foreseen[t] = predicted[Arrays.binarySearch(fold.leftOut(), tested[t])];
      for (int i = 0; i < mean.length; i++) {
        seen[t][i] -= mean[i];
        foreseen[t][i] -= mean[i];
      }
    }
    var results = new PairResult[fold.pairs().length];
    for (int p = 0; p < results.length; p++) {
      int one = fold.pairs()[p][0];
      int two = fold.pairs()[p][1];
      double[] s =
          options.metric().similarities(two(foreseen, one, two), two(seen, one, two), shortest);
      results[p] = result(tested[one], tested[two], s);
    }
    return results;
  }

  /** Two rows; the correlation changes them. */
  private double[][] two(double[][] rows, int one, int two) {
    return options.metric() == Metric.COSINE || rows.length == 2
        ? new double[][] {rows[one], rows[two]}
        : new double[][] {rows[one].clone(), rows[two].clone()};
  }

  /** Of the words that the fold trains on. */
  private double[] trainingMean(Fold fold, int[] positions) {
    int[] leftOut = fold.leftOut();
    double left = observed.length - leftOut.length;
    double[] mean = gather(sum, positions);
    for (int i = 0; i < mean.length; i++) {
      for (int word : leftOut) {
        mean[i] -= observed[word][positions[i]];
      }
      mean[i] /= left;
    }
    return mean;
  }

  private PairResult result(int first, int second, double[] s) {
    double score = options.match().score(s[0], s[1], s[2], s[3]);
    double correct = strict ? score : Math.floor(score);
    return new PairResult(first, second, s[0], s[1], s[2], s[3], correct);
  }

  private static double[] gather(double[] values, int[] columns) {
    var gathered = new double[columns.length];
    for (int c = 0; c < columns.length; c++) {
      gathered[c] = values[columns[c]];
    }
    return gathered;
  }
}
