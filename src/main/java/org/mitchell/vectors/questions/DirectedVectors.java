package org.mitchell.vectors.questions;

import org.mitchell.vectors.WordVectors;

/**
 * The vectors of the first words of a vocabulary, all of length 1, so that a product is a cosine;
 * or without the means of their numbers before that, so that it is a correlation. Vectors without a
 * direction, of zeros or without the mean of equal numbers, are NaN: nothing is near to them.
 */
final class DirectedVectors {
  private final int count;
  private final int size;
  private final float[] rows;

  /**
   * @param count how many words, from the first
   * @param centred whether products are to be correlations
   */
  DirectedVectors(WordVectors vectors, int count, boolean centred) {
    this.count = count;
    this.size = vectors.size();
    this.rows = new float[count * size];
    var row = new double[size];
    for (int w = 0; w < count; w++) {
      for (int d = 0; d < size; d++) {
        row[d] = vectors.value(w, d);
      }
      direct(row, centred);
      for (int d = 0; d < size; d++) {
        rows[w * size + d] = (float) row[d];
      }
    }
  }

  int count() {
    return count;
  }

  /** The product of a row with a vector of {@code size} numbers. */
  double product(int row, float[] vector) {
    return product(rows, row * size, vector, 0, size);
  }

  /** The products of one row with some others that follow each other, into {@code products}. */
  void products(int row, int first, int last, float[] products) {
    for (int other = first; other < last; other++) {
      products[other - first] = product(rows, row * size, rows, other * size, size);
    }
  }

  /** Four sums at a time, which do not wait for each other. */
  private static float product(float[] x, int atX, float[] y, int atY, int size) {
    float a = 0;
    float b = 0;
    float c = 0;
    float e = 0;
    int d = 0;
    for (; d <= size - 4; d += 4) {
      a += x[atX + d] * y[atY + d];
      b += x[atX + d + 1] * y[atY + d + 1];
      c += x[atX + d + 2] * y[atY + d + 2];
      e += x[atX + d + 3] * y[atY + d + 3];
    }
    for (; d < size; d++) {
      a += x[atX + d] * y[atY + d];
    }
    return a + b + (c + e);
  }

  /** Scales a vector to length 1, without its mean where asked for; NaN if nothing is left. */
  static void direct(double[] vector, boolean centred) {
    double mean = 0;
    for (double number : vector) {
      mean += number;
    }
    mean /= vector.length; // of equal numbers exactly their own
    double squares = 0;
    for (int d = 0; d < vector.length; d++) {
      vector[d] -= centred ? mean : 0;
      squares += vector[d] * vector[d];
    }
    double length = Math.sqrt(squares);
    for (int d = 0; d < vector.length; d++) {
      vector[d] /= length;
    }
  }
}
