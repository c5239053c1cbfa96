package org.mitchell.trials;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.mitchell.jobs.Workers;

/**
 * How much of a frame's noise the next one has, in hundredths: for every voxel of a run, and where
 * each trial has a model of its own, for every trial, from the residuals of that model by ordinary
 * least squares.
 */
public final class NoiseShares {
  /** Where nothing was estimated. */
  static final NoiseShares NONE = new NoiseShares(new short[0][]);

  /** Of a series that its model explains wholly, or that is not finite. */
  private static final short NO_NOISE = Short.MIN_VALUE;

  private final short[][] hundredths;

  private NoiseShares(short[][] hundredths) {
    this.hundredths = hundredths;
  }

  /**
   * @param series frames x voxels
   */
  static NoiseShares of(TrialModel model, float[][] series, Workers workers) {
    var residuals = new Residuals(model);
    int voxels = series[0].length;
    var shares = new short[model.separate() ? model.own().length : 1][voxels];
    VoxelSlab.forEach(series, workers, slab -> residuals.estimate(slab, shares));
    return new NoiseShares(shares);
  }

  /** Of the model that gives a trial's image. */
  int at(int trial, int voxel) {
    return hundredths[hundredths.length == 1 ? 0 : trial][voxel];
  }

  /** All that there are, each once, the lowest first. */
  int[] levels() {
    return all().keySet().stream().mapToInt(Integer::intValue).toArray();
  }

  static Autoregression noise(int level) {
    return level == NO_NOISE ? Autoregression.NONE : new Autoregression(level);
  }

  /** How often each was found, over models and voxels that have noise; the lowest first. */
  public SortedMap<Integer, Long> counts() {
    return all().tailMap(NO_NOISE + 1);
  }

  private TreeMap<Integer, Long> all() {
    var counts = new TreeMap<Integer, Long>();
    for (short[] row : hundredths) {
      for (short share : row) {
        counts.merge((int) share, 1L, Long::sum);
      }
    }
    return counts;
  }

  /** Voxels that have a share in any model. */
  int[] voxelsAt(int level) {
    return IntStream.range(0, hundredths[0].length)
        .filter(
            voxel -> {
              for (short[] row : hundredths) {
                if (row[voxel] == level) {
                  return true;
                }
              }
              return false;
            })
        .toArray();
  }

  /** What the models of a run leave of its series. */
  private static final class Residuals {
    private final OrthonormalColumns common;
    private final List<OwnColumn> own = new ArrayList<>();

    Residuals(TrialModel model) {
      this.common = model.common();
      if (model.separate()) {
        for (double[] regressor : model.own()) {
          own.add(OwnColumn.of(common.without(regressor)));
        }
      }
    }

    /**
     * The one column that a trial's own model has beyond those of all models, of length one.
     *
     * @param neighbours the frame before and the frame after, summed
     * @param correlation of the column with itself, one frame on
     */
    private record OwnColumn(double[] column, double[] neighbours, double correlation) {
      static OwnColumn of(double[] left) {
        double[] column = Vectors.scaled(left, 1 / Math.sqrt(Vectors.dot(left, left)));
        var neighbours = new double[column.length];
        for (int f = 1; f < column.length; f++) {
          neighbours[f] += column[f - 1];
          neighbours[f - 1] += column[f];
        }
        return new OwnColumn(column, neighbours, Vectors.dot(column, neighbours) / 2);
      }
    }

    /** Takes the slab's frames for what is left of them. */
    void estimate(VoxelSlab slab, short[][] shares) {
      double[][] left = slab.frames();
      int[] voxels = slab.voxels();
      common.removeFrom(left);
      var squares = new double[voxels.length];
      var products = new double[voxels.length];
      for (int f = 0; f < left.length; f++) {
        for (int v = 0; v < voxels.length; v++) {
          squares[v] += left[f][v] * left[f][v];
          products[v] += f == 0 ? 0 : left[f][v] * left[f - 1][v];
        }
      }
      if (own.isEmpty()) {
        for (int v = 0; v < voxels.length; v++) {
          shares[0][voxels[v]] = share(squares[v], products[v], left.length);
        }
      }
      var along = new double[voxels.length];
      var beside = new double[voxels.length];
      for (int t = 0; t < own.size(); t++) {
        OwnColumn column = own.get(t);
        VoxelSlab.sum(column.column, left, along);
        VoxelSlab.sum(column.neighbours, left, beside);
        for (int v = 0; v < voxels.length; v++) {
          // The sums of what is left once the column is taken off too.
          double c = along[v];
          shares[t][voxels[v]] =
              share(
                  squares[v] - c * c,
                  products[v] - c * beside[v] + c * c * column.correlation,
                  left.length);
        }
      }
    }

    private static short share(double squares, double products, int frames) {
      if (!(squares > 0)) {
        return NO_NOISE;
      }
      return (short) Autoregression.of(squares, products, frames).hundredths();
    }
  }
}
