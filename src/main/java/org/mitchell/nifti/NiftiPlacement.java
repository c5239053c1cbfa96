package org.mitchell.nifti;

/** Which form of a header says where the voxels are. */
public enum NiftiPlacement {
  SFORM,
  QFORM,
  /** Neither form is given, or what is given is no affine: sides and origin are a guess. */
  NONE
}
