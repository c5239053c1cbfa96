package org.mitchell.trials;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.mitchell.jobs.Workers;

/** Some voxels of all frames, less their means. */
final class VoxelSlab {
  /** Values that are worked on at once, of all frames: 2 MB a thread. */
  private static final int VALUES = 1 << 18;

  /** Voxels that are worked on at once: their sums stay in the processor's cache. */
  private static final int MOST_VOXELS = 1024;

  private static final int FEWEST_VOXELS = 64;

  private final int[] voxels;
  private final double[][] frames;
  private final double[] percent;

  /**
   * @param series frames x voxels
   * @param voxels which of them
   */
  VoxelSlab(float[][] series, int[] voxels) {
    this.voxels = voxels;
    this.frames = new double[series.length][voxels.length];
    var means = new double[voxels.length];
    for (int f = 0; f < series.length; f++) {
      for (int v = 0; v < means.length; v++) {
        frames[f][v] = series[f][voxels[v]];
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

  /**
   * Works on all voxels, slab by slab, on all threads.
   *
   * @param series frames x voxels
   */
  static void forEach(float[][] series, Workers workers, Consumer<VoxelSlab> work) {
    int voxels = series[0].length;
    int width = width(series.length);
    workers.forEach(
        (voxels + width - 1) / width,
        block -> {
          int from = block * width;
          int[] some = IntStream.range(from, Math.min(voxels, from + width)).toArray();
          work.accept(new VoxelSlab(series, some));
        });
  }

  /** How many voxels of so many frames are worked on at once. */
  static int width(int frames) {
    return Math.max(FEWEST_VOXELS, Math.min(MOST_VOXELS, VALUES / frames));
  }

  int[] voxels() {
    return voxels;
  }

  /** The frames, in a voxel a column; may be changed once images are made. */
  double[][] frames() {
    return frames;
  }

  /**
   * The sum of the frames by weights.
   *
   * @param sums a value a voxel; replaced
   */
  static void sum(double[] weights, double[][] frames, double[] sums) {
    Arrays.fill(sums, 0);
    int f = 0;
    for (; f + 4 <= frames.length; f += 4) {
      addFour(weights, frames, f, sums);
    }
    for (; f < frames.length; f++) {
      Vectors.add(sums, weights[f], frames[f]);
    }
  }

  /** Of four frames at once, one after the other in each sum, which is read and written once. */
  private static void addFour(double[] weights, double[][] frames, int first, double[] sums) {
    double[] a = frames[first];
    double[] b = frames[first + 1];
    double[] c = frames[first + 2];
    double[] d = frames[first + 3];
    double ofA = weights[first];
    double ofB = weights[first + 1];
    double ofC = weights[first + 2];
    double ofD = weights[first + 3];
    for (int v = 0; v < sums.length; v++) {
      sums[v] = sums[v] + ofA * a[v] + ofB * b[v] + ofC * c[v] + ofD * d[v];
    }
  }

  /** Which values of a trial's image are kept. */
  @FunctionalInterface
  interface Kept {
    boolean at(int trial, int voxel);
  }

  /** Sets what these voxels have in images of trials, in percent of their means. */
  void into(float[][] images, TrialWeights weights, Kept kept) {
    var sums = new double[percent.length];
    for (int t = 0; t < images.length; t++) {
      sum(weights.of(t), frames, sums);
      for (int v = 0; v < sums.length; v++) {
        if (kept.at(t, voxels[v])) {
          images[t][voxels[v]] = (float) (sums[v] * percent[v]);
        }
      }
    }
  }
}
