package org.mitchell.maps.clusters;

import java.util.Arrays;
import java.util.Optional;

/** Which voxels touch, and so belong to one cluster. */
public enum Contiguity {
  /** Voxels that share a face; nilearn's and AFNI's NN1. */
  FACES(6, 1),
  /** Or an edge; SPM's. */
  EDGES(18, 2),
  /** Or a corner; FSL's. */
  CORNERS(26, 3);

  private final int neighbours;
  private final int axes;

  Contiguity(int neighbours, int axes) {
    this.neighbours = neighbours;
    this.axes = axes;
  }

  /** The contiguity of 6, 18 or 26 neighbours. */
  public static Optional<Contiguity> of(int neighbours) {
    return Arrays.stream(values()).filter(c -> c.neighbours == neighbours).findFirst();
  }

  /** How many voxels touch a voxel. */
  public int neighbours() {
    return neighbours;
  }

  /** Whether a voxel touches the one that is so many voxels away along each axis. */
  boolean joins(int di, int dj, int dk) {
    int apart = Math.abs(di) + Math.abs(dj) + Math.abs(dk);
    boolean near = Math.abs(di) <= 1 && Math.abs(dj) <= 1 && Math.abs(dk) <= 1;
    return near && apart >= 1 && apart <= axes;
  }
}
