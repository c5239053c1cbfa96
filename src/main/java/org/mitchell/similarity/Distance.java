package org.mitchell.similarity;

import java.util.Arrays;

/**
 * What is called unlike. Values are divided by the number of columns where they would grow with it,
 * so that regions of several sizes compare.
 */
public enum Distance {
  /** 1 - r over columns: what the patterns have in common in shape, whatever their height. */
  CORRELATION,
  /** Squared Euclidean distance by the number of columns. */
  EUCLIDEAN,
  /** 1 - the cosine: as the correlation, without taking off each row's mean. */
  COSINE,
  /**
   * Squared distance by the number of columns, in units of the noise between presentations (see
   * {@link NoiseCovariance}).
   */
  MAHALANOBIS,
  /**
   * The same between the mean of all presentations but one and that one, over all presentations:
   * without noise's part, so that it is 0 on average where two words do not differ (Walther et al.
   * 2016, NeuroImage 137:188-200).
   */
  CROSSNOBIS;

  /** Whether it takes several presentations of a word. */
  public boolean takesPresentations() {
    return this == MAHALANOBIS || this == CROSSNOBIS;
  }

  /**
   * Of rows of numbers.
   *
   * @param rows words x columns
   * @return NaN where a row has no length (without its mean, for the correlation)
   * @throws IllegalArgumentException if the distance takes presentations
   */
  public Dissimilarities of(double[][] rows) {
    return switch (this) {
      case CORRELATION -> cosines(withoutMeans(rows));
      case COSINE -> cosines(rows);
      case EUCLIDEAN -> squares(rows);
      default -> throw new IllegalArgumentException(this + " takes presentations");
    };
  }

  /** Column by column, so that the compiler makes vector instructions of the loop over pairs. */
  private static Dissimilarities squares(double[][] rows) {
    int words = rows.length;
    int columns = rows[0].length;
    var sums = new double[Pairs.count(words)];
    var column = new double[words];
    for (int v = 0; v < columns; v++) {
      take(rows, v, column);
      int at = 0;
      for (int i = 0; i < words - 1; i++) {
        addSquares(column, i, sums, at);
        at += words - 1 - i;
      }
    }
    for (int p = 0; p < sums.length; p++) {
      sums[p] /= columns;
    }
    return Dissimilarities.of(words, sums);
  }

  private static Dissimilarities cosines(double[][] rows) {
    int words = rows.length;
    var sums = new double[Pairs.count(words)];
    var column = new double[words];
    var squares = new double[words];
    for (int v = 0; v < rows[0].length; v++) {
      take(rows, v, column);
      int at = 0;
      for (int i = 0; i < words; i++) {
        squares[i] += column[i] * column[i];
        addProducts(column, i, sums, at);
        at += words - 1 - i;
      }
    }
    double[] lengths = Arrays.stream(squares).map(Math::sqrt).toArray();
    int at = 0;
    for (int i = 0; i < words; i++) {
      for (int j = i + 1; j < words; j++) {
        sums[at] = 1 - sums[at] / (lengths[i] * lengths[j]);
        at++;
      }
    }
    return Dissimilarities.of(words, sums);
  }

  private static void take(double[][] rows, int v, double[] column) {
    for (int i = 0; i < rows.length; i++) {
      column[i] = rows[i][v];
    }
  }

  private static void addSquares(double[] column, int i, double[] sums, int at) {
    double own = column[i];
    int offset = at - i - 1;
    for (int j = i + 1; j < column.length; j++) {
      double difference = own - column[j];
      sums[offset + j] += difference * difference;
    }
  }

  private static void addProducts(double[] column, int i, double[] sums, int at) {
    double own = column[i];
    int offset = at - i - 1;
    for (int j = i + 1; j < column.length; j++) {
      sums[offset + j] += own * column[j];
    }
  }

  private static double[][] withoutMeans(double[][] rows) {
    var centred = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      centred[i] = withoutMean(rows[i]);
    }
    return centred;
  }

  /** All zero, exactly, where all numbers are the same. */
  private static double[] withoutMean(double[] row) {
    double mean = 0;
    boolean constant = true;
    for (double value : row) {
      mean += value / row.length;
      constant &= value == row[0];
    }
    var centred = new double[row.length];
    for (int v = 0; v < row.length && !constant; v++) {
      centred[v] = row[v] - mean;
    }
    return centred;
  }
}
