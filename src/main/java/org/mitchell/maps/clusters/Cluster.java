package org.mitchell.maps.clusters;

import java.util.List;

/**
 * Voxels that touch.
 *
 * @param id its number in the map, from 1
 * @param columns its voxel columns, ascending. Not copied
 * @param peaks the maximum, then at most three sub-peaks, by value descending
 */
public record Cluster(int id, int[] columns, List<Peak> peaks) {
  public Cluster {
    peaks = List.copyOf(peaks);
  }

  /** How many voxels it has. */
  public int size() {
    return columns.length;
  }

  /** Where the statistic is highest. */
  public Peak maximum() {
    return peaks.get(0);
  }
}
