package org.mitchell.maps.clusters;

import java.util.Arrays;
import org.mitchell.fmri.VoxelGrid;

/**
 * Finds the clusters of a grid's voxel columns: sets of voxels that touch, directly or through
 * others of the set. Immutable; any number of threads may use one.
 */
public final class ClusterFinder {
  private final VoxelGrid grid;
  private final Contiguity contiguity;
  private final ColumnsInBox box;

  /**
   * The columns of lower number that touch column c are earlier[starts[c]] to earlier[starts[c + 1]
   * - 1].
   */
  private final int[] starts;

  private final int[] earlier;

  private ClusterFinder(VoxelGrid grid, Contiguity contiguity) {
    this.grid = grid;
    this.contiguity = contiguity;
    this.box = new ColumnsInBox(grid);
    starts = new int[grid.columns() + 1];
    var found = new int[Math.multiplyExact(grid.columns(), contiguity.neighbours())];
    int count = 0;
    for (int column = 0; column < grid.columns(); column++) {
      count = addEarlier(column, found, count);
      starts[column + 1] = count;
    }
    earlier = Arrays.copyOf(found, count);
  }

  public static ClusterFinder on(VoxelGrid grid, Contiguity contiguity) {
    return new ClusterFinder(grid, contiguity);
  }

  public VoxelGrid grid() {
    return grid;
  }

  public Contiguity contiguity() {
    return contiguity;
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

  ColumnsInBox box() {
    return box;
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
    for (int n = starts[column]; n < starts[column + 1]; n++) {
      if (links[earlier[n]] != 0) {
        root = join(root, root(earlier[n], links), links);
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

  private int addEarlier(int column, int[] found, int count) {
    int[] voxel = grid.voxel(column);
    int end = count;
    for (int dk = -1; dk <= 1; dk++) {
      for (int dj = -1; dj <= 1; dj++) {
        for (int di = -1; di <= 1; di++) {
          int other = box.at(voxel[0] + di, voxel[1] + dj, voxel[2] + dk);
          if (contiguity.joins(di, dj, dk) && other != ColumnsInBox.NONE && other < column) {
            found[end++] = other;
          }
        }
      }
    }
    return end;
  }

  private void requireColumns(int values) {
    if (values != grid.columns()) {
      throw new IllegalArgumentException(
          values + " values where the grid has " + grid.columns() + " voxel columns");
    }
  }
}
