package org.mitchell.maps.clusters;

import java.util.List;
import java.util.Map;
import org.mitchell.fmri.PartOfWhole;

/** Which voxel columns touch, where they lie, and where a map has its peaks. Immutable. */
public abstract sealed class Neighbourhood permits BoxNeighbourhood, CortexNeighbourhood {
  /** The columns. */
  public abstract PartOfWhole places();

  /** Whether any column is a voxel, so that contiguity has a part in it. */
  public abstract boolean hasVoxels();

  abstract Contacts contacts();

  /** All columns in the order in which equals are taken. */
  abstract int[] order();

  /**
   * The peaks to report of each cluster, by value descending.
   *
   * @param statistic a value a voxel column, finite in clusters
   * @param labels the cluster of each column, 0 for none
   */
  abstract Map<Integer, List<Peak>> peaks(float[] statistic, int[] labels);

  /** How large a cluster is: mm3 of voxels, mm2 of vertices. */
  public abstract Extent extent(Cluster cluster);

  /**
   * The size of a cluster.
   *
   * @param value not rounded
   * @param single the same as programs have it that take the sizes of voxels from headers, which
   *     are of single precision: nilearn multiplies them so, and 10 voxels of 3 x 4 x 1.8 mm have
   *     216 mm3, and 215 by that
   */
  public record Extent(Unit unit, double value, double single) {}

  /** What sizes are measured in. */
  public enum Unit {
    MM2,
    MM3
  }
}
