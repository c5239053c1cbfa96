package org.mitchell.gifti;

/** Something in a file is not as the format has it; {@link GiftiReader} adds the place. */
final class Damage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Damage(String problem) {
    super(problem);
  }
}
