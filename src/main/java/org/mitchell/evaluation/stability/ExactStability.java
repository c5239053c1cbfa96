package org.mitchell.evaluation.stability;

import java.util.Arrays;
import org.mitchell.fmri.Responses;

/**
 * The stability of a single voxel straight from its definition: slow, but right where {@link
 * StabilityBlock} would subtract nearly equal numbers.
 */
final class ExactStability {
  private ExactStability() {}

  /**
   * The mean over pairs of presentations of the correlation across the words that are not held out;
   * NaN where the voxel is constant in some presentation.
   */
  static double of(Responses responses, int column, int presentations, int... heldOut) {
    int words = responses.stimuli().size();
    var out = new boolean[words];
    for (int word : heldOut) {
      out[word] = true;
    }
    var unit = new double[presentations][];
    for (int p = 0; p < presentations; p++) {
      var values = new double[words];
      int kept = 0;
      for (int w = 0; w < words; w++) {
        if (!out[w]) {
          values[kept++] =
              (double) responses.values(w, p).at(column) - responses.values(0, p).at(column);
        }
      }
      unit[p] = Arrays.copyOf(values, kept);
      if (!standardise(unit[p])) {
        return Double.NaN;
      }
    }
    double sum = 0;
    for (int p = 0; p < presentations; p++) {
      for (int q = p + 1; q < presentations; q++) {
        for (int w = 0; w < unit[p].length; w++) {
          sum += unit[p][w] * unit[q][w];
        }
      }
    }
    return 2 * sum / (presentations * (presentations - 1));
  }

  /** Centres and scales to unit length; false when all values are the same. */
  private static boolean standardise(double[] values) {
    double mean = 0;
    boolean varies = false;
    for (double value : values) {
      mean += value / values.length;
      varies |= value != values[0];
    }
    if (!varies) {
      return false;
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    for (int w = 0; w < values.length; w++) {
      values[w] = (values[w] - mean) / Math.sqrt(squares);
    }
    return true;
  }
}
