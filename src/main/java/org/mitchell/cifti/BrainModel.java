package org.mitchell.cifti;

import java.util.Arrays;
import java.util.Locale;

/**
 * The grayordinates of one structure, in the order of their values.
 *
 * @param structure as CIFTI names it, such as {@code CIFTI_STRUCTURE_CORTEX_LEFT}
 * @param vertices how many the structure's surface has; 0 for a structure of voxels
 * @param places of a surface 0-based vertices; of voxels 0-based i, j, k, one voxel after the
 *     other. Not copied
 */
public record BrainModel(String structure, int vertices, int[] places) {
  public static final String LEFT = "CIFTI_STRUCTURE_CORTEX_LEFT";
  public static final String RIGHT = "CIFTI_STRUCTURE_CORTEX_RIGHT";
  private static final String PREFIX = "CIFTI_STRUCTURE_";

  /** All vertices of a surface. */
  public static BrainModel ofSurface(String structure, int vertices) {
    var all = new int[vertices];
    Arrays.setAll(all, v -> v);
    return new BrainModel(structure, vertices, all);
  }

  public boolean isSurface() {
    return vertices > 0;
  }

  /** How many grayordinates there are. */
  public int count() {
    return isSurface() ? places.length : places.length / 3;
  }

  /** The structure in words: {@code cortex left}. */
  public String name() {
    return structure.replaceFirst("^" + PREFIX, "").replace('_', ' ').toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BrainModel that
        && structure.equals(that.structure)
        && vertices == that.vertices
        && Arrays.equals(places, that.places);
  }

  @Override
  public int hashCode() {
    return 31 * structure.hashCode() + Arrays.hashCode(places);
  }
}
