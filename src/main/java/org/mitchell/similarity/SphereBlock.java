package org.mitchell.similarity;

import java.util.Arrays;

/** Unit vectors of the images of some spheres, to be multiplied with others. */
final class SphereBlock {
  private static final int STEP = 4;

  private final int width;
  private final double[][] directions;
  private double[][] entries;

  /**
   * @param width how many there may be
   */
  SphereBlock(int width) {
    this.width = width;
    this.directions = new double[width][];
  }

  int width() {
    return width;
  }

  /**
   * @param direction all of one length
   */
  void put(int place, double[] direction) {
    directions[place] = direction;
  }

  /**
   * With one vector.
   *
   * @param products with each of the vectors; NaN where there is none
   */
  void multiply(double[] direction, double[] products) {
    for (int v = 0; v < width; v++) {
      products[v] =
          directions[v] == null ? Double.NaN : Agreement.product(direction, directions[v]);
    }
  }

  /**
   * The same to the last bit, for many vectors: of the spheres side by side, so that one loop
   * multiplies all of them, which the compiler turns into vector instructions.
   */
  void multiplyAgain(double[] direction, double[] products) {
    if (entries == null) {
      entries = sideBySide(direction.length);
    }
    double[] padded = Arrays.copyOf(direction, entries.length);
    Arrays.fill(products, 0);
    for (int i = 0; i < entries.length; i += STEP) {
      add(padded[i], padded[i + 1], padded[i + 2], padded[i + 3], i, products);
    }
    for (int v = 0; v < width; v++) {
      products[v] = directions[v] == null ? Double.NaN : products[v];
    }
  }

  /** Entries x spheres, with zeros behind the last, which make their number one of whole steps. */
  private double[][] sideBySide(int length) {
    var rows = new double[(length + STEP - 1) / STEP * STEP][width];
    for (int i = 0; i < length; i++) {
      for (int v = 0; v < width; v++) {
        rows[i][v] = directions[v] == null ? 0 : directions[v][i];
      }
    }
    return rows;
  }

  private void add(double a, double b, double c, double d, int at, double[] products) {
    double[] one = entries[at];
    double[] two = entries[at + 1];
    double[] three = entries[at + 2];
    double[] four = entries[at + 3];
    for (int v = 0; v < width; v++) {
      products[v] = (((products[v] + a * one[v]) + b * two[v]) + c * three[v]) + d * four[v];
    }
  }
}
