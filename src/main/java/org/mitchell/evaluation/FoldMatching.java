package org.mitchell.evaluation;

import org.mitchell.encoding.HeldOutRule;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.RowCombinations;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Workers;

/**
 * Predicts the two held-out images of a fold on its selected voxels and compares them with the
 * observed ones.
 */
final class FoldMatching {
  /**
   * An image shorter than this share of the longest word image is rounding noise, and has no
   * direction.
   */
  private static final double NO_LENGTH = 1e-12;

  private final EvaluationOptions options;
  private final boolean strict;
  private final double[][] observed;
  private final double[][] residuals;
  private final double[] sum;
  private final double shortest;

  /**
   * @param images the word images Y without their mean, words x voxels
   * @param candidates the columns that are ever selected
   * @param residualOperator A, words x words
   */
  FoldMatching(
      WordImages images,
      int[] candidates,
      double[][] residualOperator,
      EvaluationOptions options,
      Workers workers) {
    this.options = options;
    this.strict = options.encoding().preset() == Preset.STRICT;
    this.observed = new double[images.words()][];
    for (int w = 0; w < observed.length; w++) {
      observed[w] = gather(images.row(w), candidates);
    }
    this.residuals =
        candidates.length == 0 ? observed : RowCombinations.of(residualOperator, observed, workers);
    this.sum = new double[candidates.length];
    for (double[] row : observed) {
      for (int v = 0; v < sum.length; v++) {
        sum[v] += row[v];
      }
    }
    this.shortest = NO_LENGTH * longest(images);
  }

  /**
   * @param positions the selected voxels, as positions among the candidates
   */
  PairResult match(int first, int second, HeldOutRule rule, int[] positions) {
    var predicted = new double[2][positions.length];
    var seen = new double[2][positions.length];
    double left = observed.length - 2;
    double[] one = observed[first];
    double[] two = observed[second];
    for (int i = 0; i < positions.length; i++) {
      int v = positions[i];
      double p1;
      double p2;
      if (rule instanceof HeldOutRule.Corrected corrected) {
        double[][] c = corrected.correction();
        p1 = one[v] - c[0][0] * residuals[first][v] - c[0][1] * residuals[second][v];
        p2 = two[v] - c[1][0] * residuals[first][v] - c[1][1] * residuals[second][v];
      } else {
        double[][] weights = ((HeldOutRule.Refitted) rule).weights();
        p1 = combination(weights[0], v);
        p2 = combination(weights[1], v);
      }
      double mean = strict ? (sum[v] - one[v] - two[v]) / left : 0;
      predicted[0][i] = p1 - mean;
      predicted[1][i] = p2 - mean;
      seen[0][i] = one[v] - mean;
      seen[1][i] = two[v] - mean;
    }
    return result(first, second, options.metric().similarities(predicted, seen, shortest));
  }

  private double combination(double[] weights, int voxel) {
    double value = 0;
    for (int w = 0; w < weights.length; w++) {
      value += weights[w] * observed[w][voxel];
    }
    return value;
  }

  private PairResult result(int first, int second, double[] s) {
    double score = options.match().score(s[0], s[1], s[2], s[3]);
    double correct = strict ? score : Math.floor(score);
    return new PairResult(first, second, s[0], s[1], s[2], s[3], correct);
  }

  private static double longest(WordImages images) {
    double longest = 0;
    for (int w = 0; w < images.words(); w++) {
      double squares = 0;
      for (double value : images.row(w)) {
        squares += value * value;
      }
      longest = Math.max(longest, Math.sqrt(squares));
    }
    return longest;
  }

  private static double[] gather(double[] values, int[] columns) {
    var gathered = new double[columns.length];
    for (int c = 0; c < columns.length; c++) {
      gathered[c] = values[columns[c]];
    }
    return gathered;
  }
}
