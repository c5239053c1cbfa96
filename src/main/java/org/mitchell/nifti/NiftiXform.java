package org.mitchell.nifti;

/** Codes of {@code qform_code} and {@code sform_code}: the space into which an affine leads. */
public final class NiftiXform {
  /** No such affine is given. */
  public static final int UNKNOWN = 0;

  public static final int SCANNER_ANAT = 1;
  public static final int ALIGNED_ANAT = 2;
  public static final int TALAIRACH = 3;
  public static final int MNI_152 = 4;
  public static final int TEMPLATE_OTHER = 5;

  private NiftiXform() {}
}
