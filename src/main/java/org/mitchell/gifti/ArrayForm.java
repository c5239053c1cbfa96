package org.mitchell.gifti;

import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * What the attributes of a {@code DataArray} say of its content.
 *
 * @param dims one to six positive numbers
 * @param columnMajor whether the first dimension runs fastest
 */
record ArrayForm(
    String intent,
    GiftiType type,
    int[] dims,
    boolean columnMajor,
    Encoding encoding,
    ByteOrder order) {
  /** How the numbers are written down. */
  enum Encoding {
    ASCII,
    BASE64,
    DEFLATED_BASE64
  }

  /** A mesh of ten million vertices is far beyond any in use. */
  private static final long MOST_VALUES = 1L << 26;

  /**
   * @throws Damage if there would be too many values, or none
   */
  ArrayForm {
    long count = 1;
    for (int dim : dims) {
      count = Math.min(count * Math.max(0, dim), MOST_VALUES + 1);
    }
    if (count < 1 || count > MOST_VALUES) {
      throw new Damage(
          "an array of %s values where up to %,d are read"
              .formatted(Arrays.toString(dims), MOST_VALUES));
    }
  }

  /** How many values there are. */
  int count() {
    return Arrays.stream(dims).reduce(1, (a, b) -> a * b);
  }

  /** How many bytes the values take. */
  int bytes() {
    return count() * type.bytes();
  }
}
