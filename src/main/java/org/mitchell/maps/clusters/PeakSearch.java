package org.mitchell.maps.clusters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitchell.fmri.VoxelGrid;

/**
 * The peaks of clusters, found as nilearn 0.14.1 finds them.
 *
 * <p>A voxel is a local maximum when none of the 3 x 3 x 3 voxels around it that belong to its
 * cluster is higher. Voxels in the midst of a level patch are none, unless all of the cluster is
 * level. Local maxima that share a face are one peak, at the voxel nearest to their centre of mass.
 */
final class PeakSearch {
  /** Within these a cluster counts as level: numpy's isclose, which nilearn asks. */
  private static final float ABSOLUTE_TOLERANCE = 1e-8f;

  private static final float RELATIVE_TOLERANCE = 1e-5f;

  private final VoxelGrid grid;
  private final ColumnsInBox box;
  private final ClusterFinder byFaces;
  private final float[] statistic;
  private final int[] labels;
  private final int[] raster;

  /**
   * @param statistic a value a voxel column, finite in clusters
   * @param labels the cluster of each column, 0 for none
   * @param raster all columns in the order in which equals are taken
   */
  PeakSearch(BoxNeighbourhood voxels, float[] statistic, int[] labels, int[] raster) {
    this.grid = voxels.places();
    this.box = voxels.box();
    this.byFaces =
        voxels.contiguity() == Contiguity.FACES
            ? ClusterFinder.on(voxels)
            : ClusterFinder.on(grid, Contiguity.FACES);
    this.statistic = statistic;
    this.labels = labels;
    this.raster = raster;
  }

  /** The peaks to report of each cluster, by value descending. */
  Map<Integer, List<Peak>> peaksOfLabels() {
    int[] patches = byFaces.labels(localMaxima());
    var peaks = new HashMap<Integer, List<Peak>>();
    for (List<Integer> patch : Clusters.columnsOfLabels(patches, raster).values()) {
      int label = labels[patch.get(0)];
      peaks.computeIfAbsent(label, l -> new ArrayList<>()).add(peak(patch, patches));
    }
    peaks.replaceAll((label, all) -> Peak.apart(all));
    return peaks;
  }

  private boolean[] localMaxima() {
    var maxima = new boolean[labels.length];
    LinkedHashMap<Integer, List<Integer>> clusters = Clusters.columnsOfLabels(labels, raster);
    for (List<Integer> columns : clusters.values()) {
      boolean level = isLevel(columns);
      for (int column : columns) {
        maxima[column] = isMaximum(column, level);
      }
    }
    return maxima;
  }

  private boolean isLevel(List<Integer> columns) {
    float lowest = Float.POSITIVE_INFINITY;
    float highest = Float.NEGATIVE_INFINITY;
    for (int column : columns) {
      lowest = Math.min(lowest, statistic[column]);
      highest = Math.max(highest, statistic[column]);
    }
    return highest - lowest <= ABSOLUTE_TOLERANCE + RELATIVE_TOLERANCE * Math.abs(lowest);
  }

  private boolean isMaximum(int column, boolean levelCluster) {
    int[] voxel = grid.voxel(column);
    boolean anyLower = false;
    for (int i = voxel[0] - 1; i <= voxel[0] + 1; i++) {
      for (int j = voxel[1] - 1; j <= voxel[1] + 1; j++) {
        for (int k = voxel[2] - 1; k <= voxel[2] + 1; k++) {
          int other = box.at(i, j, k);
          boolean same = other != ColumnsInBox.NONE && labels[other] == labels[column];
          if (same && statistic[other] > statistic[column]) {
            return false;
          }
          // What is outside the cluster is lower; what is outside the box is not there.
          anyLower |= same ? statistic[other] < statistic[column] : box.inBox(i, j, k);
        }
      }
    }
    return anyLower || levelCluster;
  }

  /**
   * The peak of a level patch: the voxel at its centre of mass, halves to the even number; where
   * that is outside the patch, the voxel of the patch that is nearest to it, in voxels.
   *
   * @param patch its columns
   * @param patches the patch of every column
   */
  private Peak peak(List<Integer> patch, int[] patches) {
    var sums = new long[3];
    for (int column : patch) {
      int[] voxel = grid.voxel(column);
      for (int axis = 0; axis < 3; axis++) {
        sums[axis] += voxel[axis];
      }
    }
    var centre = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      centre[axis] = (int) Math.rint((double) sums[axis] / patch.size());
    }
    int there = box.at(centre[0], centre[1], centre[2]);
    boolean inPatch = there != ColumnsInBox.NONE && patches[there] == patches[patch.get(0)];
    int column = inPatch ? there : nearest(patch, centre);
    double[] mm = grid.mm(column);
    return new Peak(column, mm[0], mm[1], mm[2], statistic[column]);
  }

  private int nearest(List<Integer> patch, int[] place) {
    int nearest = patch.get(0);
    long least = Long.MAX_VALUE;
    for (int column : patch) {
      int[] voxel = grid.voxel(column);
      long square = 0;
      for (int axis = 0; axis < 3; axis++) {
        long step = voxel[axis] - place[axis];
        square += step * step;
      }
      if (square < least) {
        least = square;
        nearest = column;
      }
    }
    return nearest;
  }
}
