package org.mitchell.trials;

/** Sums over series of one length. */
final class Vectors {
  private Vectors() {}

  static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  /** Adds a multiple of a series to another. */
  static void add(double[] to, double factor, double[] series) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * series[i];
    }
  }

  static double[] scaled(double[] series, double factor) {
    var scaled = new double[series.length];
    add(scaled, factor, series);
    return scaled;
  }
}
