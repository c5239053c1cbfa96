package org.mitchell.trials;

import java.util.Arrays;
import org.mitchell.jobs.Workers;

/**
 * Trial images, trials x voxels, in percent of each voxel's mean over its run: the weights of the
 * trials times the frames.
 */
public final class TrialImages {
  /** Values that are worked on at once, of all frames: 2 MB a thread. */
  private static final int VALUES = 1 << 18;

  /** Voxels that are worked on at once: their sums stay in the processor's cache. */
  private static final int MOST_VOXELS = 1024;

  private static final int FEWEST_VOXELS = 64;

  private TrialImages() {}

  /**
   * @param series frames x voxels
   * @return trials x voxels; NaN throughout for a voxel whose mean is 0
   */
  public static float[][] of(TrialWeights weights, float[][] series, Workers workers) {
    int voxels = series[0].length;
    var images = new float[weights.trials()][voxels];
    int width = Math.max(FEWEST_VOXELS, Math.min(MOST_VOXELS, VALUES / series.length));
    workers.forEach(
        (voxels + width - 1) / width,
        block -> {
          int from = block * width;
          new Slab(series, from, Math.min(voxels, from + width)).into(images, weights);
        });
    return images;
  }

  /** Some voxels of all frames, less their means. */
  private static final class Slab {
    private final int from;
    private final double[][] frames;
    private final double[] percent;

    Slab(float[][] series, int from, int to) {
      this.from = from;
      this.frames = new double[series.length][to - from];
      var means = new double[to - from];
      for (int f = 0; f < series.length; f++) {
        for (int v = 0; v < means.length; v++) {
          frames[f][v] = series[f][from + v];
          means[v] += frames[f][v];
        }
      }
      this.percent = new double[means.length];
      for (int v = 0; v < means.length; v++) {
        means[v] /= series.length;
        percent[v] = means[v] == 0 ? Double.NaN : 100 / means[v];
      }
      // Weights sum to 0, for the constant is among the nuisance columns; taking the means off
      // keeps digits where a signal of a few units rides on one of thousands.
      for (double[] row : frames) {
        for (int v = 0; v < means.length; v++) {
          row[v] -= means[v];
        }
      }
    }

    void into(float[][] images, TrialWeights weights) {
      var sums = new double[percent.length];
      for (int t = 0; t < images.length; t++) {
        Arrays.fill(sums, 0);
        for (int f = 0; f < frames.length; f++) {
          addScaled(sums, weights.at(t, f), frames[f]);
        }
        for (int v = 0; v < sums.length; v++) {
          images[t][from + v] = (float) (sums[v] * percent[v]);
        }
      }
    }

    private static void addScaled(double[] to, double factor, double[] row) {
      for (int v = 0; v < to.length; v++) {
        to[v] += factor * row[v];
      }
    }
  }
}
