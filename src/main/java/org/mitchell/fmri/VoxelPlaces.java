package org.mitchell.fmri;

import org.mitchell.files.InputException;

/** Where the voxel columns of a participant lie: in a box, on surfaces, or in parcels of either. */
public sealed interface VoxelPlaces permits PartOfWhole, Parcellation {
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

  /**
   * That something takes voxels of a box, and these are none.
   *
   * @param what it is, as in "a searchlight"
   * @param participant whose they are
   */
  default InputException noBox(String what, String participant) {
    return new InputException(
        "%s is of voxels of a box, and those of participant %s are %s"
            .formatted(what, participant, inWords()));
  }

  /** The voxels that columns are made of: those themselves, where they are voxels. */
  default VoxelPlaces voxels() {
    return this;
  }
}
