package org.mitchell.features.embedding;

import java.util.Arrays;

/**
 * How likely each pair of words is a pair of neighbours, by their distance (van der Maaten and
 * Hinton 2008, section 2): p(j|i) is normal in the distance from i with a width of its own, such
 * that i has a given number of neighbours in effect; p(i, j) = (p(j|i) + p(i|j)) / 2n.
 */
final class NeighbourProbabilities {
  private static final int MOST_STEPS = 200;
  private static final double CLOSE = 1e-10;

  private NeighbourProbabilities() {}

  /**
   * @param vectors words x features
   * @param perplexity the number of neighbours in effect, below the number of words
   * @return words x words, summing to 1; 0 on the diagonal
   */
  static double[][] of(double[][] vectors, double perplexity) {
    int words = vectors.length;
    double[][] distances = squaredDistances(vectors);
    var joint = new double[words][words];
    for (int i = 0; i < words; i++) {
      double[] conditional = conditional(distances[i], i, Math.log(perplexity));
      for (int j = 0; j < words; j++) {
        joint[i][j] += conditional[j] / (2 * words);
        joint[j][i] += conditional[j] / (2 * words);
      }
    }
    return joint;
  }

  /** Finds the precision by bisection: entropy falls as it grows. */
  private static double[] conditional(double[] distances, int self, double entropy) {
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double nearest = nearest(distances, self);
    double farthest = Arrays.stream(distances).max().orElseThrow();
    double precision = 1 / Math.max(Double.MIN_NORMAL, farthest);
    var p = new double[distances.length];
    for (int step = 0; step < MOST_STEPS; step++) {
      double difference = fill(p, distances, self, nearest, precision) - entropy;
      if (Math.abs(difference) < CLOSE) {
        break;
      }
      if (difference > 0) {
        low = precision;
        precision = Double.isInfinite(high) ? 2 * precision : (low + high) / 2;
      } else {
        high = precision;
        precision = (low + high) / 2;
      }
    }
    return p;
  }

  /** Fills in the probabilities of one precision and returns their entropy in nats. */
  private static double fill(
      double[] p, double[] distances, int self, double nearest, double precision) {
    double sum = 0;
    for (int j = 0; j < p.length; j++) {
      p[j] = j == self ? 0 : Math.exp(-precision * (distances[j] - nearest));
      sum += p[j];
    }
    double entropy = 0;
    for (int j = 0; j < p.length; j++) {
      p[j] /= sum;
      entropy -= p[j] > 0 ? p[j] * Math.log(p[j]) : 0;
    }
    return entropy;
  }

  private static double nearest(double[] distances, int self) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int j = 0; j < distances.length; j++) {
      nearest = j == self ? nearest : Math.min(nearest, distances[j]);
    }
    return nearest;
  }

  static double[][] squaredDistances(double[][] vectors) {
    var distances = new double[vectors.length][vectors.length];
    for (int i = 0; i < vectors.length; i++) {
      for (int j = 0; j < i; j++) {
        double squares = 0;
        for (int f = 0; f < vectors[i].length; f++) {
          double difference = vectors[i][f] - vectors[j][f];
          squares += difference * difference;
        }
        distances[i][j] = squares;
        distances[j][i] = squares;
      }
    }
    return distances;
  }
}
