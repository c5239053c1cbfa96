package org.mitchell.evaluation.across;

/** How the images of other participants come to stand for those of the one that is left out. */
public enum Way {
  /** By anatomy: the mean image of the others at the same voxels. */
  ANATOMY,
  /**
   * By a rotation of the others' shared responses into the voxels of the one left out (Haxby et al.
   * 2011).
   */
  PROCRUSTES,
  /** By a ridge regression of the voxels of the one left out on all voxels of the others. */
  RIDGE;

  /** Whether an alignment is learnt from the images of the participant that is left out. */
  public boolean aligns() {
    return this != ANATOMY;
  }
}
