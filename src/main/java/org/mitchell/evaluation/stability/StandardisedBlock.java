package org.mitchell.evaluation.stability;

import org.mitchell.fmri.Responses;
import org.mitchell.fmri.TrialValues;

/**
 * The responses of a block of voxels, each presentation centred over the words and scaled to unit
 * length: what all that has to do with stability starts from. Rows run over the voxels of the
 * block, so that loops over them become vector instructions.
 */
final class StandardisedBlock {
  /** Voxels a block: the rows that one fold touches stay in the first-level cache. */
  static final int SIZE = 128;

  private final int words;
  private final int presentations;
  private final int filled;
  private final double[][] z;
  private final boolean[] undefined = new boolean[SIZE];

  /**
   * @param columns the voxel columns of the responses; those from {@code from} on, at most {@link
   *     #SIZE}, make the block
   * @param presentations how many presentations of each word are used, at least 2
   */
  StandardisedBlock(Responses responses, int[] columns, int from, int presentations) {
    this.words = responses.stimuli().size();
    this.presentations = presentations;
    this.filled = Math.min(SIZE, columns.length - from);
    this.z = new double[words * presentations][SIZE];
    boolean sideBySide = columns[from + filled - 1] - columns[from] == filled - 1;
    for (int p = 0; p < presentations; p++) {
      gather(responses, columns, from, p, sideBySide);
      standardise(p);
    }
  }

  int words() {
    return words;
  }

  int presentations() {
    return presentations;
  }

  /** How many voxels the block holds. */
  int filled() {
    return filled;
  }

  /** z_pw, a value a voxel. Not to be changed. */
  double[] row(int word, int presentation) {
    return z[word * presentations + presentation];
  }

  /**
   * Whether a voxel is constant in some presentation, so that its stability is undefined whatever
   * is left out.
   */
  boolean undefined(int voxel) {
    return undefined[voxel];
  }

  /**
   * The first word's value is taken off, exactly: large means must not cost the digits of small
   * deviations.
   *
   * @param sideBySide whether the columns follow each other, which is read faster
   */
  private void gather(
      Responses responses, int[] columns, int from, int presentation, boolean sideBySide) {
    var first = new double[SIZE];
    var values = new float[filled];
    for (int w = 0; w < words; w++) {
      TrialValues trial = responses.values(w, presentation);
      double[] row = row(w, presentation);
      if (sideBySide) {
        trial.copy(columns[from], filled, values);
      } else {
        copy(trial, columns, from, values);
      }
      copy(values, row);
      if (w == 0) {
        System.arraycopy(row, 0, first, 0, SIZE);
      }
      subtract(first, row);
    }
  }

  private static void copy(TrialValues trial, int[] columns, int from, float[] values) {
    for (int v = 0; v < values.length; v++) {
      values[v] = trial.at(columns[from + v]);
    }
  }

  private static void copy(float[] values, double[] row) {
    for (int v = 0; v < values.length; v++) {
      row[v] = values[v];
    }
  }

  private static void subtract(double[] first, double[] row) {
    for (int v = 0; v < SIZE; v++) {
      row[v] -= first[v];
    }
  }

  private void standardise(int p) {
    var mean = new double[SIZE];
    var spread = new double[SIZE];
    for (int w = 0; w < words; w++) {
      addValueAndSize(row(w, p), mean, spread);
    }
    for (int v = 0; v < SIZE; v++) {
      mean[v] /= words;
    }
    var factors = new double[SIZE];
    for (int w = 0; w < words; w++) {
      centre(row(w, p), mean, factors);
    }
    for (int v = 0; v < SIZE; v++) {
      // The first word's value was taken off: where all are 0, all words have the same response.
      boolean varies = spread[v] != 0;
      undefined[v] |= !varies;
      factors[v] = varies ? 1 / Math.sqrt(factors[v]) : 0;
    }
    for (int w = 0; w < words; w++) {
      multiply(row(w, p), factors);
    }
  }

  private static void addValueAndSize(double[] row, double[] sum, double[] sizes) {
    for (int v = 0; v < SIZE; v++) {
      sum[v] += row[v];
      sizes[v] += Math.abs(row[v]);
    }
  }

  private static void centre(double[] row, double[] mean, double[] squares) {
    for (int v = 0; v < SIZE; v++) {
      row[v] -= mean[v];
      squares[v] += row[v] * row[v];
    }
  }

  private static void multiply(double[] row, double[] factors) {
    for (int v = 0; v < SIZE; v++) {
      row[v] *= factors[v];
    }
  }
}
