package org.mitchell.nifti;

import java.util.Arrays;

/**
 * A header extension: a code that says whose it is, and bytes that only its owner understands.
 *
 * <p>In a file an extension takes a multiple of 16 bytes: shorter content is padded with zeros on
 * writing, and these are part of the content when it is read back.
 *
 * @param code {@code ecode}: 2 DICOM, 4 AFNI, 6 comment, 32 CIFTI, ...
 * @param content the bytes after {@code esize} and {@code ecode}
 */
public record NiftiExtension(int code, byte[] content) {
  static final int PREFIX_BYTES = 8;

  public NiftiExtension {
    content = content.clone();
  }

  /** A copy of the bytes. */
  @Override
  public byte[] content() {
    return content.clone();
  }

  /** {@code esize}: how many bytes the extension takes in a file. */
  int storedBytes() {
    return Math.addExact(content.length, PREFIX_BYTES + 15) / 16 * 16;
  }

  /** How many bytes the extensions take together, or an error when no header could say so. */
  static int storedBytes(Iterable<NiftiExtension> extensions) {
    int sum = 0;
    for (NiftiExtension extension : extensions) {
      sum = Math.addExact(sum, extension.storedBytes());
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NiftiExtension that
        && code == that.code
        && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return 31 * code + Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return "NiftiExtension[code=" + code + ", " + content.length + " bytes]";
  }
}
