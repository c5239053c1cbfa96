package org.mitchell.encoding;

import java.util.Arrays;
import java.util.List;

/**
 * What is done to a raw feature vector before it meets the coefficients: perhaps unit length, then
 * a centre subtracted and a spread divided out, both one number a feature.
 *
 * @param unitLength whether the vector of each feature space is scaled to length 1 first (an
 *     all-zero vector stays zero)
 * @param centre what is subtracted, a number a feature
 * @param spread what is divided out, a number a feature; never 0
 * @param widths how many features each feature space has, which stand side by side
 */
public record FeatureScaling(
    boolean unitLength, double[] centre, double[] spread, List<Integer> widths) {
  public FeatureScaling {
    widths = List.copyOf(widths);
    if (widths.stream().mapToInt(width -> width).sum() != centre.length) {
      throw new IllegalArgumentException(
          "spaces of %s features for %d".formatted(widths, centre.length));
    }
  }

  /** Of one feature space. */
  public FeatureScaling(boolean unitLength, double[] centre, double[] spread) {
    this(unitLength, centre, spread, List.of(centre.length));
  }

  /** One for vectors whose parts are scaled each by its own. */
  static FeatureScaling sideBySide(List<FeatureScaling> parts) {
    return new FeatureScaling(
        parts.get(0).unitLength,
        parts.stream().flatMapToDouble(part -> Arrays.stream(part.centre)).toArray(),
        parts.stream().flatMapToDouble(part -> Arrays.stream(part.spread)).toArray(),
        parts.stream().flatMap(part -> part.widths.stream()).toList());
  }

  /**
   * The scaling that an analysis with these options learns from the raw vectors (words x features)
   * it trains on.
   */
  static FeatureScaling learn(EncodingOptions options, double[][] rawRows) {
    int features = rawRows[0].length;
    boolean unitLength = options.scale() == Scale.UNIT;
    var scaling = new FeatureScaling(unitLength, new double[features], ones(features));
    return centres(options) ? scaling.centredOn(rawRows, options.scale() == Scale.ZSCORE) : scaling;
  }

  /** Whether an analysis with these options subtracts each feature's mean. */
  static boolean centres(EncodingOptions options) {
    return options.preset() == Preset.STRICT || options.scale() == Scale.ZSCORE;
  }

  /** One raw vector, scaled. */
  public double[] apply(double[] raw) {
    double[] scaled = raw.clone();
    int from = 0;
    for (int width : widths) {
      int to = from + width;
      double length = unitLength ? length(raw, from, to) : 1;
      for (int f = from; f < to; f++) {
        scaled[f] = ((length == 0 ? 0 : scaled[f] / length) - centre[f]) / spread[f];
      }
      from = to;
    }
    return scaled;
  }

  /** Raw vectors, words x features, scaled. */
  double[][] apply(double[][] rawRows) {
    var scaled = new double[rawRows.length][];
    for (int w = 0; w < scaled.length; w++) {
      scaled[w] = apply(rawRows[w]);
    }
    return scaled;
  }

  private FeatureScaling centredOn(double[][] rawRows, boolean divide) {
    double[][] rows = apply(rawRows);
    var mean = new double[centre.length];
    double[] deviation = ones(centre.length);
    for (int f = 0; f < mean.length; f++) {
      mean[f] = mean(rows, f);
      if (divide) {
        deviation[f] = populationDeviation(rows, f, mean[f]);
      }
    }
    return new FeatureScaling(unitLength, mean, deviation);
  }

  /** The mean of a column; exactly its value where all rows have the same. */
  static double mean(double[][] rows, int feature) {
    double sum = 0;
    boolean constant = true;
    for (double[] row : rows) {
      sum += row[feature];
      constant &= row[feature] == rows[0][feature];
    }
    // Rounding must not turn a constant feature into one of tiny spread.
    return constant ? rows[0][feature] : sum / rows.length;
  }

  private static double populationDeviation(double[][] rows, int feature, double mean) {
    double squares = 0;
    for (double[] row : rows) {
      squares += (row[feature] - mean) * (row[feature] - mean);
    }
    return squares == 0 ? 1 : Math.sqrt(squares / rows.length);
  }

  private static double length(double[] vector, int from, int to) {
    double squares = 0;
    for (int f = from; f < to; f++) {
      squares += vector[f] * vector[f];
    }
    return Math.sqrt(squares);
  }

  private static double[] ones(int count) {
    var ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }
}
