package org.mitchell.inference;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.mitchell.fmri.Grayordinates;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.fmri.VoxelPlaces;
import org.mitchell.maps.clusters.BoxNeighbourhood;
import org.mitchell.maps.clusters.Contiguity;
import org.mitchell.maps.clusters.CortexNeighbourhood;
import org.mitchell.maps.clusters.Neighbourhood;
import org.mitchell.maps.grayordinates.CorticalMeshes;

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
 * @param meshes which vertices are; without meshes vertices form no clusters
 */
public record ClusterRule(
    OptionalDouble threshold,
    OptionalDouble formingP,
    OptionalInt minimumSize,
    Contiguity contiguity,
    Optional<CorticalMeshes> meshes) {
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

  /** A rule for voxels of a box. */
  public ClusterRule(
      OptionalDouble threshold,
      OptionalDouble formingP,
      OptionalInt minimumSize,
      Contiguity contiguity) {
    this(threshold, formingP, minimumSize, contiguity, Optional.empty());
  }

  /**
   * Which columns touch; nothing where that is not known: without places, for parcels, and for
   * vertices without meshes.
   *
   * @throws org.mitchell.files.InputException if a mesh is not that of the vertices
   */
  public Optional<Neighbourhood> neighbourhood(Optional<? extends VoxelPlaces> places) {
    if (places.isEmpty()) {
      return Optional.empty();
    }
    VoxelPlaces own = places.get();
    if (own instanceof VoxelGrid grid) {
      return Optional.of(BoxNeighbourhood.of(grid, contiguity));
    }
    return own instanceof Grayordinates vertices
        ? meshes.map(given -> CortexNeighbourhood.of(vertices, given, contiguity))
        : Optional.empty();
  }
}
