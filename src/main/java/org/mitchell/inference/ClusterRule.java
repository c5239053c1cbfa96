package org.mitchell.inference;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.mitchell.maps.clusters.Contiguity;

/**
 * Which voxels count, and which of them are a cluster.
 *
 * @param threshold a voxel counts from this value, of p-values up to it; the usual one of its
 *     statistic by default
 * @param formingP in place of a threshold, the uncorrected p that it stands for: the value that
 *     this share of the null values of all voxels reaches, of t by its distribution
 * @param minimumSize in voxels; by default the paper's 10, or 1 where voxels are corrected one by
 *     one
 * @param contiguity which voxels are neighbours
 */
public record ClusterRule(
    OptionalDouble threshold,
    OptionalDouble formingP,
    OptionalInt minimumSize,
    Contiguity contiguity) {
  /** The paper's smallest cluster, in voxels. */
  public static final int PAPER_SIZE = 10;

  /**
   * @throws IllegalArgumentException if there is a threshold and a p for it, or a p that is none
   */
  public ClusterRule {
    if (formingP.isPresent()
        && (threshold.isPresent() || !(formingP.getAsDouble() > 0 && formingP.getAsDouble() < 1))) {
      throw new IllegalArgumentException("threshold %s, p %s".formatted(threshold, formingP));
    }
  }
}
