package org.mitchell.encoding;

import java.util.Arrays;
import java.util.List;

/**
 * Ridge regression on several feature spaces with a penalty each (banded ridge; Nunez-Elizalde et
 * al. 2019): held-out predictions and leave-one-out errors for every tuple of penalties of a grid.
 *
 * <p>With the spaces X_b scaled each by itself it is ridge on [X_1 sqrt(w_1), X_2 sqrt(w_2), ...]
 * with the one penalty lambda, which penalises space b by lambda / w_b.
 */
public final class BandedPath {
  private final BandedGrid grid;
  private final int[] widths;
  private final Candidates candidates;

  private BandedPath(List<double[][]> spaces, EncodingOptions options, BandedGrid grid) {
    this.grid = grid;
    this.widths = spaces.stream().mapToInt(rows -> rows[0].length).toArray();
    double[][] rawFeatures = sideBySide(spaces);
    List<Design> designs =
        Arrays.stream(grid.weights())
            .map(weights -> Arrays.stream(weights).map(Math::sqrt).toArray())
            .map(factors -> Design.of(options, rawFeatures, widths, factors))
            .toList();
    double[] ridges = grid.penalties().penalties();
    this.candidates = new Candidates(rawFeatures, options, designs, ridges);
  }

  /**
   * @param spaces unscaled features, words x features each
   * @param options preset and scale; their own penalty makes no difference
   * @throws IllegalArgumentException if the grid is of another number of spaces, or the spaces are
   *     of different numbers of words
   */
  public static BandedPath of(List<double[][]> spaces, EncodingOptions options, BandedGrid grid) {
    if (spaces.size() != grid.spaces()) {
      throw new IllegalArgumentException(
          "%d feature spaces with penalties of %d".formatted(spaces.size(), grid.spaces()));
    }
    for (double[][] space : spaces) {
      if (space.length != spaces.get(0).length) {
        throw new IllegalArgumentException(
            "feature spaces of %d and %d words".formatted(spaces.get(0).length, space.length));
      }
    }
    return new BandedPath(spaces, options, grid);
  }

  public BandedGrid grid() {
    return grid;
  }

  Candidates candidates() {
    return candidates;
  }

  /** As {@link PenaltyPath#errorsWithout}, for every tuple of penalties. */
  public LeaveOneOutErrors errorsWithout(int... heldOut) {
    return candidates.errorsWithout(heldOut);
  }

  /** As {@link HeldOutPrediction#weights}, with one tuple of penalties. */
  public double[][] weights(int number, int... heldOut) {
    return candidates.at(number).weights(heldOut);
  }

  /**
   * Coefficients per unit of response with one tuple of penalties: the features x words matrix B
   * with coefficients = B Y for images Y without their mean; features of all spaces, one space
   * after the other.
   */
  public double[][] coefficientOperator(int number) {
    double[][] operator = candidates.system(number).coefficientOperator(candidates.ridge(number));
    double[] weights = grid.weights()[number / grid.penalties().size()];
    int feature = 0;
    for (int b = 0; b < widths.length; b++) {
      double factor = Math.sqrt(weights[b]);
      for (int last = feature + widths[b]; feature < last; feature++) {
        for (int w = 0; w < operator[feature].length; w++) {
          operator[feature][w] *= factor;
        }
      }
    }
    return operator;
  }

  private static double[][] sideBySide(List<double[][]> spaces) {
    var rows = new double[spaces.get(0).length][];
    for (int w = 0; w < rows.length; w++) {
      int word = w;
      rows[w] = spaces.stream().flatMapToDouble(s -> Arrays.stream(s[word])).toArray();
    }
    return rows;
  }
}
