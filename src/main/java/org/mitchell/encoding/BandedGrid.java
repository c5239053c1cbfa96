package org.mitchell.encoding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.random.RandomGenerator;
import org.mitchell.random.RandomStreams;

/**
 * Penalties of several feature spaces, one each, among which a tuple is chosen: every one of some
 * tuples of weights with every one of some penalties. The penalty of space b is the penalty divided
 * by its weight (Dupre la Tour et al. 2022, who call weights gamma and penalties alpha); a space of
 * weight 0 has no part in the model.
 */
public final class BandedGrid {
  private static final double LARGEST_ODDS = 1e3;

  /** Ten penalties for features of length 1, for each of ten tuples of weights. */
  private static final PenaltyGrid USUAL = PenaltyGrid.logSpaced(1e-3, 1e4, 10);

  private static final int USUAL_STEPS = 8;
  private static final int USUAL_DRAWS = 16;
  private static final long USUAL_SEED = 18;

  private final double[][] weights;
  private final PenaltyGrid penalties;

  private BandedGrid(double[][] weights, PenaltyGrid penalties) {
    this.weights = weights;
    this.penalties = penalties;
  }

  /**
   * @param weights tuples x spaces, from 0 up, some weight of each tuple above 0
   * @param penalties in the unit of the weights
   * @throws IllegalArgumentException if there is no tuple, or one is not of that kind
   */
  public static BandedGrid of(double[][] weights, PenaltyGrid penalties) {
    if (weights.length == 0) {
      throw new IllegalArgumentException("at least one tuple of weights is needed");
    }
    for (double[] tuple : weights) {
      boolean valid = Arrays.stream(tuple).allMatch(w -> w >= 0 && Double.isFinite(w));
      if (!valid || Arrays.stream(tuple).sum() == 0 || tuple.length != weights[0].length) {
        throw new IllegalArgumentException(
            "weights of %d feature spaces, from 0 up and not all 0, are expected, got %s"
                .formatted(weights[0].length, Arrays.toString(tuple)));
      }
    }
    double[][] copy = Arrays.stream(weights).map(double[]::clone).toArray(double[][]::new);
    return new BandedGrid(copy, penalties);
  }

  /**
   * The usual tuples for the spaces of some options. Two spaces: each alone and eight steps
   * between. More: each alone, all alike, and sixteen tuples that are drawn, always the same ones.
   *
   * @param rawFeatures unscaled features of all spaces side by side, words x features
   * @param penalties as they are for every space; nothing for ten from 0.001 to 10,000 in the unit
   *     of each space ({@link PenaltyGrid#unit})
   */
  static BandedGrid usual(
      double[][] rawFeatures, EncodingOptions options, Optional<PenaltyGrid> penalties) {
    int[] widths = options.spaces().widths(rawFeatures[0].length);
    PenaltyGrid each = penalties.orElse(USUAL);
    BandedGrid grid =
        widths.length == 2
            ? ofTwo(USUAL_STEPS, each)
            : random(widths.length, USUAL_DRAWS, each, new RandomStreams(USUAL_SEED));
    if (penalties.isPresent()) {
      return grid;
    }
    var units = new double[widths.length];
    int from = 0;
    for (int b = 0; b < units.length; b++) {
      int first = from;
      int behind = from + widths[b];
      double[][] own =
          Arrays.stream(rawFeatures)
              .map(row -> Arrays.copyOfRange(row, first, behind))
              .toArray(double[][]::new);
      units[b] = PenaltyGrid.unit(own, options.scale());
      from = behind;
    }
    return grid.in(units);
  }

  /** One space alone. */
  public static BandedGrid ofOne(PenaltyGrid penalties) {
    return of(new double[][] {{1}}, penalties);
  }

  /**
   * Two spaces: each alone, and {@code between} steps from one to the other, weights that sum to 1
   * with odds from 1 : 1,000 to 1,000 : 1, evenly spaced in their logarithm.
   */
  public static BandedGrid ofTwo(int between, PenaltyGrid penalties) {
    var weights = new ArrayList<double[]>();
    weights.add(new double[] {1, 0});
    for (int i = 0; i < between; i++) {
      double share = between == 1 ? 0.5 : (double) i / (between - 1);
      double odds = Math.pow(LARGEST_ODDS, 1 - 2 * share);
      weights.add(new double[] {odds / (1 + odds), 1 / (1 + odds)});
    }
    weights.add(new double[] {0, 1});
    return of(weights.toArray(double[][]::new), penalties);
  }

  /**
   * Any number of spaces: each alone, all alike, and tuples drawn evenly from those that sum to 1
   * (a Dirichlet distribution of concentration 1).
   *
   * @param draws how many tuples are drawn
   */
  public static BandedGrid random(
      int spaces, int draws, PenaltyGrid penalties, RandomStreams streams) {
    List<double[]> weights = new ArrayList<>();
    for (int b = 0; b < spaces; b++) {
      weights.add(new double[spaces]);
      weights.get(b)[b] = 1;
    }
    var alike = new double[spaces];
    Arrays.fill(alike, 1.0 / spaces);
    weights.add(alike);
    for (int d = 0; d < draws; d++) {
      RandomGenerator random = streams.stream(RandomStreams.Purpose.PENALTIES, d, 0);
      var tuple = new double[spaces];
      Arrays.setAll(tuple, b -> -Math.log(1 - random.nextDouble()));
      double sum = Arrays.stream(tuple).sum();
      Arrays.setAll(tuple, b -> tuple[b] / sum);
      weights.add(tuple);
    }
    return of(weights.toArray(double[][]::new), penalties);
  }

  /**
   * The same grid with the penalties of every space multiplied by a unit of its own, as {@link
   * PenaltyGrid#unit}.
   */
  public BandedGrid in(double... units) {
    double[][] divided = new double[weights.length][units.length];
    for (int d = 0; d < divided.length; d++) {
      for (int b = 0; b < units.length; b++) {
        divided[d][b] = weights[d][b] / units[b];
      }
    }
    return of(divided, penalties);
  }

  /** How many tuples of penalties there are. */
  public int size() {
    return weights.length * penalties.size();
  }

  public int spaces() {
    return weights[0].length;
  }

  /** The penalties of a tuple by its number, one a space; infinity for a space of weight 0. */
  public double[] at(int number) {
    double penalty = penalties.at(number % penalties.size());
    return Arrays.stream(weights[number / penalties.size()]).map(w -> penalty / w).toArray();
  }

  /** Tuples x spaces: not a copy. */
  double[][] weights() {
    return weights;
  }

  /** The weights of the spaces, tuple after tuple: a copy. */
  public List<List<Double>> tuples() {
    return Arrays.stream(weights).map(tuple -> Arrays.stream(tuple).boxed().toList()).toList();
  }

  /** The penalties that there are for every tuple of weights. */
  public PenaltyGrid penalties() {
    return penalties;
  }

  /** Whether a tuple has the smallest or the largest of the penalties, by its number. */
  boolean atSmallest(int number) {
    return penalties.size() > 1 && number % penalties.size() == 0;
  }

  boolean atLargest(int number) {
    return penalties.size() > 1 && number % penalties.size() == penalties.size() - 1;
  }
}
