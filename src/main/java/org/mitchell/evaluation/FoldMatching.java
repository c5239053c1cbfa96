package org.mitchell.evaluation;

import org.mitchell.encoding.Preset;
import org.mitchell.fmri.WordImages;

/** Compares the two predicted images of a fold with the observed ones on its selected voxels. */
final class FoldMatching {
  /**
   * An image shorter than this share of the longest word image is rounding noise, and has no
   * direction.
   */
  private static final double NO_LENGTH = 1e-12;

  private final EvaluationOptions options;
  private final boolean strict;
  private final double[][] observed;
  private final double[] sum;
  private final double shortest;

  /**
   * @param images the word images Y without their mean, words x voxels
   * @param candidates the columns that are ever selected
   */
  FoldMatching(WordImages images, int[] candidates, EvaluationOptions options) {
    this.options = options;
    this.strict = options.encoding().preset() == Preset.STRICT;
    this.observed = new double[images.words()][];
    for (int w = 0; w < observed.length; w++) {
      observed[w] = gather(images.row(w), candidates);
    }
    this.sum = new double[candidates.length];
    for (double[] row : observed) {
      for (int v = 0; v < sum.length; v++) {
        sum[v] += row[v];
      }
    }
    this.shortest = NO_LENGTH * longest(images);
  }

  /** The word images on the candidates, words x candidates. */
  double[][] observed() {
    return observed;
  }

  /**
   * @param predicted the predicted images of the two words, 2 x positions; changed
   * @param positions the selected voxels, as positions among the candidates
   */
  PairResult match(int first, int second, double[][] predicted, int[] positions) {
    var seen = new double[2][positions.length];
    double left = observed.length - 2;
    double[] one = observed[first];
    double[] two = observed[second];
    for (int i = 0; i < positions.length; i++) {
      int v = positions[i];
      double mean = strict ? (sum[v] - one[v] - two[v]) / left : 0;
      predicted[0][i] -= mean;
      predicted[1][i] -= mean;
      seen[0][i] = one[v] - mean;
      seen[1][i] = two[v] - mean;
    }
    return result(first, second, options.metric().similarities(predicted, seen, shortest));
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
