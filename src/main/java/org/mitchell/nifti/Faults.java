package org.mitchell.nifti;

/**
 * Words the complaints about one file, so that all of them name file, byte and trouble in the same
 * order.
 */
record Faults(String file, boolean gzip) {
  NiftiException corrupt(long position, String problem) {
    return new NiftiException(file, position, message(position, problem), false, null);
  }

  NiftiException corrupt(long position, String problem, Throwable cause) {
    return new NiftiException(file, position, message(position, problem), false, cause);
  }

  NiftiException unsupported(long position, String problem) {
    return new NiftiException(
        file, position, message(position, "unsupported: " + problem), true, null);
  }

  private String message(long position, String problem) {
    return file + ": byte " + position + (gzip ? " of the uncompressed content: " : ": ") + problem;
  }
}
