package org.mitchell.maps.clusters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/** The clusters of a map, the one with the highest peak first. */
public final class Clusters {
  private final Neighbourhood neighbourhood;
  private final List<Cluster> list;

  private Clusters(Neighbourhood neighbourhood, List<Cluster> list) {
    this.neighbourhood = neighbourhood;
    this.list = List.copyOf(list);
  }

  /**
   * The clusters of the forming columns, their peaks, and their ids 1, 2, ... by peak value
   * descending; of equal peaks the cluster whose first column comes first goes first: in the box (i
   * slowest, k fastest), of vertices by number.
   *
   * <p>A column whose statistic is not finite belongs to no cluster. Peaks of voxels are those of
   * nilearn 0.14.1, its rule of 8 mm included, with what comes of it: a sub-peak is compared with
   * the one kept before it only, so that it may lie nearer than 8 mm to an earlier one.
   *
   * @param statistic what peaks are peaks of, one value a voxel column; it need not be what decided
   *     {@code forming}
   * @param forming whether a voxel column belongs to a cluster
   * @param minimumSize clusters of fewer voxels are left out
   */
  public static Clusters of(
      float[] statistic, boolean[] forming, int minimumSize, ClusterFinder finder) {
    if (statistic.length != forming.length) {
      throw new IllegalArgumentException(
          statistic.length + " values for " + forming.length + " voxel columns");
    }
    var finite = new boolean[forming.length];
    for (int column = 0; column < finite.length; column++) {
      finite[column] = forming[column] && Float.isFinite(statistic[column]);
    }
    int[] labels = finder.labels(finite);
    Neighbourhood neighbourhood = finder.neighbourhood();
    var peaks = neighbourhood.peaks(statistic, labels);
    var columns = columnsOfLabels(labels, neighbourhood.order());
    columns.values().removeIf(voxels -> voxels.size() < minimumSize);
    var byPeak = new ArrayList<>(columns.keySet());
    // Stable: of equal peaks the first in their order stays first.
    byPeak.sort(
        Comparator.comparing((Integer label) -> peaks.get(label).get(0).value()).reversed());
    var clusters = new ArrayList<Cluster>();
    for (int label : byPeak) {
      int[] ascending = columns.get(label).stream().mapToInt(c -> c).sorted().toArray();
      clusters.add(new Cluster(clusters.size() + 1, ascending, peaks.get(label)));
    }
    return new Clusters(neighbourhood, clusters);
  }

  /** The clusters in the order of their ids. */
  public List<Cluster> list() {
    return list;
  }

  /** What they are clusters in. */
  public Neighbourhood neighbourhood() {
    return neighbourhood;
  }

  /** The id of each voxel column's cluster; 0 for none. */
  public int[] ids() {
    var ids = new int[neighbourhood.places().columns()];
    for (Cluster cluster : list) {
      for (int column : cluster.columns()) {
        ids[column] = cluster.id();
      }
    }
    return ids;
  }

  /** The columns of each label but 0; labels and columns come in the order given. */
  static LinkedHashMap<Integer, List<Integer>> columnsOfLabels(int[] labels, int[] order) {
    var columns = new LinkedHashMap<Integer, List<Integer>>();
    for (int column : order) {
      if (labels[column] != 0) {
        columns.computeIfAbsent(labels[column], label -> new ArrayList<>()).add(column);
      }
    }
    return columns;
  }
}
