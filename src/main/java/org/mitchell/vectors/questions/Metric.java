package org.mitchell.vectors.questions;

/** How near two vectors are. */
public enum Metric {
  /** x.y / |x||y|. */
  COSINE,
  /** Pearson's: the cosine of the vectors without the means of their numbers. */
  CORRELATION,
  /** |x - y|; here the smallest is nearest. */
  EUCLID;

  /**
   * @return NaN for the cosine of a vector of zeros, and the correlation of one of equal numbers
   */
  public double of(float[] x, float[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " numbers and " + y.length);
    }
    return switch (this) {
      case COSINE -> cosine(x, y, 0, 0);
      case CORRELATION -> cosine(x, y, mean(x), mean(y));
      case EUCLID -> distance(x, y);
    };
  }

  /** Whether a vector can be compared at all: one of zeros has no cosine. */
  public boolean isDefinedFor(float[] vector) {
    return !Double.isNaN(of(vector, vector));
  }

  private static double cosine(float[] x, float[] y, double meanOfX, double meanOfY) {
    double product = 0;
    double squaresOfX = 0;
    double squaresOfY = 0;
    for (int d = 0; d < x.length; d++) {
      double a = x[d] - meanOfX;
      double b = y[d] - meanOfY;
      product += a * b;
      squaresOfX += a * a;
      squaresOfY += b * b;
    }
    return product / Math.sqrt(squaresOfX * squaresOfY);
  }

  private static double distance(float[] x, float[] y) {
    double squares = 0;
    for (int d = 0; d < x.length; d++) {
      double difference = (double) x[d] - y[d];
      squares += difference * difference;
    }
    return Math.sqrt(squares);
  }

  private static double mean(float[] x) {
    double sum = 0;
    for (float number : x) {
      sum += number;
    }
    return sum / x.length;
  }
}
