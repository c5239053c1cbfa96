package org.mitchell.similarity;

import java.util.Arrays;

/**
 * Unit vectors of the images of some spheres, side by side, so that one loop multiplies all of
 * them; the compiler turns it into vector instructions.
 */
final class SphereBlock {
  private static final int STEP = 4;

  private final int width;
  private final int length;
  private final double[][] entries;
  private final boolean[] filled;

  /**
   * @param length of the vectors
   * @param width how many there may be
   */
  SphereBlock(int length, int width) {
    this.width = width;
    this.length = length;
    // Entries behind the last, which make their number a multiple of the step.
    this.entries = new double[(length + STEP - 1) / STEP * STEP][width];
    this.filled = new boolean[width];
  }

  int width() {
    return width;
  }

  void put(int place, double[] direction) {
    for (int i = 0; i < length; i++) {
      entries[i][place] = direction[i];
    }
    filled[place] = true;
  }

  /**
   * @param products with each of the vectors; NaN where there is none
   */
  void multiply(double[] direction, double[] products) {
    double[] padded = Arrays.copyOf(direction, entries.length);
    Arrays.fill(products, 0);
    for (int i = 0; i < entries.length; i += STEP) {
      add(padded[i], padded[i + 1], padded[i + 2], padded[i + 3], i, products);
    }
    for (int v = 0; v < width; v++) {
      products[v] = filled[v] ? products[v] : Double.NaN;
    }
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
