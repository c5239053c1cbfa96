package org.mitchell.encoding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The scaled features of the words that a model trains on, and those of any other word on the same
 * scale.
 *
 * <p>Features may come in bands, feature spaces side by side: each is scaled by itself and then
 * multiplied by a factor, which divides its ridge penalty by the factor's square.
 *
 * <p>Where features are centred their columns sum to zero to the last digit: a mean is rounded, and
 * what it leaves in every row of a feature of large mean and small spread would count as one more
 * direction of the design.
 */
final class Design {
  private final List<Band> bands;
  private final double[][] rows;

  private Design(List<Band> bands, double[][] rows) {
    this.bands = bands;
    this.rows = rows;
  }

  /**
   * Features from column {@code from} to before {@code to} of the raw vectors.
   *
   * @param left what scaling leaves of their means
   */
  private record Band(int from, int to, double factor, FeatureScaling scaling, double[] left) {
    static Band learn(
        EncodingOptions options, double[][] rawRows, int from, int to, double factor) {
      double[][] own = columns(rawRows, from, to);
      FeatureScaling scaling = FeatureScaling.learn(options, own);
      var left = new double[to - from];
      if (FeatureScaling.centres(options)) {
        double[][] rows = scaling.apply(own);
        for (int f = 0; f < left.length; f++) {
          left[f] = FeatureScaling.mean(rows, f);
        }
      }
      return new Band(from, to, factor, scaling, left);
    }

    void apply(double[] raw, double[] scaled) {
      double[] own = scaling.apply(Arrays.copyOfRange(raw, from, to));
      for (int f = 0; f < own.length; f++) {
        scaled[from + f] = (own[f] - left[f]) * factor;
      }
    }

    private static double[][] columns(double[][] rows, int from, int to) {
      return Arrays.stream(rows)
          .map(row -> Arrays.copyOfRange(row, from, to))
          .toArray(double[][]::new);
    }
  }

  /**
   * @param rawRows unscaled features of the training words, words x features
   */
  static Design of(EncodingOptions options, double[][] rawRows) {
    int[] widths = options.spaces().widths(rawRows[0].length);
    var factors = new double[widths.length];
    Arrays.fill(factors, 1);
    return of(options, rawRows, widths, factors);
  }

  /**
   * @param rawRows unscaled features of the training words, words x features, bands side by side
   * @param widths how many features each band has
   * @param factors by which scaled features are multiplied, one a band
   */
  static Design of(EncodingOptions options, double[][] rawRows, int[] widths, double[] factors) {
    var bands = new ArrayList<Band>();
    int from = 0;
    for (int b = 0; b < widths.length; b++) {
      bands.add(Band.learn(options, rawRows, from, from + widths[b], factors[b]));
      from += widths[b];
    }
    double[][] rows = Arrays.stream(rawRows).map(row -> apply(bands, row)).toArray(double[][]::new);
    return new Design(bands, rows);
  }

  /**
   * The design of some of the words: in preset strict scaled on these words alone, in preset paper
   * as this one, on all words.
   *
   * @param rawRows unscaled features of all words that this design was made of
   */
  Design ofWords(EncodingOptions options, double[][] rawRows, int[] words) {
    if (options.preset() == Preset.PAPER) {
      return new Design(bands, select(rows, words));
    }
    int[] widths = bands.stream().mapToInt(band -> band.to - band.from).toArray();
    double[] factors = bands.stream().mapToDouble(Band::factor).toArray();
    return of(options, select(rawRows, words), widths, factors);
  }

  private static double[][] select(double[][] rows, int[] words) {
    return Arrays.stream(words).mapToObj(w -> rows[w]).toArray(double[][]::new);
  }

  /** How raw vectors are scaled, before bands are multiplied by their factors. */
  FeatureScaling scaling() {
    return FeatureScaling.sideBySide(bands.stream().map(Band::scaling).toList());
  }

  /** Training words x features. */
  double[][] rows() {
    return rows;
  }

  /** The features of any word, scaled as those of the training words. */
  double[] apply(double[] raw) {
    return apply(bands, raw);
  }

  private static double[] apply(List<Band> bands, double[] raw) {
    var scaled = new double[raw.length];
    bands.forEach(band -> band.apply(raw, scaled));
    return scaled;
  }
}
