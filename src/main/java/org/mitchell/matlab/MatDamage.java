package org.mitchell.matlab;

/** What is wrong with the bytes of a MATLAB file, in words for the user. */
final class MatDamage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MatDamage(String problem) {
    super(problem);
  }
}
