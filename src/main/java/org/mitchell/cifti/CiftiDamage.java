package org.mitchell.cifti;

/** Something in a file is not as CIFTI-2 has it; {@link CiftiFile} adds the file. */
final class CiftiDamage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CiftiDamage(String problem) {
    super(problem);
  }
}
