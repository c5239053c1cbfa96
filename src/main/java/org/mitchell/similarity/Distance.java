package org.mitchell.similarity;

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
    var columns = new double[rows[0].length][rows.length];
    for (int w = 0; w < rows.length; w++) {
      for (int v = 0; v < columns.length; v++) {
        columns[v][w] = rows[w][v];
      }
    }
    return of(Pairs.all(rows.length), columns);
  }

  /**
   * The same of columns of numbers.
   *
   * @param pairs all of the words
   * @param columns columns x words
   */
  Dissimilarities of(Pairs pairs, double[][] columns) {
    return switch (this) {
      case CORRELATION -> cosines(pairs, withoutMeans(columns, pairs.words()));
      case COSINE -> cosines(pairs, columns);
      case EUCLIDEAN -> squares(pairs, columns);
      default -> throw new IllegalArgumentException(this + " takes presentations");
    };
  }

  private static Dissimilarities squares(Pairs pairs, double[][] columns) {
    int words = pairs.words();
    double[][] sums = PairSums.squares(columns, words);
    var distances = new double[pairs.size()];
    int at = 0;
    for (int i = 0; i < words; i++) {
      for (int j = i + 1; j < words; j++) {
        distances[at++] = sums[i][j] / columns.length;
      }
    }
    return Dissimilarities.of(pairs, distances);
  }

  private static Dissimilarities cosines(Pairs pairs, double[][] columns) {
    int words = pairs.words();
    double[][] sums = PairSums.products(columns, words);
    var lengths = new double[words];
    for (int i = 0; i < words; i++) {
      lengths[i] = Math.sqrt(sums[i][i]);
    }
    var distances = new double[pairs.size()];
    int at = 0;
    for (int i = 0; i < words; i++) {
      takeCosines(sums[i], lengths, i, distances, at - i - 1);
      at += words - 1 - i;
    }
    return Dissimilarities.of(pairs, distances);
  }

  private static void takeCosines(
      double[] products, double[] lengths, int i, double[] distances, int offset) {
    double length = lengths[i];
    for (int j = i + 1; j < products.length; j++) {
      distances[offset + j] = 1 - products[j] / (length * lengths[j]);
    }
  }

  /** All zero, exactly, where all numbers of a word are the same. */
  private static double[][] withoutMeans(double[][] columns, int words) {
    var means = new double[words];
    var varies = new boolean[words];
    for (double[] column : columns) {
      for (int w = 0; w < words; w++) {
        means[w] += column[w] / columns.length;
      }
      for (int w = 0; w < words; w++) {
        varies[w] |= column[w] != columns[0][w];
      }
    }
    var centred = new double[columns.length][words];
    for (int v = 0; v < columns.length; v++) {
      for (int w = 0; w < words; w++) {
        centred[v][w] = varies[w] ? columns[v][w] - means[w] : 0;
      }
    }
    return centred;
  }
}
