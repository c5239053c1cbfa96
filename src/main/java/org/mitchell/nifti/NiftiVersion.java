package org.mitchell.nifti;

/** The two versions of the format; they hold the same fields with different widths. */
public enum NiftiVersion {
  /** 348-byte header; dimensions up to 32,767; real fields are float32. */
  NIFTI_1(348),
  /** 540-byte header; real fields are float64. */
  NIFTI_2(540);

  private final int headerBytes;

  NiftiVersion(int headerBytes) {
    this.headerBytes = headerBytes;
  }

  /** Length of the header proper ({@code sizeof_hdr}), without the four extension flag bytes. */
  public int headerBytes() {
    return headerBytes;
  }

  /**
   * The first byte after the header and the extension flag: where the data start if there are no
   * extensions.
   */
  int firstFreeByte() {
    return headerBytes + 4;
  }

  /** What a real number becomes when it is stored in a header of this version. */
  double stored(double value) {
    double stored = this == NIFTI_1 ? (float) value : value;
    if (Double.isInfinite(stored) && Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "the header value " + value + " is out of the range of float32. Write NIFTI_2");
    }
    return stored;
  }
}
