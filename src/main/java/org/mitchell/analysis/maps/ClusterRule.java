package org.mitchell.analysis.maps;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.mitchell.maps.clusters.Contiguity;

/**
 * Which voxels count, and which of them are a cluster.
 *
 * @param threshold a voxel counts from this value, of p-values up to it; the usual one of its
 *     statistic where nobody says
 * @param minimumSize in voxels; where nobody says, the paper's 10, or 1 where voxels are corrected
 *     one by one
 * @param contiguity which voxels are neighbours
 */
public record ClusterRule(
    OptionalDouble threshold, OptionalInt minimumSize, Contiguity contiguity) {
  /** The paper's smallest cluster, in voxels. */
  public static final int PAPER_SIZE = 10;
}
