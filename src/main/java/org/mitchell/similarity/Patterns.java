package org.mitchell.similarity;

import org.mitchell.fmri.Responses;
import org.mitchell.fmri.TrialValues;

/**
 * What some voxels did at each presentation of each word.
 *
 * @param presentations presentations x words x voxels, as many of each word as all have
 */
record Patterns(double[][][] presentations) {
  /**
   * @param columns the voxels taken
   */
  static Patterns of(Responses responses, int[] columns) {
    int count = responses.commonPresentations();
    int words = responses.stimuli().size();
    var presentations = new double[count][words][columns.length];
    for (int p = 0; p < count; p++) {
      for (int w = 0; w < words; w++) {
        TrialValues trial = responses.values(w, p);
        for (int v = 0; v < columns.length; v++) {
          presentations[p][w][v] = trial.at(columns[v]);
        }
      }
    }
    return new Patterns(presentations);
  }

  int count() {
    return presentations.length;
  }

  int words() {
    return presentations[0].length;
  }

  int voxels() {
    return presentations[0][0].length;
  }

  /** The sum over presentations, words x voxels. */
  double[][] sum() {
    var sum = new double[words()][voxels()];
    for (double[][] presentation : presentations) {
      for (int w = 0; w < sum.length; w++) {
        for (int v = 0; v < sum[w].length; v++) {
          sum[w][v] += presentation[w][v];
        }
      }
    }
    return sum;
  }

  /** The mean over presentations, words x voxels. */
  double[][] mean() {
    double[][] mean = sum();
    for (double[] row : mean) {
      for (int v = 0; v < row.length; v++) {
        row[v] /= count();
      }
    }
    return mean;
  }

  /** Each presentation less the mean of its word: (presentations x words) rows of voxels. */
  double[][] residuals() {
    double[][] mean = mean();
    var rows = new double[count() * words()][voxels()];
    for (int p = 0; p < count(); p++) {
      for (int w = 0; w < words(); w++) {
        double[] row = rows[p * words() + w];
        for (int v = 0; v < row.length; v++) {
          row[v] = presentations[p][w][v] - mean[w][v];
        }
      }
    }
    return rows;
  }
}
