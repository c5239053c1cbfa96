package org.mitchell.inference;

import java.util.Arrays;
import java.util.function.ToIntFunction;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * Counts over null maps, which are drawn some at a time and forgotten. Counts are whole numbers and
 * sums are in the order of the maps, so that neither threads nor memory have a say in them.
 */
final class NullTally {
  /** Voxels of a piece of work. */
  private static final int SLICE = 2048;

  /** Maps of the first batch that say where the highest hundredth of all values begins. */
  private static final int PILOT = 8;

  private static final double PILOT_QUANTILE = 0.99;

  private final double[] observed;
  private final int draws;
  private final int[] reaching;
  private final int[] high;
  private final double[] sums;
  private final double[] maxima;
  private final int[] largestClusters;
  private final Histogram histogram = new Histogram();
  private double highFrom = Double.NaN;

  NullTally(double[] observed, int draws) {
    this.observed = observed;
    this.draws = draws;
    this.reaching = new int[observed.length];
    this.high = new int[observed.length];
    this.sums = new double[observed.length];
    this.maxima = new double[draws];
    this.largestClusters = new int[draws];
  }

  void fill(
      NullMaps maps, ToIntFunction<double[]> largestCluster, Workers workers, Progress progress) {
    progress.begin("null maps", "maps", draws);
    int together = Math.min(maps.together(), draws);
    var held = new double[together][observed.length];
    for (int first = 0; first < draws; first += together) {
      double[][] batch = Arrays.copyOf(held, Math.min(together, draws - first));
      maps.draw(first, batch, workers);
      if (first == 0) {
        highFrom = quantile(batch);
      }
      countVoxels(batch, workers);
      countMaps(batch, first, largestCluster, workers);
      progress.advance(batch.length);
    }
    histogram.accumulate();
    progress.end();
  }

  private void countVoxels(double[][] batch, Workers workers) {
    int slices = (observed.length + SLICE - 1) / SLICE;
    var counted = new Histogram[slices];
    workers.forEach(
        slices,
        s -> {
          int from = s * SLICE;
          int to = Math.min(observed.length, from + SLICE);
          counted[s] = new Histogram();
          for (double[] map : batch) {
            for (int v = from; v < to; v++) {
              double value = map[v];
              reaching[v] += value >= observed[v] - PValues.TIE ? 1 : 0;
              high[v] += value >= highFrom ? 1 : 0;
              sums[v] += value;
            }
            counted[s].add(map, from, to);
          }
        });
    for (Histogram slice : counted) {
      histogram.add(slice);
    }
  }

  private void countMaps(
      double[][] batch, int first, ToIntFunction<double[]> largestCluster, Workers workers) {
    workers.forEach(
        batch.length,
        m -> {
          double max = Double.NEGATIVE_INFINITY;
          for (double value : batch[m]) {
            max = value > max ? value : max;
          }
          maxima[first + m] = max;
          largestClusters[first + m] = largestCluster.applyAsInt(batch[m]);
        });
  }

  private static double quantile(double[][] batch) {
    double[] values =
        Arrays.stream(batch)
            .limit(PILOT)
            .flatMapToDouble(Arrays::stream)
            .filter(value -> !Double.isNaN(value))
            .sorted()
            .toArray();
    return values.length == 0
        ? Double.NaN
        : values[(int) Math.min(values.length - 1.0, PILOT_QUANTILE * values.length)];
  }

  int draws() {
    return draws;
  }

  /** How many of a voxel's own null values reach its observed one. */
  int reaching(int voxel) {
    return reaching[voxel];
  }

  /** How many null values of all voxels reach one; never fewer than there are. */
  double pooledReaching(double value) {
    return histogram.atLeast(value);
  }

  double[] maxima() {
    return maxima;
  }

  int[] largestClusters() {
    return largestClusters;
  }

  double[] means() {
    return Arrays.stream(sums).map(sum -> sum / draws).toArray();
  }

  double dispersion() {
    double mean = 0;
    double squares = 0;
    int voxels = 0;
    for (int v = 0; v < observed.length; v++) {
      if (!Double.isNaN(observed[v])) {
        voxels++;
        mean += high[v];
        squares += (double) high[v] * high[v];
      }
    }
    mean /= voxels;
    double variance = (squares - voxels * mean * mean) / (voxels - 1);
    return variance / (mean * (1 - mean / draws));
  }
}
