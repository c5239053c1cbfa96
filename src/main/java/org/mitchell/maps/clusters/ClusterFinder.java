package org.mitchell.maps.clusters;

import org.mitchell.fmri.VoxelGrid;

/**
 * Finds the clusters of voxel columns: sets of columns that touch, directly or through others of
 * the set. Immutable; any number of threads may use one.
 */
public final class ClusterFinder {
  private final Neighbourhood neighbourhood;

  /** Of each column those that touch it and have a lower number. */
  private final Contacts earlier;

  private ClusterFinder(Neighbourhood neighbourhood) {
    this.neighbourhood = neighbourhood;
    this.earlier = neighbourhood.contacts().earlier();
  }

  public static ClusterFinder on(VoxelGrid grid, Contiguity contiguity) {
    return on(BoxNeighbourhood.of(grid, contiguity));
  }

  public static ClusterFinder on(Neighbourhood neighbourhood) {
    return new ClusterFinder(neighbourhood);
  }

  public Neighbourhood neighbourhood() {
    return neighbourhood;
  }

  /**
   * How many voxels the largest cluster has of columns whose value is at least the threshold; NaN
   * never is. 0 where no column passes.
   *
   * @param values one a voxel column
   */
  public int largest(double[] values, double threshold) {
    requireColumns(values.length);
    var links = new int[values.length];
    int largest = 0;
    for (int column = 0; column < values.length; column++) {
      if (values[column] >= threshold) {
        largest = Math.max(largest, add(column, links));
      }
    }
    return largest;
  }

  /**
   * The cluster of every column: 0 where it forms none, else 1, 2, ... in the order of the
   * clusters' first columns.
   *
   * @param forming whether a voxel column belongs to a cluster
   */
  public int[] labels(boolean[] forming) {
    requireColumns(forming.length);
    var links = new int[forming.length];
    for (int column = 0; column < forming.length; column++) {
      if (forming[column]) {
        add(column, links);
      }
    }
    var labels = new int[forming.length];
    var labelOfRoot = new int[forming.length];
    int clusters = 0;
    for (int column = 0; column < forming.length; column++) {
      if (forming[column]) {
        int root = root(column, links);
        labelOfRoot[root] = labelOfRoot[root] == 0 ? ++clusters : labelOfRoot[root];
        labels[column] = labelOfRoot[root];
      }
    }
    return labels;
  }

  /**
   * Adds a column to the forest of clusters, a tree each, and returns how many voxels its cluster
   * has now.
   *
   * @param links modified. 0 for a column in no cluster, the parent's column + 1 below a root,
   *     minus the number of voxels at a root
   */
  private int add(int column, int[] links) {
    links[column] = -1;
    int root = column;
    for (int n = earlier.start(column); n < earlier.start(column + 1); n++) {
      if (links[earlier.other(n)] != 0) {
        root = join(root, root(earlier.other(n), links), links);
      }
    }
    return -links[root];
  }

  /** Hangs the smaller tree below the root of the larger, which is returned. */
  private static int join(int a, int b, int[] links) {
    if (a == b) {
      return a;
    }
    int upper = links[a] <= links[b] ? a : b;
    int lower = upper == a ? b : a;
    links[upper] += links[lower];
    links[lower] = upper + 1;
    return upper;
  }

  /** The root of a column's tree; the way there gets shorter. */
  private static int root(int column, int[] links) {
    int at = column;
    while (links[at] > 0) {
      int parent = links[at] - 1;
      if (links[parent] > 0) {
        links[at] = links[parent];
      }
      at = parent;
    }
    return at;
  }

  private void requireColumns(int values) {
    if (values != earlier.columns()) {
      throw new IllegalArgumentException(
          values + " values where there are " + earlier.columns() + " voxel columns");
    }
  }
}
