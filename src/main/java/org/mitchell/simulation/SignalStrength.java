package org.mitchell.simulation;

import org.mitchell.jobs.Workers;

/**
 * What signatures make of feature vectors: planted responses, and how far they stand out of the
 * noise.
 */
final class SignalStrength {
  private static final int BLOCK = 1024;

  private final Simulation simulation;
  private final float[][] signatures;

  /**
   * @param signatures features x voxels
   */
  SignalStrength(Simulation simulation, float[][] signatures) {
    this.simulation = simulation;
    this.signatures = signatures;
  }

  /** The response sum_i c_vi f_i(w) of the voxels {@code from} to {@code to - 1} to a word. */
  double[] planted(int word, int from, int to) {
    double[] features = simulation.features(word);
    var planted = new double[to - from];
    for (int i = 0; i < features.length; i++) {
      float[] signature = signatures[i];
      for (int v = from; v < to; v++) {
        planted[v - from] += features[i] * signature[v];
      }
    }
    return planted;
  }

  /**
   * Sd over words of the planted response by the sd of one trial's noise; exactly 0 where all words
   * are alike.
   */
  double[] ratios(Workers workers) {
    var ratios = new double[simulation.grid().columns()];
    workers.forEach(
        (ratios.length + BLOCK - 1) / BLOCK,
        b -> {
          int from = b * BLOCK;
          int to = Math.min(from + BLOCK, ratios.length);
          System.arraycopy(sdOverWords(from, to), 0, ratios, from, to - from);
        });
    for (int v = 0; v < ratios.length; v++) {
      ratios[v] /= Simulation.NOISE_SD;
    }
    return ratios;
  }

  private double[] sdOverWords(int from, int to) {
    var rows = new double[simulation.stimuli().size()][];
    for (int w = 0; w < rows.length; w++) {
      rows[w] = planted(w, from, to);
    }
    var sds = new double[to - from];
    for (int v = 0; v < sds.length; v++) {
      sds[v] = sd(rows, v);
    }
    return sds;
  }

  private static double sd(double[][] rows, int voxel) {
    double mean = 0;
    boolean differ = false;
    for (double[] row : rows) {
      mean += row[voxel];
      differ |= row[voxel] != rows[0][voxel];
    }
    if (!differ) {
      return 0;
    }
    mean /= rows.length;
    double squares = 0;
    for (double[] row : rows) {
      squares += (row[voxel] - mean) * (row[voxel] - mean);
    }
    return StrictMath.sqrt(squares / rows.length);
  }
}
