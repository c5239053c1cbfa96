package org.mitchell.similarity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How far two sets of dissimilarities of the same words agree; 1 for the same, about 0 for
 * strangers (the cosines apart, which are of positive numbers).
 */
public enum Agreement {
  /** Spearman's correlation, ties at the mean of their ranks. */
  SPEARMAN,
  /**
   * Kendall's tau-a: pairs of pairs in the same order less those in the opposite order, by all. A
   * model that ties what the images do not is not favoured (Nili et al. 2014, PLoS Computational
   * Biology 10:e1003553).
   */
  TAU_A,
  /** Pearson's correlation. */
  PEARSON,
  /** The cosine: for distances with a true zero. */
  COSINE,
  /**
   * The cosine after whitening by the covariance that estimates of distances have where words do
   * not differ: two pairs with a word in common are not independent (Diedrichsen et al. 2021,
   * Neurons, Behavior, Data Analysis, and Theory 5(3)).
   */
  WHITENED_COSINE,
  /** The same less the mean over pairs. */
  WHITENED_PEARSON;

  /**
   * @return NaN where one of them is not {@link Dissimilarities#informative}
   */
  public double of(Dissimilarities one, Dissimilarities other) {
    if (!one.informative() || !other.informative()) {
      return Double.NaN;
    }
    return this == TAU_A
        ? Ranking.tauA(one.values(), other.values())
        : product(direction(one), direction(other));
  }

  /** Whether the agreement is the product of two {@link #direction}s. */
  boolean isProduct() {
    return this != TAU_A;
  }

  /**
   * The unit vector whose product with another's is the agreement. Where words change places, its
   * entries change places as the pairs do.
   *
   * @throws IllegalStateException if the agreement has none
   */
  double[] direction(Dissimilarities of) {
    return switch (this) {
      case SPEARMAN -> unit(Ranking.centredRanks(of.values()));
      case PEARSON -> unit(centred(of.values()));
      case COSINE -> unit(of.values());
      case WHITENED_COSINE -> unit(of.pairs().whitened(of.values()));
      case WHITENED_PEARSON -> unit(of.pairs().whitened(centred(of.values())));
      case TAU_A -> throw new IllegalStateException("tau-a is no product");
    };
  }

  /**
   * Of every one with every other.
   *
   * @return ones x others; NaN as in {@link #of}
   */
  double[][] ofEach(List<Dissimilarities> ones, List<Dissimilarities> others) {
    var agreements = new double[ones.size()][others.size()];
    List<Optional<double[]>> directions = directions(others);
    for (int a = 0; a < agreements.length; a++) {
      Optional<double[]> direction = directions(ones.subList(a, a + 1)).get(0);
      for (int b = 0; b < agreements[a].length; b++) {
        agreements[a][b] =
            direction.isPresent() && directions.get(b).isPresent()
                ? product(direction.get(), directions.get(b).get())
                : of(ones.get(a), others.get(b));
      }
    }
    return agreements;
  }

  /** Nothing where there is none: ranks and lengths are found once, however often they are used. */
  private List<Optional<double[]>> directions(List<Dissimilarities> all) {
    return all.stream()
        .map(
            one ->
                isProduct() && one.informative()
                    ? Optional.of(direction(one))
                    : Optional.<double[]>empty())
        .toList();
  }

  /**
   * Comes to the mean of several in the form in which the agreement with each is highest on
   * average: ranks, or distances of one length.
   */
  double[] poolable(Dissimilarities of) {
    return switch (this) {
      case SPEARMAN, TAU_A -> Ranking.ranks(of.values());
      case PEARSON, WHITENED_PEARSON -> unit(centred(of.values()));
      case COSINE, WHITENED_COSINE -> unit(of.values());
    };
  }

  static double product(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static double[] centred(double[] values) {
    double mean = Arrays.stream(values).sum() / values.length;
    var centred = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      centred[i] = values[i] - mean;
    }
    return centred;
  }

  private static double[] unit(double[] values) {
    double length = Math.sqrt(product(values, values));
    var unit = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      unit[i] = values[i] / length;
    }
    return unit;
  }
}
