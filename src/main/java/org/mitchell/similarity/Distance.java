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
    return switch (this) {
      case CORRELATION -> cosines(withoutMeans(rows));
      case COSINE -> cosines(rows);
      case EUCLIDEAN -> squares(rows);
      default -> throw new IllegalArgumentException(this + " takes presentations");
    };
  }

  private static Dissimilarities squares(double[][] rows) {
    return Dissimilarities.each(
        Pairs.all(rows.length),
        (i, j) -> {
          double sum = 0;
          for (int v = 0; v < rows[i].length; v++) {
            double difference = rows[i][v] - rows[j][v];
            sum += difference * difference;
          }
          return sum / rows[i].length;
        });
  }

  private static Dissimilarities cosines(double[][] rows) {
    var lengths = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      lengths[i] = Math.sqrt(product(rows[i], rows[i]));
    }
    return Dissimilarities.each(
        Pairs.all(rows.length),
        (i, j) -> 1 - product(rows[i], rows[j]) / (lengths[i] * lengths[j]));
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

  private static double product(double[] one, double[] other) {
    double sum = 0;
    for (int v = 0; v < one.length; v++) {
      sum += one[v] * other[v];
    }
    return sum;
  }
}
