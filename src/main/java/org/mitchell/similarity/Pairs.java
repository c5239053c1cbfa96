package org.mitchell.similarity;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

/**
 * Which pairs of n words there are dissimilarities of: all of them, row by row of the part above
 * the diagonal, or in a resample of words those of two different words.
 */
final class Pairs {
  private final int words;
  private final int[] first;
  private final int[] second;
  private double[][] shareOfWords;

  private Pairs(int words, int[] first, int[] second) {
    this.words = words;
    this.first = first;
    this.second = second;
  }

  static int count(int words) {
    return Math.multiplyExact(words, words - 1) / 2;
  }

  static Pairs all(int words) {
    var first = new int[count(words)];
    var second = new int[first.length];
    int at = 0;
    for (int i = 0; i < words; i++) {
      for (int j = i + 1; j < words; j++) {
        first[at] = i;
        second[at++] = j;
      }
    }
    return new Pairs(words, first, second);
  }

  /** Those of two places that hold different words. */
  static Pairs ofDifferent(int[] drawn) {
    Pairs all = all(drawn.length);
    int count = 0;
    for (int p = 0; p < all.first.length; p++) {
      int i = all.first[p];
      int j = all.second[p];
      if (drawn[i] != drawn[j]) {
        all.first[count] = i;
        all.second[count++] = j;
      }
    }
    return new Pairs(
        drawn.length, Arrays.copyOf(all.first, count), Arrays.copyOf(all.second, count));
  }

  int words() {
    return words;
  }

  int size() {
    return first.length;
  }

  int first(int pair) {
    return first[pair];
  }

  int second(int pair) {
    return second[pair];
  }

  /** The place of a pair among all pairs, row by row. */
  static int index(int words, int low, int high) {
    return low * (2 * words - low - 1) / 2 + high - low - 1;
  }

  /**
   * What remains of values when what pairs of one word have in common is taken off, and behind the
   * pairs what each word has. Estimates of distances of independent words have the covariance V = 2
   * I + B B' up to a factor, B pairs x words with a 1 for each of the pair's two words. The product
   * of two vectors that come out here is x' V^-1 y: the least of |x - B b|^2 / 2 + |b|^2 over b,
   * where x is y.
   */
  double[] whitened(double[] values) {
    double[] ofWords = ofWords(values);
    var white = new double[values.length + words];
    for (int p = 0; p < values.length; p++) {
      white[p] = (values[p] - ofWords[first[p]] - ofWords[second[p]]) / Math.sqrt(2);
    }
    System.arraycopy(ofWords, 0, white, values.length, words);
    return white;
  }

  /** b = (I + B' B / 2)^-1 B' x / 2. */
  private double[] ofWords(double[] values) {
    var sums = new double[words];
    for (int p = 0; p < values.length; p++) {
      sums[first[p]] += values[p] / 2;
      sums[second[p]] += values[p] / 2;
    }
    double[][] shares = shares();
    var ofWords = new double[words];
    for (int i = 0; i < words; i++) {
      for (int j = 0; j < words; j++) {
        ofWords[i] += shares[i][j] * sums[j];
      }
    }
    return ofWords;
  }

  private synchronized double[][] shares() {
    if (shareOfWords == null) {
      var system = DMatrixRMaj.wrap(words, words, new double[words * words]);
      for (int i = 0; i < words; i++) {
        system.add(i, i, 1);
      }
      for (int p = 0; p < first.length; p++) {
        system.add(first[p], first[p], 0.5);
        system.add(second[p], second[p], 0.5);
        system.add(first[p], second[p], 0.5);
        system.add(second[p], first[p], 0.5);
      }
      var solver = LinearSolverFactory_DDRM.chol(words);
      if (!solver.setA(system)) {
        throw new IllegalStateException("I + B' B / 2 has a Cholesky factor");
      }
      var inverse = new DMatrixRMaj(words, words);
      solver.invert(inverse);
      shareOfWords = inverse.get2DData();
    }
    return shareOfWords;
  }
}
