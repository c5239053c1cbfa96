package org.mitchell.fmri;

/** Where the voxel columns of a participant lie: in a box, on surfaces, or in parcels of either. */
public sealed interface VoxelPlaces permits VoxelGrid, Grayordinates, Parcellation {
  /** How many columns there are. */
  int columns();

  /** The space that they lie in. */
  Space space();

  /** What they are, as in "vertices of surfaces". */
  String inWords();

  /** The same with only some of the columns, in the order given. */
  VoxelPlaces select(int[] columns);

  /** Whether others are the same columns in the same order. */
  boolean isSame(VoxelPlaces other);

  /** The voxels that columns are made of: those themselves, where they are voxels. */
  default VoxelPlaces voxels() {
    return this;
  }
}
