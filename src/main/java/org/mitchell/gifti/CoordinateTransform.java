package org.mitchell.gifti;

import java.util.Arrays;
import java.util.StringTokenizer;

/**
 * A transform of coordinates that a GIFTI file states, without having applied it.
 *
 * @param from the space of the coordinates, such as {@code NIFTI_XFORM_SCANNER_ANAT}
 * @param to the space that the matrix leads into
 * @param matrix 16 numbers, row by row
 */
public record CoordinateTransform(String from, String to, double[] matrix) {
  private static final int NUMBERS = 16;
  private static final double SAME = 1e-6;

  /**
   * @throws Damage if the text is not 16 finite numbers
   */
  static CoordinateTransform of(String from, String to, String text) {
    var words = new StringTokenizer(text);
    if (words.countTokens() != NUMBERS) {
      throw new Damage(
          "%d numbers in <MatrixData> where 16 are expected".formatted(words.countTokens()));
    }
    var matrix = new double[NUMBERS];
    for (int i = 0; i < NUMBERS; i++) {
      String word = words.nextToken();
      try {
        matrix[i] = Double.parseDouble(word);
      } catch (NumberFormatException e) {
        throw new Damage("'" + word + "' in <MatrixData> where a number is expected");
      }
    }
    return new CoordinateTransform(from, to, matrix);
  }

  /** Whether it leaves every point where it is. */
  boolean isIdentity() {
    for (int i = 0; i < NUMBERS; i++) {
      if (!(Math.abs(matrix[i] - (i % 5 == 0 ? 1 : 0)) <= SAME)) {
        return false;
      }
    }
    return true;
  }

  /** Points moved, x, y, z one after the other. */
  double[] applied(double[] points) {
    double[] moved = points.clone();
    for (int at = 0; at < points.length; at += 3) {
      for (int row = 0; row < 3; row++) {
        moved[at + row] =
            matrix[4 * row] * points[at]
                + matrix[4 * row + 1] * points[at + 1]
                + matrix[4 * row + 2] * points[at + 2]
                + matrix[4 * row + 3];
      }
    }
    return moved;
  }

  /** As in "scanner anat to MNI 152". */
  String inWords() {
    return words(from) + " to " + words(to);
  }

  private static String words(String space) {
    String name = space.replaceFirst("^NIFTI_XFORM_", "").replace('_', ' ').strip();
    return name.isEmpty() ? "an unnamed space" : name;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CoordinateTransform that
        && from.equals(that.from)
        && to.equals(that.to)
        && Arrays.equals(matrix, that.matrix);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(matrix) + 31 * (from.hashCode() + 31 * to.hashCode());
  }
}
