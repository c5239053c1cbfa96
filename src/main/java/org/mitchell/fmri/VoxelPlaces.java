package org.mitchell.fmri;

/** Where the voxel columns of a participant lie: in a box, or on surfaces and in structures. */
public sealed interface VoxelPlaces permits VoxelGrid, Grayordinates {
  /** How many columns there are. */
  int columns();

  /** The space that they lie in. */
  Space space();

  /** The same with only some of the columns, in the order given. */
  VoxelPlaces select(int[] columns);
}
