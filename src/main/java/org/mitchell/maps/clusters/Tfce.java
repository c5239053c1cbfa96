package org.mitchell.maps.clusters;

import java.util.Arrays;
import org.mitchell.fmri.VoxelGrid;

/**
 * Threshold-free cluster enhancement (Smith and Nichols 2009, NeuroImage 44:83-98): a voxel's value
 * is that of the clusters it is in, at all thresholds,
 *
 * <pre>
 * TFCE(v) = sum over h of e(v, h)^E h^H dh,    E = 0.5, H = 2,
 * </pre>
 *
 * <p>with e(v, h) the number of voxels of the cluster of values from h up that has v. As in FSL, dh
 * is a hundredth of the map's highest value and h = dh, 2 dh, ..., 100 dh; values below dh give 0.
 * Immutable; any number of threads may use one.
 */
public final class Tfce {
  private static final int STEPS = 100;
  private static final double EXTENT = 0.5;
  private static final double HEIGHT = 2;

  private final int[][] neighbours;

  private Tfce(int[][] neighbours) {
    this.neighbours = neighbours;
  }

  public static Tfce on(VoxelGrid grid, Contiguity contiguity) {
    return on(BoxNeighbourhood.of(grid, contiguity));
  }

  public static Tfce on(Neighbourhood neighbourhood) {
    Contacts contacts = neighbourhood.contacts();
    var neighbours = new int[contacts.columns()][];
    Arrays.setAll(neighbours, contacts::of);
    return new Tfce(neighbours);
  }

  /**
   * @param values one a voxel column; NaN is in no cluster
   * @return a value a voxel column, NaN where there was none
   */
  public double[] of(double[] values) {
    double highest = Arrays.stream(values).filter(v -> !Double.isNaN(v)).max().orElse(0);
    var enhanced = new double[values.length];
    if (highest > 0) {
      var forest = new Forest(values.length);
      int[][] byStep = byStep(values, highest);
      for (int step = STEPS; step >= 1; step--) {
        for (int column : byStep[step]) {
          forest.add(column);
        }
        double height = highest * step / STEPS;
        forest.raise(Math.pow(height, HEIGHT) * highest / STEPS);
      }
      Arrays.setAll(enhanced, forest::value);
    }
    Arrays.setAll(enhanced, v -> Double.isNaN(values[v]) ? Double.NaN : enhanced[v]);
    return enhanced;
  }

  /** The columns by the highest step that their value reaches; products keep equal values equal. */
  private static int[][] byStep(double[] values, double highest) {
    var stepOf = new int[values.length];
    var counts = new int[STEPS + 1];
    for (int v = 0; v < values.length; v++) {
      if (values[v] > 0) {
        int step = (int) Math.min(STEPS, Math.floor(values[v] * STEPS / highest) + 1);
        while (values[v] * STEPS < highest * step) {
          step--;
        }
        stepOf[v] = step;
      }
      counts[stepOf[v]]++;
    }
    var byStep = new int[STEPS + 1][];
    Arrays.setAll(byStep, s -> new int[counts[s]]);
    for (int v = values.length - 1; v >= 0; v--) {
      byStep[stepOf[v]][--counts[stepOf[v]]] = v;
    }
    return byStep;
  }

  /**
   * Clusters that grow as the threshold falls, a tree each. What is added to a whole cluster stands
   * at its root; a column has the sum along its way there.
   */
  private final class Forest {
    private final int[] parents;
    private final int[] sizes;
    private final double[] added;
    private final int[] roots;
    private int count;

    Forest(int columns) {
      parents = new int[columns];
      sizes = new int[columns];
      added = new double[columns];
      roots = new int[columns];
      Arrays.fill(parents, -1);
    }

    void add(int column) {
      parents[column] = column;
      sizes[column] = 1;
      roots[count++] = column;
      for (int other : neighbours[column]) {
        if (parents[other] >= 0) {
          join(root(column), root(other));
        }
      }
    }

    /** The smaller tree's sums become differences from those of its new root. */
    private void join(int a, int b) {
      if (a != b) {
        int upper = sizes[a] >= sizes[b] ? a : b;
        int lower = upper == a ? b : a;
        parents[lower] = upper;
        sizes[upper] += sizes[lower];
        added[lower] -= added[upper];
      }
    }

    /** Trees are never deeper than the logarithm of their size. */
    private int root(int column) {
      int at = column;
      while (parents[at] != at) {
        at = parents[at];
      }
      return at;
    }

    /** Adds a step's share to all clusters. */
    void raise(double height) {
      int kept = 0;
      for (int r = 0; r < count; r++) {
        int root = roots[r];
        if (parents[root] == root) {
          added[root] += Math.pow(sizes[root], EXTENT) * height;
          roots[kept++] = root;
        }
      }
      count = kept;
    }

    double value(int column) {
      if (parents[column] < 0) {
        return 0;
      }
      double sum = added[column];
      int at = column;
      while (parents[at] != at) {
        at = parents[at];
        sum += added[at];
      }
      return sum;
    }
  }
}
